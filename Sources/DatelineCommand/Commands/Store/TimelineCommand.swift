import ArgumentParser
import Dateline

/// Lists the events around a node in the order of time.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "List the events around a person, place or organisation, or of a description, in the order of time.",
    discussion: """
      What is asked for is named as with 'dateline toll'.

      Examples:
        dateline timeline --about Accra --store week.dateline --since 2025-04-01
        dateline timeline --about "Lagos ferry accident" --store week.dateline
      """
  )

  @Option(help: ArgumentHelp("A name, what happened in words, or the id of a node.", valueName: "name"))
  var about: String

  @OptionGroup var store: StoreArguments
  @OptionGroup var period: PeriodArguments
  @OptionGroup var answer: AnswerArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let words = EventWords(knowledge: try common.knowledgeBase())
    let store = try store.open(.reading)
    let view = period.view(of: store)
    let rows = try StoreOpening.told { () -> [[AnswerCell]] in
      try self.rows(of: EventSearch(store: store, view: view, words: words).finding(for: about).events, in: view)
    }
    try answer.write(
      ["date", "event", "type", "status", "who", "whom", "where", "articles", "sentence", "id", "summary"],
      rows,
      shown: ["date", "summary", "who", "whom", "where", "articles", "sentence"],
      told: ["date", "event", "type", "status", "who", "whom", "where", "articles", "sentence", "id"],
      prose: 2,
      nothing: "No events are known around '\(about)'."
    )
  }

  private func rows(of events: [Node], in view: StoreView) throws -> [[AnswerCell]] {
    let edges = try view.edges(touching: events.map(\.id))
    let edgesOfEvent = Dictionary(grouping: edges, by: \.source)
    let names = Dictionary(
      try view.nodes(withIDs: Set(edges.map(\.target)).sorted()).map { ($0.id, $0.label) }
    ) { first, _ in first }
    let rows = try events.compactMap { event -> (CalendarDate?, String, [AnswerCell])? in
      guard case .event(let detail) = event.detail else { return nil }
      let leaving = edgesOfEvent[event.id] ?? []
      func fillers(_ kinds: Set<Edge.Kind>) -> AnswerCell {
        .list(leaving.filter { kinds.contains($0.kind) }.compactMap { names[$0.target] })
      }
      let evidence = leaving.flatMap(\.evidence).sorted()
      let articles = Set(evidence.map(\.article)).union([detail.trigger.article]).sorted()
      let sentence = try evidence.first ?? view.sentence(around: detail.trigger) ?? detail.trigger
      let status = detail.status.rawValue
      let type = detail.type.rawValue
      let row: [AnswerCell] = [
        .text(detail.date?.description ?? ""), .text(event.label), .text(type), .text(status), fillers([.agent]),
        fillers([.patient, .recipient]), fillers([.place]), .list(articles),
        .text(sentence.text), .text(event.id),
        .text(detail.status == .actual ? "\(event.label) (\(type))" : "\(event.label) (\(type), \(status))"),
      ]
      return (detail.date, event.id, row)
    }
    return rows.sorted { left, right in
      if left.0 != right.0 {
        guard let one = left.0 else { return false }
        guard let other = right.0 else { return true }
        return one < other
      }
      return left.1 < right.1
    }.map(\.2)
  }
}
