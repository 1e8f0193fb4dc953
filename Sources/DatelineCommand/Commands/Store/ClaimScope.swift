import Dateline

/// The events and casualty figures of some articles, with what tells whether a description means them.
struct ClaimScope {
  private let center: Node?
  /// What was named and, of a place, the places in it.
  private let anchors: Set<String>
  /// The places around what was named.
  private let containers: Set<String>
  private let claims: [ArticleClaims]
  private let nodes: [String: Node]
  private let edges: [String: [Edge]]

  /// What the articles that name a node tell.
  init(around center: Node, in view: StoreView) throws {
    let anchors = try Self.anchors([center], in: view)
    try self.init(
      center: center,
      anchors: anchors,
      containers: try Self.containers(of: center, in: view),
      claims: view.claims(inArticlesNaming: anchors.sorted()),
      view: view
    )
  }

  /// What the articles tell in whose titles and sentences words begin like the given ones.
  init(wordsOfArticles words: [String], in view: StoreView) throws {
    let claims = try view.claims(inArticlesWithWords: words)
    try self.init(center: nil, anchors: [], containers: [], claims: claims, view: view)
  }

  private init(
    center: Node?,
    anchors: Set<String>,
    containers: Set<String>,
    claims: [ArticleClaims],
    view: StoreView
  ) throws {
    self.center = center
    self.anchors = anchors
    self.containers = containers
    self.claims = claims
    let ids = Set(claims.flatMap(\.ids)).sorted()
    let wanted = Set(ids)
    edges = Dictionary(grouping: try view.edges(touching: ids).filter { wanted.contains($0.source) }, by: \.source)
    let reached = Set(edges.values.joined().map(\.target)).union(ids).sorted()
    nodes = Dictionary(try view.nodes(withIDs: reached).map { ($0.id, $0) }) { first, _ in first }
  }

  /// The events and figures that are told of what was named and fit most of the words.
  func finding(words: [String], by comparison: EventWords) -> EventSearch.Finding {
    let close = finding(words: words, by: comparison, isBroad: false)
    return close.isEmpty ? finding(words: words, by: comparison, isBroad: true) : close
  }

  private func finding(words: [String], by comparison: EventWords, isBroad: Bool) -> EventSearch.Finding {
    var scores: [String: Int] = [:]
    for claim in claims {
      let title = claim.article.title ?? ""
      let isAbout = anchors.isEmpty || isNamed(in: title)
      for id in claim.ids {
        guard let node = nodes[id], isMeant(node, inArticleAbout: isAbout) else { continue }
        let score = words.count { fits($0, node, title: title, comparison, isBroad: isBroad) }
        scores[id] = max(scores[id] ?? 0, score)
      }
    }
    let best = scores.values.max() ?? 0
    guard words.isEmpty || (best > 0 && best * 2 >= words.count) else {
      return EventSearch.Finding(center: center, events: [], figures: [])
    }
    let found = scores.filter { $0.value == best }.keys.sorted().compactMap { nodes[$0] }
    return EventSearch.Finding(
      center: center,
      events: found.filter { $0.kind == .event },
      figures: found.filter { $0.kind == .casualtyFigure }
    )
  }

  // MARK: Comparison

  /// Whether a claim has to do with what was named: by who and what takes part in it, or, in an article about it,
  /// by lying nowhere else.
  private func isMeant(_ claim: Node, inArticleAbout isAbout: Bool) -> Bool {
    let leaving = edges[claim.id] ?? []
    let causes = leaving.filter { $0.kind == .resultOf }.map(\.target)
    let participants =
      leaving.filter { $0.kind != .reportedBy }.map(\.target)
      + causes.flatMap { (edges[$0] ?? []).map(\.target) }
    if !anchors.isDisjoint(with: participants) { return true }
    guard isAbout else { return false }
    let places = leaving.filter { $0.kind == .place }.map(\.target)
    return anchors.isEmpty || places.allSatisfy { containers.contains($0) }
  }

  private func isNamed(in title: String) -> Bool {
    let words = NameSearch.folded(title).split(separator: " ")
    return anchors.contains { id in
      guard let node = nodes[id] ?? (id == center?.id ? center : nil) else { return false }
      return ([node.label] + node.aliases).contains { name in
        let wanted = NameSearch.folded(name).split(separator: " ")
        return !wanted.isEmpty && words.indices.contains { words[$0...].starts(with: wanted) }
      }
    }
  }

  private func fits(_ word: String, _ claim: Node, title: String, _ comparison: EventWords, isBroad: Bool) -> Bool {
    let leaving = edges[claim.id] ?? []
    let causes = leaving.filter { $0.kind == .resultOf }.compactMap { nodes[$0.target] }
    for case .event(let detail) in ([claim] + causes).map(\.detail) {
      if comparison.names(word, detail) || comparison.names(typeOf: detail, word, isBroad: isBroad) { return true }
    }
    let edges = leaving + causes.flatMap { self.edges[$0.id] ?? [] }
    let texts =
      [title, claim.label] + edges.compactMap { nodes[$0.target]?.label } + edges.flatMap(\.evidence).map(\.text)
    return texts.contains { comparison.isLike(word, $0) }
  }

  // MARK: Surroundings

  /// The ids of nodes and, of places, of the places in them.
  static func anchors(_ nodes: [Node], in view: StoreView) throws -> Set<String> {
    let places = nodes.filter { $0.kind == .place }.map(\.id)
    let inside = try view.edges(touching: places).filter { $0.kind == .locatedIn && places.contains($0.target) }
    let found = try view.nodes(withIDs: inside.map(\.source)).filter { $0.kind == .place }
    return Set(nodes.map(\.id) + found.map(\.id))
  }

  /// The ids of the places that a node lies in, over several steps.
  private static func containers(of node: Node, in view: StoreView) throws -> Set<String> {
    var found: Set<String> = []
    var frontier = [node.id]
    while !frontier.isEmpty {
      let here = Set(frontier)
      let around = try view.edges(touching: frontier).filter { $0.kind == .locatedIn && here.contains($0.source) }
      frontier = Set(around.map(\.target)).subtracting(found).subtracting([node.id]).sorted()
      found.formUnion(frontier)
    }
    return found
  }

  /// The figures that result from an event.
  static func figures(of event: Node, in view: StoreView) throws -> [Node] {
    let results = try view.edges(touching: [event.id]).filter { $0.kind == .resultOf && $0.target == event.id }
    return try view.nodes(withIDs: results.map(\.source).sorted())
  }
}
