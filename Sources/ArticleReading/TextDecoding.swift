import Foundation

/// Turns the bytes of an input into text, or says what they are instead.
enum TextDecoding {
  /// The text of UTF-8 bytes; a byte order mark stays in it, so that offsets are those of the file.
  static func text(of data: Data, input: String) throws(ArticleReadingError) -> String {
    if let encoding = otherEncoding(of: data) {
      throw ArticleReadingError(input: input, kind: .otherEncoding(encoding))
    }
    if let offset = data.firstIndex(of: 0) {
      throw ArticleReadingError(input: input, kind: .binary(offset: offset - data.startIndex))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ArticleReadingError(input: input, kind: .notUTF8(offset: firstInvalidOffset(in: data)))
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }) else {
      throw ArticleReadingError(input: input, kind: .empty)
    }
    return text
  }

  private static func otherEncoding(of data: Data) -> String? {
    switch Array(data.prefix(4)) {
    case [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]: "UTF-32"
    case let start where start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]): "UTF-16"
    default: nil
    }
  }

  private static func firstInvalidOffset(in data: Data) -> Int {
    var decoder = UTF8()
    var bytes = data.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return offset
      }
    }
  }
}
