/// How the names of several words begin that tables know, so that nobody need put words together that begin none.
public struct NameBeginnings: Sendable {
  private let beginnings: Set<String>

  /// Collects the beginnings of names, which are given as `NameKey`s.
  init(of keys: some Sequence<String>) {
    var beginnings: Set<String> = []
    for key in keys {
      for position in key.utf8.indices where key.utf8[position] == UInt8(ascii: " ") {
        beginnings.insert(String(key[..<position]))
      }
    }
    self.beginnings = beginnings
  }

  /// Whether a name begins with these whole words and goes on with others; the words as a `NameKey`.
  public func contains(_ key: String) -> Bool { beginnings.contains(key) }
}
