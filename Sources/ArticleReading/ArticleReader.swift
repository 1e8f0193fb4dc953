import Foundation

/// Reads articles from plain text, told apart into their regions.
public struct ArticleReader: Sendable {
  /// The most bytes that one article may have.
  public static let largestArticle = 4 << 20

  private let patterns: [LinePattern]

  /// Makes a reader that knows lines outside the story by the given patterns, tried in order.
  public init(patterns: [LinePattern]) {
    self.patterns = patterns
  }

  /// The article of a text; metadata that is given stands above what the text says.
  public func article(
    id: String,
    text: String,
    title: String? = nil,
    date: CalendarDate? = nil,
    url: String? = nil
  ) -> Article {
    let (regions, written) = ArticleStructure(patterns: patterns).regions(of: text)
    var article = Article(id: id, url: url, title: title, date: date ?? written, text: text, regions: regions)
    if article.title == nil, let first = regions.first(where: { $0.kind.isStory }), first.kind == .title {
      article.title = Self.text(of: first.range, in: text)
    }
    return article
  }

  /// The article of a file's or stream's bytes; throws where they are no text.
  ///
  /// - Parameter input: How errors call it: the path, or "standard input".
  public func article(
    id: String,
    data: Data,
    input: String,
    date: CalendarDate? = nil
  ) throws(ArticleReadingError) -> Article {
    guard data.count <= Self.largestArticle else {
      throw ArticleReadingError(input: input, kind: .tooLarge(size: data.count, limit: Self.largestArticle))
    }
    return article(id: id, text: try TextDecoding.text(of: data, input: input), date: date)
  }

  /// The article in a file; its id is the file's name without the extension.
  public func article(atPath path: String, date: CalendarDate? = nil) throws(ArticleReadingError) -> Article {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ArticleReadingError(input: path, kind: .missing)
    }
    guard !isFolder.boolValue else { throw ArticleReadingError(input: path, kind: .folder) }
    let file = URL(fileURLWithPath: path)
    let data: Data
    do {
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      guard size <= Self.largestArticle else {
        throw ArticleReadingError(input: path, kind: .tooLarge(size: size, limit: Self.largestArticle))
      }
      data = try Data(contentsOf: file)
    } catch let error as ArticleReadingError {
      throw error
    } catch {
      throw ArticleReadingError(input: path, kind: .unreadable(error.localizedDescription))
    }
    return try article(id: file.deletingPathExtension().lastPathComponent, data: data, input: path, date: date)
  }

  private static func text(of range: Range<Int>, in text: String) -> String {
    let scalars = text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
    let end = scalars.index(start, offsetBy: range.count)
    return String(scalars[start..<end])
  }
}
