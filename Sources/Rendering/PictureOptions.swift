/// What a picture or page shows and how.
public struct PictureOptions: Sendable, Hashable {
  /// The colours: one of the names in the table `theme` (`light`, `dark`, `print`).
  public var theme: String
  /// The most nodes that are drawn; none means as many as stay readable on one landscape page.
  public var top: Int?
  /// Whether everything is drawn, however small it becomes; then `top` does not count.
  public var showsAll: Bool
  /// Whether each statement is drawn as a node of its own, instead of counted under its speaker's name.
  public var showsStatements: Bool
  /// Pixels a point of a PNG picture, above 0; other formats have no pixels.
  public var scale: Double

  /// Makes options; what is not given has the value that suits an article of usual length.
  public init(
    theme: String = "light",
    top: Int? = nil,
    showsAll: Bool = false,
    showsStatements: Bool = false,
    scale: Double = 2
  ) {
    self.theme = theme
    self.top = top
    self.showsAll = showsAll
    self.showsStatements = showsStatements
    self.scale = scale
  }
}
