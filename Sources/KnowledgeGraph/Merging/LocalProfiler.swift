import Knowledge

/// Reads from the graph of one article what merging needs to know of its nodes.
package struct LocalProfiler: Sendable {
  private let folder: NameFolder

  /// A profiler that compares names as the folder does.
  package init(folder: NameFolder) {
    self.folder = folder
  }

  /// The profile of every named node, by the node's position in the graph; groups, roles, events, figures and
  /// statements have none.
  package func profiles(of graph: Graph) -> [Int: IdentityProfile] {
    let surroundings = LocalSurroundings(graph)
    let keys = graph.nodes.map { nameKey(of: $0, name: $0.label) }
    var profiles: [Int: IdentityProfile] = [:]
    for (position, node) in graph.nodes.enumerated() {
      guard let key = keys[position] else { continue }
      let contexts = surroundings.contexts(of: position).compactMap { keys[$0] }
      let signature = signature(of: position, key: key, in: graph, surroundings: surroundings, keys: keys)
      var names: [String: NameCount] = [node.label: NameCount(key: key, labels: 1, aliases: 0)]
      for alias in node.aliases where alias != node.label && Self.isName(alias) {
        guard let aliasKey = nameKey(of: node, name: alias) else { continue }
        names[alias] = NameCount(key: aliasKey, labels: 0, aliases: 1)
      }
      profiles[position] = IdentityProfile(
        key: IdentityKey(kind: node.kind, name: key, signature: signature),
        articles: 1,
        names: names,
        contexts: Dictionary(contexts.filter { !$0.hasPrefix("=") && $0 != key }.map { ($0, 1) }) { count, _ in count }
      )
    }
    return profiles
  }

  /// The folded name of a node of a kind that is known by its name, or nil.
  package func nameKey(of node: Node, name: String) -> String? {
    let key: String
    switch node.detail {
    case .person: key = folder.personWords(name).joined(separator: " ")
    case .organization, .thing: key = folder.organizationKey(name)
    case .place(let detail): key = folder.placeKey(name, detail: detail)
    case .group, .role, .event, .casualtyFigure, .statement: return nil
    }
    return key.isEmpty ? name : key
  }

  private func signature(
    of position: Int,
    key: String,
    in graph: Graph,
    surroundings: LocalSurroundings,
    keys: [String?]
  ) -> String {
    let node = graph.nodes[position]
    let article = "#" + (graph.articles.first?.id ?? "")
    switch node.detail {
    case .person:
      let roles = surroundings.targets(of: position, .holds).flatMap { role in
        let title = folder.words(graph.nodes[role].label).joined(separator: " ")
        let bodies = surroundings.targets(of: role, .roleOf).map { body in bodyKey(graph.nodes[body], keys[body]) }
        return bodies.isEmpty ? ["\(title)@"] : bodies.map { "\(title)@\($0)" }
      }
      let marks = Set(roles.map { $0.replacing(";", with: ",") }).sorted()
      // A king or pope of one name is told apart by the office, anybody else of a single name by the article alone.
      let isBare = !key.contains(" ") && !marks.contains { !$0.hasSuffix("@") || folder.isRegnal($0) }
      guard isBare else { return marks.joined(separator: ";") }
      // "President Mensah" is most likely the president of the country that the article is about.
      let country = country(of: position, in: graph, surroundings: surroundings)?.lowercased()
      let implied = marks.map { mark in mark.hasSuffix("@") ? mark + (country.map { "?\($0)" } ?? "") : mark }
      return (implied + [article]).joined(separator: ";")
    case .organization:
      guard folder.isGeneric(key) else { return "" }
      if let named = ([node.label] + node.aliases).lazy.compactMap(folder.nationalBody).first(where: { $0.key == key })
      {
        return named.country
      }
      return country(of: position, in: graph, surroundings: surroundings) ?? article
    case .place(let detail): return key.hasPrefix("=") ? "" : detail.country ?? ""
    default: return ""
    }
  }

  private func bodyKey(_ node: Node, _ key: String?) -> String {
    if case .place(let detail) = node.detail, let country = detail.country, key?.hasPrefix("=") == false {
      return "\(key ?? "")=\(country.lowercased())"
    }
    return key ?? ""
  }

  /// The country that an organisation is located in, or else the one country that the article names.
  private func country(of position: Int, in graph: Graph, surroundings: LocalSurroundings) -> String? {
    for target in surroundings.targets(of: position, .locatedIn) {
      if case .place(let detail) = graph.nodes[target].detail, let country = detail.country { return country }
    }
    var mentions: [String: Int] = [:]
    for node in graph.nodes {
      guard case .place(let detail) = node.detail, let country = detail.country else { continue }
      mentions[country, default: 0] += max(node.mentions.count, 1)
    }
    let ranked = mentions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, first.value * 2 > mentions.values.reduce(0, +) else { return nil }
    return first.key
  }

  /// Whether another name is a name, not a description such as "the alliance".
  static func isName(_ text: String) -> Bool {
    text.split(separator: " ").contains { $0.first?.isUppercase ?? false || $0.first?.isLetter == false }
  }
}

/// Who stands beside whom in a graph, by positions of nodes.
struct LocalSurroundings {
  private var outgoing: [Int: [(kind: Edge.Kind, node: Int)]] = [:]
  private var incoming: [Int: [Int]] = [:]
  private let nodes: [Node]

  init(_ graph: Graph) {
    nodes = graph.nodes
    let positions = Dictionary(graph.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for edge in graph.edges {
      guard let source = positions[edge.source], let target = positions[edge.target] else { continue }
      outgoing[source, default: []].append((edge.kind, target))
      incoming[target, default: []].append(source)
    }
  }

  /// The nodes that edges of a kind reach.
  func targets(of node: Int, _ kind: Edge.Kind) -> [Int] {
    (outgoing[node] ?? []).filter { $0.kind == kind }.map(\.node)
  }

  /// The nodes beside one, over an event, role, figure or statement where there is one between.
  func contexts(of node: Int) -> Set<Int> {
    var found: Set<Int> = []
    for neighbour in neighbours(of: node) {
      if nodes[neighbour].kind.isKnownByName {
        found.insert(neighbour)
      } else {
        found.formUnion(neighbours(of: neighbour))
      }
    }
    found.remove(node)
    return found
  }

  private func neighbours(of node: Int) -> [Int] { (outgoing[node] ?? []).map(\.node) + (incoming[node] ?? []) }
}

extension NodeKind {
  /// Whether nodes of the kind are known by their names, and merged by them.
  package var isKnownByName: Bool {
    switch self {
    case .person, .organization, .place, .thing: true
    case .group, .role, .event, .casualtyFigure, .statement: false
    }
  }
}
