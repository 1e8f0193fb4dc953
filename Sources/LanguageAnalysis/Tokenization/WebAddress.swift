/// Web and mail addresses.
extension WordSplitter {
  private static let longestHost = 100

  /// The end of an address that begins at a position; nil where none does.
  func webAddressEnd(at start: Int, limit: Int) -> Int? {
    guard scalars[start].value < 0x80 else { return nil }
    var end = start
    while end < limit, end - start < Self.longestHost, isHostPart(scalars[end]) { end += 1 }
    guard end < limit || lastLabelIsDomain(start..<end) else { return nil }
    if end < limit, scalars[end] == ":", startsPath(at: end, limit: limit) { return trimmed(start..<limit) }
    if end + 1 < limit, scalars[end] == "@", scalars[end + 1].isLetter {
      return mailEnd(at: end, from: start, limit: limit)
    }
    let host = trimmed(start..<end)
    guard lastLabelIsDomain(start..<host) else { return nil }
    return host < limit && scalars[host] == "/" ? trimmed(start..<limit) : host
  }

  private func isHostPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.value < 0x80 && scalar.isLetter || scalar == "." || scalar == "-" || scalar == "_"
  }

  /// Whether "://" or the like makes what stands before a position the scheme of an address.
  private func startsPath(at colon: Int, limit: Int) -> Bool {
    colon + 2 < limit && scalars[colon + 1] == "/" && scalars[colon + 2] == "/"
  }

  private func mailEnd(at sign: Int, from start: Int, limit: Int) -> Int? {
    var end = sign + 1
    while end < limit, end - sign < Self.longestHost, isHostPart(scalars[end]) { end += 1 }
    let host = trimmed(start..<end)
    return host > sign && scalars[sign..<host].contains(".") ? host : nil
  }

  /// "www.", or a name like "example.org" whose last part is a domain.
  private func lastLabelIsDomain(_ range: Range<Int>) -> Bool {
    guard range.count > 3, let dot = range.last(where: { scalars[$0] == "." }), dot > range.lowerBound + 1 else {
      return false
    }
    if range.count > 6, matches("www.", at: range.lowerBound..<(range.lowerBound + 4)) { return true }
    let label = text.string((dot + 1)..<range.upperBound)
    let isOneCase = label == label.lowercased() || scalars[range].allSatisfy { !$0.isSmall }
    return isOneCase && TokenizationTables.domains.contains(label.lowercased())
  }

  /// The end of an address without the punctuation after it; a bracket that it opened stays.
  private func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    let opensBracket = scalars[range].contains("(")
    while end > range.lowerBound + 1 {
      let last = scalars[end - 1]
      guard !last.isWordPart, last != "/", last != "#", last != "=", last != "&", last != "_" else { break }
      if last == ")", opensBracket { break }
      end -= 1
    }
    return end
  }
}
