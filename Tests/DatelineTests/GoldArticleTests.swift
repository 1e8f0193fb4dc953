import Foundation
import Testing

import Dateline

/// The whole way from the examples to their graphs, against what a careful reader finds in them.
@Suite("Annotated examples", .enabled(if: (try? Analyser()) != nil))
struct GoldArticleTests {
  @Test("Nearly all named people, organisations and places are found, each once", arguments: GoldArticle.names)
  func entities(name: String) throws {
    let gold = try GoldArticle.named(name)
    let graph = try Self.graph(of: name)
    let wanted = gold.entities.filter { $0.optional != true && ["person", "organization", "place"].contains($0.type) }
    let found = wanted.filter { entity in
      graph.nodes.count { node in
        node.kind.rawValue == entity.type
          && !Set([node.label] + node.aliases).map(Self.folded).filter(entity.names.map(Self.folded).contains).isEmpty
      } == 1
    }
    #expect(
      found.count * 10 >= wanted.count * 8,
      "missing: \(wanted.filter { w in !found.contains { $0.id == w.id } }.map(\.id))"
    )
  }

  @Test("Most roles are found with their holder", arguments: GoldArticle.names)
  func roles(name: String) throws {
    let gold = try GoldArticle.named(name)
    let graph = try Self.graph(of: name)
    let labels = Dictionary(graph.nodes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    let held = graph.edges.filter { $0.kind == .holds }.map {
      (Self.folded(labels[$0.source] ?? ""), Self.folded(labels[$0.target] ?? ""))
    }
    let wanted = gold.roles.filter { $0.optional != true }
    let found = wanted.filter { role in
      let names = gold.entities.first { $0.id == role.holder }?.names.map(Self.folded) ?? []
      return held.contains { names.contains($0.0) && $0.1.contains(Self.folded(role.title)) }
    }
    #expect(
      found.count * 10 >= wanted.count * 6,
      "missing: \(wanted.filter { w in !found.contains { $0.title == w.title } })"
    )
  }

  @Test("Most events are found with their type", arguments: GoldArticle.names)
  func events(name: String) throws {
    let gold = try GoldArticle.named(name)
    let events = try Self.graph(of: name).nodes.compactMap { node -> (String, Set<String>)? in
      guard case .event(let detail) = node.detail else { return nil }
      return (detail.type.rawValue, Set((node.mentions + [detail.trigger]).map { $0.text.lowercased() }))
    }
    let wanted = gold.events.filter { $0.optional != true }
    let found = wanted.filter { event in
      events.contains { type, words in
        ([event.type] + (event.alsoTypes ?? [])).contains(type)
          && event.mentions.contains { words.contains($0.trigger.lowercased()) }
      }
    }
    #expect(found.count * 10 >= wanted.count * 6, "found \(found.count) of \(wanted.count)")
  }

  @Test("Most casualty figures are found with outcome, bound and numbers", arguments: ["ceasefire", "crash", "flood"])
  func casualties(name: String) throws {
    let gold = try GoldArticle.named(name)
    let figures = try Self.graph(of: name).nodes.compactMap { node -> CasualtyDetail? in
      guard case .casualtyFigure(let detail) = node.detail else { return nil }
      return detail
    }
    let wanted = gold.casualties.filter { $0.optional != true }
    let found = wanted.filter { figure in
      figures.contains {
        $0.outcome.rawValue == figure.outcome && $0.bound.rawValue == figure.bound && $0.minimum == figure.minimum
          && $0.maximum == figure.maximum
      }
    }
    #expect(found.count * 10 >= wanted.count * 6, "found \(found.count) of \(wanted.count)")
  }

  @Test("Most statements are found with a speaker", arguments: GoldArticle.names)
  func statements(name: String) throws {
    let gold = try GoldArticle.named(name)
    let graph = try Self.graph(of: name)
    let speaking = Set(graph.edges.filter { $0.kind == .speaker }.map(\.source))
    let texts = graph.nodes.compactMap { node -> String? in
      guard case .statement(let detail) = node.detail, speaking.contains(node.id) else { return nil }
      return Self.folded(detail.text)
    }
    let wanted = gold.statements.filter { $0.optional != true }
    let found = wanted.filter { statement in
      let words = Set(Self.folded(statement.text).split(separator: " "))
      return texts.contains { text in text.split(separator: " ").count { words.contains($0) } * 2 >= words.count }
    }
    #expect(found.count * 10 >= wanted.count * 6, "found \(found.count) of \(wanted.count)")
  }

  private static let pipeline = Result { try Pipeline() }

  private static func graph(of name: String) throws -> Graph {
    let pipeline = try pipeline.get()
    return pipeline.graph(of: try pipeline.article(atPath: GoldArticle.article(name)))
  }

  private static func folded(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.filter { $0 != "the" }.joined(separator: " ")
  }
}
