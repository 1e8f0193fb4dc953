import ArgumentParser
import Dateline

/// Lists casualty figures over time.
struct TollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "toll",
    abstract: "List the casualty figures of an event over time, which supersede and which contradict each other.",
    discussion: """
      The event is named by a person, place or organisation it happened to, alone or with the kind of event, or by an id.

      Examples:
        dateline toll --event Lagos --store week.dateline
        dateline toll --event "Lagos ferry accident" --store week.dateline --format json
      """
  )

  @Option(help: ArgumentHelp("What happened, in words, or the id of a node.", valueName: "event"))
  var event: String

  @OptionGroup var store: StoreArguments
  @OptionGroup var period: PeriodArguments
  @OptionGroup var answer: AnswerArguments

  func run() throws {
    let store = try store.open(.reading)
    let view = period.view(of: store)
    let rows = try StoreOpening.told { () -> [[String]] in
      let sources = try EventSearch(store: store, view: view).nodes(named: event)
      guard !sources.isEmpty else {
        // Tells the nearest names.
        _ = try StoreOpening.node(named: event, in: store)
        return []
      }
      return try TollReport(view: view).rows(around: sources)
    }
    try answer.write(TollReport.columns, rows, nothing: "No casualty figures are known of '\(event)'.")
  }
}

/// Finds the nodes that a description such as "Lagos ferry accident" is about.
struct EventSearch {
  let store: GraphStore
  let view: StoreView

  /// Events, or named nodes where the words name no kind of event.
  func nodes(named query: String) throws -> [Node] {
    if let exact = try view.nodes(withIDs: [query]).first { return [exact] }
    if case .found(let node) = try store.node(named: query) { return [node] }
    let words = query.split(separator: " ").map(String.init)
    for length in stride(from: words.count - 1, to: 0, by: -1) {
      for start in 0...(words.count - length) {
        let name = words[start..<start + length].joined(separator: " ")
        guard case .found(let node) = try store.node(named: name), node.kind.isNamed else { continue }
        let rest = words[..<start] + words[(start + length)...]
        let events = try events(around: node, matching: rest.map { $0.lowercased() })
        if !events.isEmpty { return events }
      }
    }
    return []
  }

  private func events(around node: Node, matching words: [String]) throws -> [Node] {
    let sources = try view.edges(touching: [node.id]).filter { $0.target == node.id }.map(\.source)
    return try view.nodes(withIDs: Set(sources).sorted()).filter { event in
      guard case .event(let detail) = event.detail else { return false }
      let names = [detail.type.rawValue, detail.trigger.text.lowercased(), event.label.lowercased()]
      return words.contains { word in names.contains { Self.isLike(word, $0) } }
    }
  }

  private static func isLike(_ word: String, _ text: String) -> Bool {
    let stem = word.prefix(max(4, word.count - 3))
    return text.split(separator: " ").contains { $0.hasPrefix(stem) }
  }
}

/// The casualty figures around nodes, in the order of the articles that give them.
struct TollReport {
  static let columns = ["told", "outcome", "figure", "bound", "date", "source", "article", "note", "sentence"]

  let view: StoreView

  private struct Claim {
    var told: CalendarDate?
    var article: String
    var figure: CasualtyDetail
    var label: String
    var source: String
    var sentence: String
    var place: Int
  }

  func rows(around nodes: [Node]) throws -> [[String]] {
    let claims = try claims(around: nodes).sorted { left, right in
      if left.told != right.told { return (left.told.map { "\($0)" } ?? "~") < (right.told.map { "\($0)" } ?? "~") }
      return (left.article, left.place) < (right.article, right.place)
    }
    return claims.enumerated().map { position, claim in
      [
        claim.told?.description ?? "", claim.figure.outcome.rawValue, claim.label, claim.figure.bound.rawValue,
        claim.figure.date?.description ?? "", claim.source, claim.article,
        note(on: claim, among: claims[..<position]), claim.sentence,
      ]
    }
  }

  private func claims(around nodes: [Node]) throws -> [Claim] {
    let ids = nodes.map(\.id)
    let first = try view.edges(touching: ids)
    let reached = Set(first.filter { ids.contains($0.target) }.map(\.source))
    let events = try view.nodes(withIDs: reached.sorted()).filter { $0.kind == .event }.map(\.id)
    let second = try view.edges(touching: events)
    let causes = Set(ids + events)
    let figureIDs = Set(
      (first + second).filter { edge in
        causes.contains(edge.target) && [.resultOf, .place].contains(edge.kind)
      }.map(\.source)
    )
    let figures = try view.nodes(withIDs: figureIDs.sorted()).filter { $0.kind == .casualtyFigure }
    let edges = try view.edges(touching: figures.map(\.id))
    let edgesOfFigure = Dictionary(grouping: edges, by: \.source)
    let sources = Dictionary(
      try view.nodes(withIDs: Set(edges.filter { $0.kind == .reportedBy }.map(\.target)).sorted())
        .map { ($0.id, $0.label) }
    ) { first, _ in first }
    let articles = Set(figures.flatMap { $0.mentions.map(\.article) }).sorted()
    let dates = Dictionary(try view.articles(withIDs: articles).map { ($0.id, $0.date) }) { first, _ in first }
    return figures.compactMap { figure in
      guard case .casualtyFigure(let detail) = figure.detail else { return nil }
      let leaving = edgesOfFigure[figure.id] ?? []
      let evidence = (figure.mentions.first ?? leaving.flatMap(\.evidence).sorted().first)
      let reporters = leaving.filter { $0.kind == .reportedBy }.compactMap { sources[$0.target] }
      let article = evidence?.article ?? ""
      return Claim(
        told: dates[article].flatMap { $0 },
        article: article,
        figure: detail,
        label: figure.label,
        source: reporters.joined(separator: ", "),
        sentence: leaving.flatMap(\.evidence).sorted().first?.text ?? evidence?.text ?? "",
        place: evidence?.range.lowerBound ?? 0
      )
    }
  }

  /// How a figure stands to the latest earlier one of its outcome.
  private func note(on claim: Claim, among earlier: ArraySlice<Claim>) -> String {
    if claim.figure.partOf != nil { return "part of another" }
    let comparable = earlier.filter { $0.figure.outcome == claim.figure.outcome && $0.figure.partOf == nil }
    guard let last = comparable.last else { return "" }
    if Self.agree(last.figure, claim.figure) { return "agrees with \(last.article)" }
    guard let before = last.told, let now = claim.told, before < now else { return "contradicts \(last.article)" }
    let isLess = (claim.figure.maximum ?? claim.figure.minimum ?? 0) < (last.figure.minimum ?? 0)
    return isLess ? "contradicts \(last.article)" : "supersedes \(last.article)"
  }

  private static func agree(_ left: CasualtyDetail, _ right: CasualtyDetail) -> Bool {
    let (low, high) = (max(left.minimum ?? 0, right.minimum ?? 0), min(left.maximum ?? .max, right.maximum ?? .max))
    return low <= high
  }
}
