import ArgumentParser
import Dateline

/// Lists casualty figures over time.
struct TollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "toll",
    abstract: "List the casualty figures of an event over time, which supersede and which contradict each other.",
    discussion: """
      The event is named by a person, place or organisation that it happened to, alone or with words for the kind of
      event, the day or others who took part; by words of the sentences that tell of it; or by an id.

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
  @OptionGroup var common: CommonOptions

  func run() throws {
    let words = EventWords(knowledge: try common.knowledgeBase())
    let store = try store.open(.reading)
    let view = period.view(of: store)
    let rows = try StoreOpening.told { () -> [[String]] in
      let sources = try EventSearch(store: store, view: view, words: words).nodes(named: event)
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

/// The casualty figures around nodes, in the order of the articles that give them.
struct TollReport {
  static let columns = ["told", "outcome", "figure", "bound", "date", "event", "source", "article", "note", "sentence"]

  let view: StoreView

  private struct Claim {
    var told: CalendarDate?
    var article: String
    var figure: CasualtyDetail
    var label: String
    var event: String
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
        claim.figure.date?.description ?? "", claim.event, claim.source, claim.article,
        note(on: claim, among: claims[..<position]), claim.sentence,
      ]
    }
  }

  /// The ids of nodes and, of places, of the places in them.
  static func anchors(_ nodes: [Node], in view: StoreView) throws -> Set<String> {
    let places = nodes.filter { $0.kind == .place }.map(\.id)
    let inside = try view.edges(touching: places).filter { $0.kind == .locatedIn && places.contains($0.target) }
    let found = try view.nodes(withIDs: inside.map(\.source)).filter { $0.kind == .place }
    return Set(nodes.map(\.id) + found.map(\.id))
  }

  private func claims(around nodes: [Node]) throws -> [Claim] {
    let anchors = try Self.anchors(nodes, in: view)
    let first = try view.edges(touching: anchors.sorted())
    let reached = Set(first.filter { anchors.contains($0.target) }.map(\.source))
    let isNamed = nodes.contains(where: \.kind.isNamed)
    let events = isNamed ? try view.nodes(withIDs: reached.sorted()).filter { $0.kind == .event }.map(\.id) : []
    let second = try view.edges(touching: events)
    let causes = anchors.union(events)
    let figureIDs = Set(
      (first + second).filter { edge in
        causes.contains(edge.target) && [.resultOf, .place].contains(edge.kind)
      }.map(\.source)
    ).union(anchors)
    let figures = try view.nodes(withIDs: figureIDs.sorted()).filter { $0.kind == .casualtyFigure }
    let edges = try view.edges(touching: figures.map(\.id))
    let edgesOfFigure = Dictionary(grouping: edges, by: \.source)
    let labels = Dictionary(
      try view.nodes(withIDs: Set(edges.map(\.target)).sorted()).map { ($0.id, $0.label) }
    ) { first, _ in first }
    let articles = Set(figures.flatMap { $0.mentions.map(\.article) }).sorted()
    let dates = Dictionary(try view.articles(withIDs: articles).map { ($0.id, $0.date) }) { first, _ in first }
    return figures.compactMap { figure in
      guard case .casualtyFigure(let detail) = figure.detail else { return nil }
      let leaving = edgesOfFigure[figure.id] ?? []
      let evidence = (figure.mentions.first ?? leaving.flatMap(\.evidence).sorted().first)
      func names(_ kind: Edge.Kind) -> String {
        leaving.filter { $0.kind == kind }.compactMap { labels[$0.target] }.joined(separator: ", ")
      }
      let article = evidence?.article ?? ""
      return Claim(
        told: dates[article].flatMap { $0 },
        article: article,
        figure: detail,
        label: figure.label,
        event: names(.resultOf),
        source: names(.reportedBy),
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
    let isLater = last.told.flatMap { before in claim.told.map { before < $0 } } ?? false
    if isLater, (claim.figure.minimum ?? 0) > (last.figure.minimum ?? 0) { return "supersedes \(last.article)" }
    return "\(Self.agree(last.figure, claim.figure) ? "agrees with" : "contradicts") \(last.article)"
  }

  private static func agree(_ left: CasualtyDetail, _ right: CasualtyDetail) -> Bool {
    let (low, high) = (max(left.minimum ?? 0, right.minimum ?? 0), min(left.maximum ?? .max, right.maximum ?? .max))
    return low <= high
  }
}
