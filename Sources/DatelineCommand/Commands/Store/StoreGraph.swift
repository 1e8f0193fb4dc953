import ArgumentParser
import Dateline

/// A store as another source of a graph than articles.
struct StoreSourceArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Ask a store that 'dateline add' made, instead of articles.", valueName: "file"))
  var store: String?

  @OptionGroup var period: PeriodArguments

  /// The store, where one is named; throws where articles are named beside it.
  func open(besides articles: [String]) throws -> GraphStore? {
    guard let store else {
      guard !articles.isEmpty else { throw ValidationError("Name at least one article, or a store with --store.") }
      guard period.since == nil, period.until == nil else {
        throw ValidationError("--since and --until go with --store.")
      }
      return nil
    }
    guard articles.isEmpty else { throw ValidationError("Give articles or --store, not both.") }
    return try StoreOpening.open(store, .reading)
  }

  /// What surrounds the node of a name in a store.
  func neighbourhood(of name: String, in store: GraphStore, limits: Neighbourhood.Limits) throws -> Neighbourhood {
    let center = try StoreOpening.node(named: name, in: store)
    return try StoreOpening.told { try Neighbourhood(of: center, in: period.view(of: store), limits: limits) }
  }
}
