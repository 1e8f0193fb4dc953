import Dateline
import Foundation

/// Goes through the articles of files, folders, JSON lines and tables one by one, never holding more than one.
struct ArticleSource {
  private enum Input {
    /// A file with one article; one in a folder is called by its place there.
    case file(String, id: String?)
    /// A file with many records.
    case records(String, RecordForm)
  }

  private let inputs: [Input]

  /// The number of articles, as far as it can be told before they are read.
  let total: Int?

  /// Looks through folders; throws `CommandFailure` where one holds no articles, two files have one name or there is
  /// no file at all.
  init(paths: [String]) throws {
    var inputs: [Input] = []
    for path in paths {
      var isFolder: ObjCBool = false
      if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        let found = Self.files(in: path)
        guard !found.isEmpty else {
          throw CommandFailure("\(path): there is no .txt, .md, .jsonl, .csv or .tsv file in the folder")
        }
        inputs += found
      } else {
        inputs.append(Self.input(path, id: nil))
      }
    }
    self.inputs = inputs
    if let first = paths.first, !paths.contains(where: { $0 == "-" || FileManager.default.fileExists(atPath: $0) }) {
      throw CommandFailure(ArticleReadingError(input: first, kind: .missing).description)
    }
    try Self.checkNames(inputs)
    total = Self.total(of: inputs)
  }

  private static func total(of inputs: [Input]) -> Int? {
    var total = 0
    for input in inputs {
      switch input {
      case .file: total += 1
      case .records(let path, .jsonLines):
        guard let lines = lines(of: path) else { return nil }
        total += lines
      case .records: return nil
      }
    }
    return total
  }

  /// The number of lines of a file with something in them, or nil where it is no file that can be read twice.
  private static func lines(of path: String) -> Int? {
    guard FileManager.default.isRegularFile(atPath: path), let handle = FileHandle(forReadingAtPath: path) else {
      return nil
    }
    defer { try? handle.close() }
    var count = 0
    var isWithinLine = false
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty {
      for byte in piece {
        if byte == 0x0A {
          isWithinLine = false
        } else if !isWithinLine, byte != 0x0D {
          isWithinLine = true
          count += 1
        }
      }
    }
    return count
  }

  /// Throws where two files are called alike: the second would take the place of the first.
  private static func checkNames(_ inputs: [Input]) throws {
    var paths: [String: String] = [:]
    for case .file(let path, let id) in inputs {
      let id = id ?? URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      if let other = paths.updateValue(path, forKey: id), other != path {
        throw CommandFailure(
          "\(other) and \(path) are both called '\(id)'; rename one, or name the folder that both lie in"
        )
      }
    }
  }

  /// Calls a function with each article, or the error that stands in its place, and how messages call it.
  func forEach(
    reader: ArticleReader,
    date: CalendarDate?,
    _ body: (String, Result<Article, ArticleReadingError>) throws -> Void
  ) throws {
    for input in inputs {
      switch input {
      case .file("-", _):
        let data = try FileHandle.standardInput.readToEnd() ?? Data()
        let name = "standard input"
        try body(
          name,
          Self.result { () throws(ArticleReadingError) in
            try reader.article(id: "standard-input", data: data, input: name, date: date)
          }
        )
      case .file(let path, let id):
        let result = Self.result { () throws(ArticleReadingError) in try reader.article(atPath: path, date: date) }
        try body(path, id.map { id in result.map { $0.called(id) } } ?? result)
      case .records(let path, let form): try forEachRecord(of: path, form, reader: reader, date: date, body)
      }
    }
  }

  private func forEachRecord(
    of path: String,
    _ form: RecordForm,
    reader: ArticleReader,
    date: CalendarDate?,
    _ body: (String, Result<Article, ArticleReadingError>) throws -> Void
  ) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      return try body(path, .failure(ArticleReadingError(input: path, kind: .missing)))
    }
    defer { try? handle.close() }
    for record in RecordReader(handle, form: form, input: path).results {
      let article = Self.result { () throws(ArticleReadingError) in try reader.article(of: record.get()) }
      try body(
        (try? record.get().name) ?? path,
        article.map { article in
          var article = article
          article.date = article.date ?? date
          return article
        }
      )
    }
  }

  private static func result(
    _ read: () throws(ArticleReadingError) -> Article
  ) -> Result<Article, ArticleReadingError> {
    do throws(ArticleReadingError) {
      return .success(try read())
    } catch {
      return .failure(error)
    }
  }

  private static func files(in folder: String) -> [Input] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      let ending = URL(fileURLWithPath: name).pathExtension.lowercased()
      guard !isHidden, (["txt", "text", "md"] + RecordForm.endings).contains(ending) else { return nil }
      let id = URL(fileURLWithPath: name).deletingPathExtension().relativePath
      return input(URL(fileURLWithPath: folder).appendingPathComponent(name).path, id: id)
    }
  }

  private static func input(_ path: String, id: String?) -> Input {
    RecordForm(path: path).map { .records(path, $0) } ?? .file(path, id: id)
  }
}

extension Article {
  fileprivate func called(_ id: String) -> Article {
    var article = self
    article.id = id
    return article
  }
}
