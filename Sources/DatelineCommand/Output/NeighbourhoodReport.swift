import ArgumentParser
import Dateline
import Foundation

/// The forms in which `dateline neighbours` answers.
enum NeighbourhoodFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
  case dot
  case svg
}

/// Writes what surrounds a node, wherever the graph came from.
struct NeighbourhoodReport {
  let neighbourhood: Neighbourhood

  /// The answer in a form; throws where it cannot be drawn.
  ///
  /// - Parameter knowledge: Gives what a picture needs to know; called for pictures alone.
  func data(as format: NeighbourhoodFormat, knowledge: () throws -> KnowledgeBase) throws -> Data {
    switch format {
    case .table: Data(table.utf8)
    case .json: NeighbourhoodJSON().data(of: neighbourhood)
    case .dot: ExportFormat.dot.data(of: neighbourhood.graph)
    case .svg:
      try Picture(knowledge: knowledge()).data(
        of: neighbourhood.graph,
        as: .svg,
        options: PictureOptions(showsAll: true, showsStatements: true)
      )
    }
  }

  private var table: String {
    let center = neighbourhood.center
    var heading = "\(TerminalText.line(center.summary)) · \(center.kind.noun) · \(center.id)\n"
    if !center.aliases.isEmpty { heading += "also \(TerminalText.line(center.aliases.joined(separator: ", ")))\n" }
    guard !neighbourhood.steps.isEmpty else { return heading + "\nNothing is known around it.\n" }
    let isDeep = neighbourhood.steps.contains { $0.distance > 1 }
    var names = [center.id: center.label]
    for step in neighbourhood.steps { names[step.node.id] = step.node.label }
    var table = TextTable((isDeep ? ["steps", "from"] : []) + ["relation", "neighbour", "type", "sentence"])
    for step in neighbourhood.steps {
      let from = isDeep ? ["\(step.distance)", names[step.origin] ?? step.origin] : []
      let relation = step.isOutgoing ? "→ \(step.edge.kind.rawValue)" : "← \(step.edge.kind.rawValue)"
      let sentence = step.edge.evidence.first?.text ?? ""
      table.add(from + [relation, step.node.summary, step.node.kind.noun, sentence])
    }
    return heading + "\n" + table.text()
  }
}
