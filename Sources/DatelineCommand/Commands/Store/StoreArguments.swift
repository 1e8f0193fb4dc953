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

  /// The view of a store that the days leave; with the mentions of nodes where it is whole.
  func view(of store: GraphStore, isWhole: Bool = false) -> StoreView {
    StoreView(of: store, since: since, until: until, isWhole: isWhole)
  }
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
  ///   - shown: The columns of the table, in their order; nil shows all.
  ///   - told: The columns of the JSON objects; nil tells all.
  ///   - prose: How many of the table's last columns may stand on lines of their own.
  ///   - nothing: What is said in the place of an empty table.
  func write(
    _ columns: [String],
    _ rows: [[AnswerCell]],
    shown: [String]? = nil,
    told: [String]? = nil,
    prose: Int = 1,
    nothing: String
  ) throws {
    switch format {
    case .json:
      try writeJSON(rows.map { row in AnswerRecord(zip(columns, row).filter { told?.contains($0.0) ?? true }) })
    case .table:
      guard !rows.isEmpty else { return try StandardOutput.write(nothing + "\n") }
      let wanted = (shown ?? columns).compactMap { columns.firstIndex(of: $0) }
      let texts = rows.map { row in wanted.map { row[$0].shown } }
      let used = wanted.indices.filter { position in texts.contains { !$0[position].isEmpty } }
      let proseUsed = used.count { $0 >= wanted.count - prose }
      var table = TextTable(used.map { columns[wanted[$0]] }, prose: proseUsed)
      for row in texts { table.add(used.map { row[$0] }) }
      try StandardOutput.write(table.text())
    }
  }

  /// Writes a value as JSON.
  func writeJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try StandardOutput.write(encoder.encode(value) + Data("\n".utf8))
  }

  /// Tells what has been done: one sentence, or one JSON object.
  func tell(_ sentence: String, _ members: [(String, AnswerCell)]) throws {
    switch format {
    case .json: try writeJSON(AnswerRecord(members))
    case .table: try StandardOutput.write(TerminalText.line(sentence) + "\n")
    }
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
