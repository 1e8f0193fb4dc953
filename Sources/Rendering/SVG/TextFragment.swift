import Foundation

/// Links into an article at the words of a piece of evidence.
enum TextFragment {
  /// A sentence with more words is named by its first and last ones.
  private static let mostWords = 10
  private static let wordsAtEnds = 4

  /// The address of an article with a text fragment for the words, or nothing where the address is not http or https.
  static func link(to address: String?, words: String) -> String? {
    guard let address, let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      scheme == "http" || scheme == "https", url.host()?.isEmpty == false
    else { return nil }
    let plain = url.absoluteString.split(separator: "#", maxSplits: 1).first.map(String.init) ?? address
    let words = words.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { return plain }
    let parts =
      words.count > mostWords
      ? [words.prefix(wordsAtEnds), words.suffix(wordsAtEnds)].map { encoded($0.joined(separator: " ")) }
      : [encoded(words.joined(separator: " "))]
    return "\(plain)#:~:text=\(parts.joined(separator: ","))"
  }

  /// Percent-encodes all but letters and digits, since a dash, a comma and an ampersand have meanings there.
  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
  }

  private static let allowed = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
  )
}
