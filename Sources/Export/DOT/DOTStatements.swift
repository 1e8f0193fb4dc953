/// The statements of a DOT file, each with its attributes, before their meaning is known.
struct DOTStatements {
  struct Statement {
    var source: String
    /// The node that an edge reaches; nil where the statement is no edge.
    var target: String?
    var attributes: [(name: String, value: String)]
  }

  private(set) var statements: [Statement] = []
  private var scanner: DOTScanner
  private var token = DOTScanner.Token.end

  init(_ text: String) throws(GraphReadingError) {
    scanner = DOTScanner(text)
    token = try scanner.next()
    guard token == .text("digraph") else { throw GraphReadingError("line 1: 'digraph' is missing") }
    try advance()
    _ = try name()
    try expect("{")
    while token != .mark("}") { statements.append(try statement()) }
    try advance()
    guard token == .end else { throw unexpected() }
  }

  private mutating func advance() throws(GraphReadingError) { token = try scanner.next() }

  private mutating func statement() throws(GraphReadingError) -> Statement {
    var statement = Statement(source: try name(), target: nil, attributes: [])
    if token == .mark("->") {
      try advance()
      statement.target = try name()
    }
    try expect("[")
    while token != .mark("]") {
      let attribute = try name()
      try expect("=")
      statement.attributes.append((attribute, try name()))
      if token == .mark(",") { try advance() }
    }
    try advance()
    try expect(";")
    return statement
  }

  private mutating func name() throws(GraphReadingError) -> String {
    guard case .text(let text) = token else { throw unexpected() }
    try advance()
    return text
  }

  private mutating func expect(_ mark: String) throws(GraphReadingError) {
    guard token == .mark(mark) else { throw unexpected() }
    try advance()
  }

  private func unexpected() -> GraphReadingError {
    switch token {
    case .end: GraphReadingError("line \(scanner.line): the graph ends too early")
    case .text(let text), .mark(let text): GraphReadingError("line \(scanner.line): '\(text)' is not expected here")
    }
  }
}
