/// One news article as it was read, with what is known about it and how its text divides.
///
/// All offsets are Unicode scalar offsets into `text`, half open.
public struct Article: Sendable, Hashable {
  /// What names the article in a corpus: a given identifier, else the file's name without its extension.
  public var id: String
  /// Where the article stands on the web, where known.
  public var url: String?
  /// The headline: given beside the text, else read from it.
  public var title: String?
  /// The day of publication: given, else read from the text.
  public var date: CalendarDate?
  /// The whole text as it was read, boilerplate included.
  public var text: String
  /// What each stretch of the text is, in the order of the text and without overlaps; blank lines belong to none.
  public var regions: [ArticleRegion]

  /// Makes an article of its parts.
  public init(
    id: String,
    url: String? = nil,
    title: String? = nil,
    date: CalendarDate? = nil,
    text: String,
    regions: [ArticleRegion]
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.date = date
    self.text = text
    self.regions = regions
  }
}

/// A stretch of an article's text and what it is.
public struct ArticleRegion: Sendable, Hashable {
  /// What a stretch of text is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The headline, or a heading within the text.
    case title
    /// Place, day and agency before the first sentence: "KYIV, April 15 (Reuters) –".
    case dateline
    /// Who wrote the article.
    case byline
    /// A line that gives the day of publication alone.
    case date
    /// A paragraph that tells the story.
    case paragraph
    /// Credits, tags, source lists, advertisements: not part of the story.
    case boilerplate

    /// Whether what stands here is told to the reader, and so worth analysing.
    public var isStory: Bool { self == .title || self == .paragraph }
  }

  /// What the stretch is.
  public var kind: Kind
  /// Unicode scalar offsets into the article's text.
  public var range: Range<Int>

  /// Makes a region of its kind and range.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
