import KnowledgeGraph

extension PictureComposer {
  /// The most sources that are named at a node.
  private static let mostSources = 2

  /// Who is drawn as telling of each event, by a line of their own.
  func tellers(in edges: [PictureContent.Edge]) -> [Int: Set<Int>] {
    var tellers: [Int: Set<Int>] = [:]
    for edge in edges where edge.kind == Edge.Kind.speaker.rawValue {
      guard let tail = Int(edge.tail.dropFirst()), let head = Int(edge.head.dropFirst()) else { continue }
      tellers[head, default: []].insert(tail)
    }
    return tellers
  }

  /// Who says that an event happened and gives its figures, unless a line or the event's own actor says it already.
  func attribution(ofEvent event: Int, badges: [PictureContent.Badge], told: Set<Int>) -> [String] {
    let known = told.union(index.targets(of: event, by: .agent))
    let reporters = index.targets(of: event, by: .reportedBy)
    let unsaid = Self.once(reporters.filter { !known.contains($0) }.map(name))
    let names = Set((reporters + told).map(name))
    guard !unsaid.isEmpty else { return attribution(of: badges, known: names) }
    return credit("", unsaid) + attribution(of: badges, known: names, isSecond: true)
  }

  /// Who gives the figures, each with what they say where not all say the same; those known are not repeated.
  func attribution(of badges: [PictureContent.Badge], known: Set<String>, isSecond: Bool = false) -> [String] {
    let open = badges.filter { $0.claims.count == 1 }.flatMap(\.claims).filter {
      !$0.sources.isEmpty && !$0.sources.allSatisfy(known.contains)
    }
    let groups = open.map(\.sources).reduce(into: [[String]]()) { if !$0.contains($1) { $0.append($1) } }
    let lines = groups.flatMap { sources in
      let figures = open.filter { $0.sources == sources }.map(\.text)
      let saysAll = figures.count == badges.count && !isSecond
      return credit(saysAll ? "" : figures.joined(separator: ", ") + " ", sources)
    }
    return lines + badges.filter { $0.claims.count > 1 }.flatMap { contradictions(of: $0, known: known) }
  }

  /// Each of the figures of one outcome with who gives it, and those that nobody is named for.
  private func contradictions(of badge: PictureContent.Badge, known: Set<String>) -> [String] {
    let claims = badge.claims.filter { !$0.sources.isEmpty }
    if Set(badge.claims.map(\.sources)).count == 1, let sources = claims.first?.sources {
      // One source gives all of them.
      let given = PictureText.list(badge.claims.dropFirst().map(\.text))
      let also = PictureText.wrapped("also given: \(given)", width: noteWidth)
      return sources.allSatisfy(known.contains) ? also : credit("", sources) + also
    }
    let isKnown = claims.count == 1 && claims.allSatisfy { $0.sources.allSatisfy(known.contains) }
    let named = isKnown ? [] : claims.flatMap { credit($0.text + " ", $0.sources) }
    let others = badge.claims.dropFirst().filter(\.sources.isEmpty).map(\.text)
    return others.isEmpty
      ? named : named + PictureText.wrapped("also given: \(others.joined(separator: ", "))", width: noteWidth)
  }

  /// What somebody says, with who says it after a dash.
  private func credit(_ words: String, _ sources: [String]) -> [String] {
    PictureText.wrapped("\(words)— \(Self.named(sources))", width: noteWidth + 4)
  }

  /// The name of a node on one line.
  func name(of node: Int) -> String { PictureText.oneLine(index[node].label) }

  /// The same names without those that occur a second time.
  static func once(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func named(_ names: [String]) -> String {
    let shown = names.prefix(mostSources).map { PictureText.clipped($0, to: 40) }
    let more = names.count - shown.count
    return more == 0 ? PictureText.list(shown) : PictureText.list(shown + [PictureText.count(more, "other")])
  }
}
