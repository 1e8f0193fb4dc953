/// Reads the part of the DOT language that `GraphDOT` writes: quoted strings, names, marks.
struct DOTScanner {
  /// A piece of a DOT file.
  enum Token: Hashable {
    case text(String)
    case mark(String)
    case end
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The line on which the scanner stands, from 1.
  var line: Int { 1 + scalars[..<position].count { $0 == "\n" } }

  /// The next piece; throws where a string does not end or a character does not belong to the dialect.
  mutating func next() throws(GraphReadingError) -> Token {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    guard position < scalars.count else { return .end }
    let scalar = scalars[position]
    if scalar == "\"" { return .text(try quoted()) }
    if scalar == "-", position + 1 < scalars.count, scalars[position + 1] == ">" {
      position += 2
      return .mark("->")
    }
    if "{}[]=,;".unicodeScalars.contains(scalar) {
      position += 1
      return .mark(String(Character(scalar)))
    }
    let start = position
    while position < scalars.count, isName(scalars[position]) { position += 1 }
    guard position > start else {
      throw GraphReadingError("line \(line): '\(scalar)' does not belong into a graph of this program")
    }
    return .text(String(String.UnicodeScalarView(scalars[start..<position])))
  }

  private func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private mutating func quoted() throws(GraphReadingError) -> String {
    let start = line
    var text = String.UnicodeScalarView()
    position += 1
    while position < scalars.count, scalars[position] != "\"" {
      let isEscape = scalars[position] == "\\" && position + 1 < scalars.count
      if isEscape, scalars[position + 1] == "\"" || scalars[position + 1] == "\\" { position += 1 }
      text.append(scalars[position])
      position += 1
    }
    guard position < scalars.count else { throw GraphReadingError("line \(start): a string does not end") }
    position += 1
    return String(text)
  }
}
