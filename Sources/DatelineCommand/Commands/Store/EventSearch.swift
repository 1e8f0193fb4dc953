import Dateline

/// Finds the events and casualty figures that a description such as "Lagos ferry accident" is about.
///
/// The longest part of the description that names somebody or something is looked up; the other words must fit what
/// is told around it. Where no part is a name, articles are found by the words of their titles and sentences.
struct EventSearch {
  /// What a description leads to.
  struct Finding {
    /// What the description names, where a part of it is a name.
    var center: Node?
    /// Events, sorted by id.
    var events: [Node]
    /// Casualty figures, sorted by id.
    var figures: [Node]

    /// Whether neither an event nor a figure fits.
    var isEmpty: Bool { events.isEmpty && figures.isEmpty }
  }

  let store: GraphStore
  let view: StoreView
  let words: EventWords

  /// What fits a description; throws `CommandFailure` where its name means several of whom it may be told, or where
  /// nothing is called so.
  func finding(for description: String) throws -> Finding {
    if let node = try view.nodes(withIDs: [description]).first { return try finding(around: node) }
    let parts = description.split(separator: " ").map(String.init)
    var named: Node?
    for (name, rest) in Self.splits(parts) {
      if !rest.isEmpty, !name.contains(" "), !words.types(of: name.lowercased()).isEmpty { continue }
      let result = try store.node(named: name)
      let candidates = result.candidates.filter(\.kind.isNamed)
      let told = words.telling(rest)
      let findings = try candidates.prefix(Self.mostCandidates).map { node in
        try ClaimScope(around: node, in: view).finding(words: told, by: words)
      }.filter { !$0.isEmpty }
      if findings.count == 1 { return findings[0] }
      if findings.count > 1 {
        let centers = findings.compactMap(\.center)
        _ = try NodeChoice(source: view).node(named: name, among: .ambiguous(centers))
      }
      if rest.isEmpty, case .found(let node) = result { named = node }
    }
    let told = words.telling(parts)
    let found = try ClaimScope(wordsOfArticles: told.map(words.stem), in: view).finding(words: told, by: words)
    guard found.isEmpty else { return found }
    if let named { return Finding(center: named, events: [], figures: []) }
    throw try unknown(description, parts)
  }

  private func finding(around node: Node) throws -> Finding {
    switch node.kind {
    case .event: Finding(center: node, events: [node], figures: try ClaimScope.figures(of: node, in: view))
    case .casualtyFigure: Finding(center: node, events: [], figures: [node])
    default: try ClaimScope(around: node, in: view).finding(words: [], by: words)
    }
  }

  /// The nearest names to the description, or else to the longest of its words that names no event.
  private func unknown(_ description: String, _ parts: [String]) throws -> any Error {
    let longest = words.telling(parts).filter { words.types(of: $0).isEmpty }.max { $0.count < $1.count }
    for name in [description] + (longest.map { [$0] } ?? []) {
      guard case .unknown(let nearest) = try store.node(named: name), !nearest.isEmpty else { continue }
      return NodeChoice.failure(named: description, nearest: nearest)
    }
    return NodeChoice.failure(named: description, nearest: [])
  }

  /// The parts of a description that may be a name, the longest first, each with the words beside it.
  private static func splits(_ parts: [String]) -> [(name: String, rest: [String])] {
    stride(from: parts.count, to: 0, by: -1).flatMap { length in
      (0...(parts.count - length)).map { start in
        (
          parts[start..<start + length].joined(separator: " "),
          Array(parts[..<start] + parts[(start + length)...])
        )
      }
    }
  }

  private static let mostCandidates = 10
}

extension NameSearch.Result {
  fileprivate var candidates: [Node] {
    switch self {
    case .found(let node): [node]
    case .ambiguous(let nodes): nodes
    case .unknown: []
    }
  }
}
