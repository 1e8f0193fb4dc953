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
  /// Where offices find the bodies that they belong to.
  let source: any GraphSource

  /// The answer in a form; throws where it cannot be drawn.
  ///
  /// - Parameter knowledge: Gives what a picture needs to know; called for pictures alone.
  func data(as format: NeighbourhoodFormat, knowledge: () throws -> KnowledgeBase) throws -> Data {
    switch format {
    case .table: Data(try table().utf8)
    case .json: NeighbourhoodJSON().data(of: neighbourhood)
    case .dot: ExportFormat.dot.data(of: try neighbourhood.graph(from: source))
    case .svg:
      try Picture(knowledge: knowledge()).data(
        of: neighbourhood.graph(from: source),
        as: .svg,
        options: PictureOptions(showsAll: true, showsStatements: true)
      )
    }
  }

  private func table() throws -> String {
    let center = neighbourhood.center
    var heading = "\(TerminalText.line(center.summary)) · \(center.kind.noun) · \(center.id)\n"
    if !center.aliases.isEmpty { heading += "also \(TerminalText.line(center.aliases.joined(separator: ", ")))\n" }
    guard !neighbourhood.steps.isEmpty else { return heading + "\nNothing is known around it.\n" }
    let roles = try RoleNames(of: neighbourhood.steps.map(\.node), in: source)
    let isDeep = neighbourhood.steps.contains { $0.distance > 1 }
    var names = [center.id: center.label]
    for step in neighbourhood.steps { names[step.node.id] = roles.summary(of: step.node) }
    var table = TextTable((isDeep ? ["steps", "from"] : []) + ["relation", "neighbour", "type", "sentence"], prose: 1)
    for step in neighbourhood.steps {
      let from = isDeep ? ["\(step.distance)", names[step.origin] ?? step.origin] : []
      let relation = step.isOutgoing ? "→ \(step.edge.kind.rawValue)" : "← \(step.edge.kind.rawValue)"
      let sentence = step.edge.evidence.first?.text ?? ""
      table.add(from + [relation, roles.summary(of: step.node), step.node.kind.noun, sentence])
    }
    return heading + "\n" + table.text()
  }
}
