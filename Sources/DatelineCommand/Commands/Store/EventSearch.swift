import Dateline

/// Finds what a description such as "Lagos ferry accident" is about.
///
/// The longest part of the description that names a person, place or organisation is looked up; the other words must
/// fit events around it by their type, trigger, date or participants, or the sentence of a figure there. Where no part
/// is a name, events and figures are found by their sentences.
struct EventSearch {
  let store: GraphStore
  let view: StoreView
  let words: EventWords

  /// Events and figures; a named node where the description is its name alone; nothing where nothing fits.
  func nodes(named query: String) throws -> [Node] {
    if let exact = try view.nodes(withIDs: [query]).first { return [exact] }
    if case .found(let node) = try store.node(named: query) { return [node] }
    let parts = query.split(separator: " ").map(String.init)
    for length in stride(from: parts.count - 1, to: 0, by: -1) {
      for start in 0...(parts.count - length) {
        let name = parts[start..<start + length].joined(separator: " ")
        guard case .found(let node) = try store.node(named: name), node.kind.isNamed else { continue }
        let rest = words.telling(Array(parts[..<start] + parts[(start + length)...]))
        let found = rest.isEmpty ? [node] : try matches(around: node, rest)
        if !found.isEmpty { return found }
      }
    }
    return try view.nodes(withIDs: store.claims(inSentencesMatching: words.telling(parts).map(words.stem)))
  }

  private func matches(around node: Node, _ wanted: [String]) throws -> [Node] {
    let surroundings = try EventSurroundings(of: node, in: view)
    let scores = surroundings.events.map { event in
      wanted.count { words.fits($0, event.node, participants: event.participants) }
    }
    let figures = surroundings.figures.filter { figure in
      wanted.contains { word in figure.sentences.contains { words.isLike(word, $0) } }
    }.map(\.node)
    guard let best = scores.max(), best > 0 else { return figures }
    return zip(surroundings.events, scores).filter { $0.1 == best }.map(\.0.node) + figures
  }
}

/// The events and figures around a named node and, of a place, around the places in it.
private struct EventSurroundings {
  private(set) var events: [(node: Node, participants: [String])] = []
  private(set) var figures: [(node: Node, sentences: [String])] = []

  init(of center: Node, in view: StoreView) throws {
    let anchors = try TollReport.anchors([center], in: view)
    let nearby = try view.nodes(
      withIDs: Set(view.edges(touching: anchors.sorted()).filter { anchors.contains($0.target) }.map(\.source)).sorted()
    )
    let harmed = nearby.filter { $0.kind == .casualtyFigure }
    let edgesOfFigure = Dictionary(grouping: try view.edges(touching: harmed.map(\.id)), by: \.source)
    let causes = harmed.flatMap { edgesOfFigure[$0.id] ?? [] }.filter { $0.kind == .resultOf }.map(\.target)
    let found = Set(nearby.filter { $0.kind == .event }.map(\.id) + causes).sorted()
    let edgesOfEvent = Dictionary(grouping: try view.edges(touching: found), by: \.source)
    let reached = Set(found.flatMap { edgesOfEvent[$0] ?? [] }.map(\.target)).sorted()
    let names = Dictionary(try view.nodes(withIDs: reached).map { ($0.id, $0.label) }) { first, _ in first }
    events = try view.nodes(withIDs: found).map { event in
      (event, (edgesOfEvent[event.id] ?? []).compactMap { names[$0.target] })
    }
    figures = harmed.filter { figure in !(edgesOfFigure[figure.id] ?? []).contains { $0.kind == .resultOf } }.map {
      ($0, (edgesOfFigure[$0.id] ?? []).flatMap { $0.evidence.map(\.text) })
    }
  }
}

/// Compares the words of a description with events.
struct EventWords {
  private let lexicon: EventLexicon

  /// Takes the words that name events from the knowledge.
  init(knowledge: KnowledgeBase) { lexicon = knowledge.events }

  /// The words that tell something, in lower case.
  func telling(_ words: [String]) -> [String] {
    words.map { $0.lowercased() }.filter { !["a", "an", "at", "by", "in", "near", "of", "on", "the"].contains($0) }
  }

  /// A word without the ending of its plural.
  func stem(_ word: String) -> String { word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word }

  /// Whether a word speaks of an event: of its type, trigger, day or of somebody who takes part.
  func fits(_ word: String, _ event: Node, participants: [String]) -> Bool {
    guard case .event(let detail) = event.detail else { return false }
    if let date = detail.date?.description, date.hasPrefix(word) { return true }
    if types(of: word).contains(detail.type) { return true }
    return ([detail.type.rawValue, detail.trigger.text, event.label] + participants).contains { isLike(word, $0) }
  }

  /// Whether a word of a text begins like a word.
  func isLike(_ word: String, _ text: String) -> Bool {
    let beginning = word.prefix(max(4, word.count - 3))
    return text.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(beginning) }
  }

  private func types(of word: String) -> Set<EventType> {
    var lemmas = [word, stem(word)]
    for ending in ["es", "ed", "ing"] where word.hasSuffix(ending) && word.count > ending.count + 2 {
      let base = String(word.dropLast(ending.count))
      lemmas += [base, base + "e"]
    }
    return Set(lemmas.flatMap(lexicon.entries(trigger:)).filter(\.companions.isEmpty).compactMap(\.type))
  }
}
