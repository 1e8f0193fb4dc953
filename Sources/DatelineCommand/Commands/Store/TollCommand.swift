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
    let (finding, rows) = try StoreOpening.told {
      let finding = try EventSearch(store: store, view: view, words: words).finding(for: event)
      let report = TollReport(view: view, wholeView: period.view(of: store, isWhole: true))
      return (finding, try report.rows(of: finding.figures))
    }
    try answer.write(
      TollReport.columns,
      rows,
      shown: TollReport.shownColumns,
      prose: 3,
      nothing: "No casualty figures are known of '\(event)'"
        + (finding.events.isEmpty ? "." : "; 'dateline timeline --about' lists its events.")
    )
  }
}
