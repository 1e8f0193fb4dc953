import ArgumentParser
import Dateline

/// A store as another source of a graph than articles.
struct StoreSourceArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Ask a store that 'dateline add' made, instead of articles.", valueName: "file"))
  var store: String?

  @OptionGroup var period: PeriodArguments

  /// Throws where neither or both of articles and a store are named.
  func check(besides input: ArticleOptions) throws {
    guard store != nil else {
      guard !input.articles.isEmpty else {
        throw ValidationError("Name at least one article, or a store with --store.")
      }
      guard period.since == nil, period.until == nil else {
        throw ValidationError("--since and --until go with --store.")
      }
      return
    }
    guard input.articles.isEmpty, input.date == nil else {
      throw ValidationError("Give articles or --store, not both.")
    }
  }

  /// The store, where one is named.
  func open() throws -> GraphStore? {
    try store.map { try StoreOpening.open($0, .reading) }
  }

  /// What surrounds the node of a name in a store.
  func neighbourhood(of name: String, in store: GraphStore, view: StoreView, limits: Neighbourhood.Limits) throws
    -> Neighbourhood
  {
    let center = try StoreOpening.node(named: name, in: store)
    return try StoreOpening.told {
      try Neighbourhood(of: view.nodes(withIDs: [center.id]).first ?? center, in: view, limits: limits)
    }
  }

  /// The whole merged graph of a store, of the articles that the days leave.
  func graph(of store: GraphStore) throws -> Graph {
    try StoreOpening.told { try store.graph(since: period.since, until: period.until) }
  }
}

extension Neighbourhood {
  /// What surrounds the node of a name in a graph; throws `CommandFailure` where the name means none or several.
  init(of name: String, in index: IndexedGraph, limits: Limits) throws {
    let found = NameSearch(index.graph.nodes).node(named: name)
    let center = try NodeChoice(source: index).node(named: name, among: found)
    try self.init(of: center, in: index, limits: limits)
  }
}
