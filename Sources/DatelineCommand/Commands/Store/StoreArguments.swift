import ArgumentParser
import Dateline
import Foundation

/// The store that a command reads or writes.
struct StoreArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The store: a file that 'dateline add' makes.", valueName: "file"))
  var store: String

  /// The store, opened; throws `CommandFailure`.
  func open(_ access: GraphStore.Access, tables: TableSource = TableSource()) throws -> GraphStore {
    try StoreOpening.open(store, access, tables: tables)
  }
}

/// The days whose articles a query counts.
struct PeriodArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Only what articles of this day and later say (YYYY-MM-DD).", valueName: "day"))
  var since: CalendarDate?

  @Option(help: ArgumentHelp("Only what articles of this day and earlier say (YYYY-MM-DD).", valueName: "day"))
  var until: CalendarDate?

  /// The view of a store that the days leave.
  func view(of store: GraphStore) -> StoreView { StoreView(of: store, since: since, until: until) }
}

/// The forms of an answer from a store.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
}

/// The form of an answer.
struct AnswerArguments: ParsableArguments {
  @Option(help: "The form of the answer: table or json.")
  var format = AnswerFormat.table

  /// Writes rows as a table, or as a JSON array of objects whose members are the columns; empty cells are left out.
  ///
  /// - Parameters:
  ///   - shown: The columns of the table; nil shows all.
  ///   - nothing: What is said in the place of an empty table.
  func write(_ columns: [String], _ rows: [[String]], shown: [String]? = nil, nothing: String) throws {
    switch format {
    case .json: try writeJSON(rows.map { row in JSONRecord(zip(columns, row).filter { !$0.1.isEmpty }) })
    case .table:
      guard !rows.isEmpty else { return try StandardOutput.write(nothing + "\n") }
      let used = (shown ?? columns).compactMap { columns.firstIndex(of: $0) }.filter { column in
        rows.contains { !$0[column].isEmpty }
      }
      var table = TextTable(used.map { columns[$0] })
      for row in rows { table.add(used.map { row[$0] }) }
      try StandardOutput.write(table.text())
    }
  }

  /// Writes a value as JSON.
  func writeJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try StandardOutput.write(encoder.encode(value) + Data("\n".utf8))
  }
}

/// A JSON object of texts.
struct JSONRecord: Encodable {
  private let members: [String: String]

  init(_ members: [(String, String)]) {
    self.members = Dictionary(members) { first, _ in first }
  }

  func encode(to encoder: any Encoder) throws {
    try members.encode(to: encoder)
  }
}

/// Opens stores and finds nodes in them, with errors as sentences for the user.
enum StoreOpening {
  static func open(_ path: String, _ access: GraphStore.Access, tables: TableSource = TableSource()) throws
    -> GraphStore
  {
    try told { try GraphStore(path: path, access: access, tables: tables) }
  }

  /// The node that a name means; throws `CommandFailure` with the candidates or the nearest names.
  static func node(named name: String, in store: GraphStore) throws -> Node {
    try told { try NodeChoice(source: StoreView(of: store)).node(named: name, among: store.node(named: name)) }
  }

  /// What a piece of work gives; errors of the store become `CommandFailure`.
  static func told<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as StoreError {
      throw CommandFailure(error.description)
    } catch let error as KnowledgeError {
      throw CommandFailure("\(error); mend the table or leave it out")
    }
  }
}
