import Extraction
import Knowledge
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
    return PictureText.wrapped("according to " + Self.named(unsaid), width: Self.noteWidth)
      + attribution(of: badges, known: names, isSecond: true)
  }

  /// Who gives the figures, each with what they say where not all say the same; those known are not repeated.
  func attribution(of badges: [PictureContent.Badge], known: Set<String>, isSecond: Bool = false) -> [String] {
    let open = badges.filter { !$0.sources.isEmpty && !$0.sources.allSatisfy(known.contains) }
    let groups = open.map(\.sources).reduce(into: [[String]]()) { if !$0.contains($1) { $0.append($1) } }
    return groups.flatMap { sources in
      let figures = open.filter { $0.sources == sources }.map(\.text)
      let what = figures.count == badges.count && !isSecond ? "according to " : figures.joined(separator: ", ") + ": "
      return PictureText.wrapped(what + Self.named(sources), width: Self.noteWidth + 6)
    }
  }

  private func name(of node: Int) -> String { PictureText.oneLine(index[node].label) }

  private static func once(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func named(_ names: [String]) -> String {
    let shown = names.prefix(mostSources).map { PictureText.clipped($0, to: 40) }
    let more = names.count - shown.count
    return more == 0 ? PictureText.list(shown) : PictureText.list(shown + [PictureText.count(more, "other")])
  }

  /// The figures as badges: the worst outcome first, the same figure once, parts of others as words at those.
  func badges(_ figures: [Int]) -> [PictureContent.Badge] {
    let writer = FigureText(numbers: knowledge.numbers)
    let outcomes = CasualtyFact.Outcome.allCases
    var ranked: [(rank: Int, badge: PictureContent.Badge)] = []
    var parts: [(whole: Int, figure: Int)] = []
    for figure in figures {
      if let whole = whole(of: figure), figures.contains(whole) {
        parts.append((whole, figure))
        continue
      }
      guard case .casualtyFigure(let detail) = index[figure].detail, !isCovered(detail, by: figures) else { continue }
      let sources = Self.once(index.targets(of: figure, by: .reportedBy).map(name))
      let text = writer.text(of: detail, mentions: index[figure].mentions)
      let badge = PictureContent.Badge(
        text: detail.partOf == nil ? text : "of them \(text)",
        outcome: detail.outcome.rawValue,
        sources: sources,
        figures: [figure]
      )
      if let same = ranked.firstIndex(where: { $0.badge.text == text }) {
        ranked[same].badge.figures.append(figure)
        if ranked[same].badge.sources.isEmpty { ranked[same].badge.sources = sources }
        continue
      }
      let rank = (outcomes.firstIndex(of: detail.outcome) ?? 0) * 2 + (detail.partOf == nil ? 0 : 1)
      ranked.append((rank, badge))
    }
    for (whole, figure) in parts {
      guard let place = ranked.firstIndex(where: { $0.badge.figures.contains(whole) }) else { continue }
      let words = PictureText.clipped(index[figure].mentions.first?.text ?? index[figure].label, to: 40)
      ranked[place].badge.figures.append(figure)
      if !ranked[place].badge.parts.contains(words) { ranked[place].badge.parts.append(words) }
    }
    return ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .prefix(Self.mostBadges).map(\.element.badge)
  }

  /// The figure that counts the people of another one among its own.
  private func whole(of figure: Int) -> Int? {
    guard case .casualtyFigure(let detail) = index[figure].detail else { return nil }
    return detail.partOf.flatMap { index.position[$0] }
  }

  /// Who is counted among the people of the figures, as small print.
  func parts(of badges: [PictureContent.Badge]) -> [String] {
    badges.filter { !$0.parts.isEmpty }.flatMap { badge in
      PictureText.wrapped("among the \(badge.outcome): \(PictureText.list(badge.parts))", width: Self.noteWidth)
    }
  }

  /// Whether the words "dozens" or "hundreds" say no more than a number of the same event.
  private func isCovered(_ vague: CasualtyDetail, by figures: [Int]) -> Bool {
    guard vague.bound == .vague, vague.partOf == nil, let least = vague.minimum else { return false }
    return figures.contains { figure in
      guard case .casualtyFigure(let other) = index[figure].detail, other.bound != .vague, other.partOf == nil else {
        return false
      }
      return other.outcome == vague.outcome && (other.minimum ?? other.maximum ?? 0) >= least
    }
  }
}
