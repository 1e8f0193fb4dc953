/// Why an article cannot be read.
public struct ArticleReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of thing is wrong.
  public enum Kind: Sendable, Hashable {
    /// There is no such file.
    case missing
    /// The path leads to a folder.
    case folder
    /// The file cannot be opened or read.
    case unreadable(String)
    /// There is no text in it.
    case empty
    /// The bytes at an offset are not UTF-8.
    case notUTF8(offset: Int)
    /// The text is UTF-16 or UTF-32.
    case otherEncoding(String)
    /// There are NUL bytes in it, so it is no text.
    case binary(offset: Int)
    /// It is larger than an article may be; both in bytes.
    case tooLarge(size: Int, limit: Int)
    /// A line of JSON is not as it must be.
    case badRecord(String)
    /// What should hold one JSON record a line begins with something else.
    case noRecords
    /// A table of articles, or a row of one, is not as it must be.
    case badTable(String)
    /// Hardly a word of it is English.
    case notEnglish
  }

  /// The input: a path, "standard input", or either with a line number.
  public let input: String
  /// What is wrong.
  public let kind: Kind

  /// Makes an error of its parts.
  public init(input: String, kind: Kind) {
    self.input = input
    self.kind = kind
  }

  /// A sentence that names the input, what is wrong and what to do.
  public var description: String { "\(input): \(reason)" }

  private var reason: String {
    switch kind {
    case .missing: "there is no such file; check the path"
    case .folder: "is a folder; name the files in it"
    case .unreadable(let reason): "cannot be read (\(reason)); check its permissions"
    case .empty: "holds no text"
    case .notUTF8(let offset):
      "is not UTF-8 text (first bad byte at offset \(offset)); convert it, for example with 'iconv -t UTF-8'"
    case .otherEncoding(let name): "is \(name) text; convert it, for example with 'iconv -f \(name) -t UTF-8'"
    case .binary(let offset): "is not text (NUL byte at offset \(offset)); give a plain-text file"
    case .tooLarge(let size, let limit):
      "has \(size) bytes, an article may have \(limit); split it into articles, or use 'dateline extract' with one "
        + "JSON record a line"
    case .badRecord(let reason): "is no article record (\(reason)); expected {\"id\": …, \"text\": …}"
    case .noRecords:
      "holds no article records, {\"id\": …, \"text\": …} on every line; 'dateline export' and 'dateline graph' read plain "
        + "text"
    case .badTable(let reason):
      "is no table of articles (\(reason)); expected a header with 'text' and, where known, 'id', 'date', 'title' and "
        + "'url', cells quoted as RFC 4180 has it"
    case .notEnglish: "does not look like English; only English articles can be read"
    }
  }
}
