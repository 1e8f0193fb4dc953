import KnowledgeTables

/// Cities and first-level divisions of countries with their coordinates (table `gazetteer`).
///
/// The embedded table is searched as it stands, since reading it whole would take longer than most articles.
public struct Gazetteer: Sendable {
  /// One place that bears a name.
  public struct Place: Sendable, Hashable {
    /// ISO 3166-1 alpha-2.
    public let country: String
    /// Degrees north.
    public let latitude: Double
    /// Degrees east.
    public let longitude: Double
    /// Inhabitants in thousands.
    public let thousands: Int
    /// Whether it is a region, state or province; else a city.
    public let isRegion: Bool
  }

  private let lines: ByteLines
  private let additions: [String: [Place]]

  init(source: TableSource) throws(KnowledgeError) {
    guard let bytes = TableSource.embeddedBytes(of: "gazetteer") else {
      throw KnowledgeError(table: "gazetteer", line: 0, problem: "is not part of the program")
    }
    lines = ByteLines(bytes: bytes)
    var additions: [String: [Place]] = [:]
    for row in try source.addedRows("gazetteer") {
      let cells = ["country", "latitude", "longitude", "thousands", "kind"].map { row[$0] }
      guard let place = Self.place(cells) else {
        throw KnowledgeError(table: "gazetteer", line: row.line, problem: "has no country, latitude and longitude")
      }
      additions[row["key"], default: []].append(place)
    }
    self.additions = additions
  }

  /// The places of a name, the most populous first; the name as a `NameKey`.
  public func places(named key: String) -> [Place] {
    guard key.utf8.count > 2 else { return [] }
    let found = lines.lines(withKey: key).compactMap { line in
      Self.place(line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().map(String.init))
    }
    return (found + (additions[key] ?? [])).sorted { ($0.thousands, $1.country) > ($1.thousands, $0.country) }
  }

  private static func place(_ cells: [String]) -> Place? {
    guard cells.count >= 5, let latitude = Double(cells[1]), let longitude = Double(cells[2]) else { return nil }
    return Place(
      country: cells[0],
      latitude: latitude,
      longitude: longitude,
      thousands: Int(cells[3]) ?? 0,
      isRegion: cells[4] == "r"
    )
  }
}

/// Lines of an embedded table sorted by the bytes of their first cell.
private struct ByteLines: Sendable {
  private let count: Int
  private let start: Int
  private let base: UInt
  private static let newline = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")

  /// Keeps the address of bytes that live as long as the program, and skips comments and the header.
  init(bytes: UnsafeBufferPointer<UInt8>) {
    count = bytes.count
    base = UInt(bitPattern: bytes.baseAddress)
    var position = 0
    var isHeader = false
    while position < bytes.count, !isHeader {
      isHeader = bytes[position] != UInt8(ascii: "#")
      while position < bytes.count, bytes[position] != Self.newline { position += 1 }
      position += 1
    }
    start = min(position, bytes.count)
  }

  private var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: UnsafePointer(bitPattern: base), count: count)
  }

  func lines(withKey key: String) -> [String] {
    let bytes = bytes
    let key = Array(key.utf8)
    var low = start
    var high = count
    while low < high {
      let line = lineStart(before: low + (high - low) / 2, in: bytes)
      if compare(line, with: key, in: bytes) < 0 {
        low = lineEnd(from: line, in: bytes) + 1
      } else {
        high = line
      }
    }
    var found: [String] = []
    while low < count, compare(low, with: key, in: bytes) == 0 {
      let end = lineEnd(from: low, in: bytes)
      found.append(String(decoding: bytes[low..<end], as: UTF8.self))
      low = end + 1
    }
    return found
  }

  private func lineStart(before position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = position
    while position > start, bytes[position - 1] != Self.newline { position -= 1 }
    return position
  }

  private func lineEnd(from position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = position
    while position < count, bytes[position] != Self.newline { position += 1 }
    return position
  }

  /// Below, at or above zero as the key of a line comes before, is, or comes after a key.
  private func compare(_ line: Int, with key: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    for (offset, byte) in key.enumerated() {
      guard line + offset < count else { return -1 }
      let other = bytes[line + offset]
      if other == Self.tab { return -1 }
      if other != byte { return Int(other) - Int(byte) }
    }
    return line + key.count < count && bytes[line + key.count] == Self.tab ? 0 : 1
  }
}
