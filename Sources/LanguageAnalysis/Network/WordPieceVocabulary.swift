/// The word pieces of the encoder and their ids (Training/FORMAT.md).
package struct WordPieceVocabulary: Sendable {
  /// The id of what has no pieces.
  let unknown: Int32
  /// The id that begins a sequence.
  let start: Int32
  /// The id that ends a sequence.
  let end: Int32
  private let table: WordPieceTable
  private let mostOfWord: Int

  /// Reads pieces separated by line feeds; the id is the line's number.
  ///
  /// - Parameters:
  ///   - bytes: The lines in UTF-8.
  ///   - count: How many pieces there must be.
  ///   - mostOfWord: How many pieces of a word are used.
  package init(_ bytes: UnsafeRawBufferPointer, count: Int, mostOfWord: Int) throws(AnalyserError) {
    table = try WordPieceTable(bytes, count: count)
    self.mostOfWord = mostOfWord
    unknown = try table.id(named: "[UNK]")
    start = try table.id(named: "[CLS]")
    end = try table.id(named: "[SEP]")
  }

  /// The ids of a word's pieces, at least one.
  package func pieces(of form: String) -> [Int32] {
    var word = NormalizedWord()
    var ids: [Int32] = []
    appendPieces(of: form, using: &word, to: &ids)
    return ids
  }

  /// Appends the ids of a word's pieces, at least one; `word` keeps memory from one call to the next.
  func appendPieces(of form: String, using word: inout NormalizedWord, to ids: inout [Int32]) {
    word.read(form)
    let first = ids.count
    for part in word.parts where ids.count - first < mostOfWord {
      let partStart = ids.count
      if part.scalars > 100 || !table.appendPieces(of: word.bytes[part.bytes], to: &ids) {
        ids.removeSubrange(partStart...)
        ids.append(unknown)
      }
    }
    if ids.count - first > mostOfWord { ids.removeSubrange((first + mostOfWord)...) }
    if ids.count == first { ids.append(unknown) }
  }
}

/// Pieces by their bytes, in a hash table with open addressing.
private struct WordPieceTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int32]
  private let slots: [Int32]
  private let longest: Int

  init(_ bytes: UnsafeRawBufferPointer, count: Int) throws(AnalyserError) {
    guard bytes.count < Int32.max else { throw .weights("the vocabulary is too large") }
    var size = 1
    while size < 2 * count { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    var starts: [Int32] = []
    starts.reserveCapacity(count + 1)
    var (start, longest) = (0, 0)
    var hash = PieceHash()
    for end in 0...bytes.count {
      if end < bytes.count, bytes[end] != 0x0A {
        hash.add(bytes[end])
        continue
      }
      if starts.count < count {
        var slot = hash.value & (size - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = Int32(starts.count)
      }
      starts.append(Int32(start))
      longest = max(longest, end - start)
      start = end + 1
      hash = PieceHash()
    }
    guard starts.count == count else {
      throw .weights("the vocabulary has \(starts.count) pieces and the embedding \(count)")
    }
    starts.append(Int32(start))
    self.bytes = Array(bytes)
    self.starts = starts
    self.slots = slots
    self.longest = longest
  }

  func id(named name: String) throws(AnalyserError) -> Int32 {
    let wanted = Array(name.utf8)
    var hash = PieceHash()
    for byte in wanted { hash.add(byte) }
    guard let id = id(of: wanted[...], isContinuation: false, hash: hash.value) else {
      throw .weights("the vocabulary lacks \(name)")
    }
    return id
  }

  /// Appends the longest pieces from the left; false where there is no way through.
  func appendPieces(of part: ArraySlice<UInt8>, to ids: inout [Int32]) -> Bool {
    var rest = part
    var hashes: [Int] = []
    while !rest.isEmpty {
      let isContinuation = rest.startIndex > part.startIndex
      var hash = isContinuation ? PieceHash.continuation : PieceHash()
      hashes.removeAll(keepingCapacity: true)
      for byte in rest.prefix(longest) {
        hash.add(byte)
        hashes.append(hash.value)
      }
      guard let (id, length) = longestPiece(of: rest, isContinuation: isContinuation, hashes: hashes) else {
        return false
      }
      ids.append(id)
      rest = rest.dropFirst(length)
    }
    return true
  }

  private func longestPiece(
    of rest: ArraySlice<UInt8>,
    isContinuation: Bool,
    hashes: [Int]
  ) -> (id: Int32, length: Int)? {
    for length in stride(from: hashes.count, to: 0, by: -1) {
      let end = rest.startIndex + length
      let isBorder = end == rest.endIndex || rest[end] & 0xC0 != 0x80
      if isBorder, let id = id(of: rest[..<end], isContinuation: isContinuation, hash: hashes[length - 1]) {
        return (id, length)
      }
    }
    return nil
  }

  private func id(of wanted: ArraySlice<UInt8>, isContinuation: Bool, hash: Int) -> Int32? {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      if piece(Int(slots[slot]), equals: wanted, isContinuation: isContinuation) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func piece(_ id: Int, equals wanted: ArraySlice<UInt8>, isContinuation: Bool) -> Bool {
    var position = Int(starts[id])
    let end = Int(starts[id + 1]) - 1
    guard end - position == wanted.count + (isContinuation ? 2 : 0) else { return false }
    if isContinuation {
      let mark = UInt8(ascii: "#")
      guard bytes[position] == mark, bytes[position + 1] == mark else { return false }
      position += 2
    }
    for byte in wanted {
      if bytes[position] != byte { return false }
      position += 1
    }
    return true
  }
}

/// The hash of a piece's bytes (FNV-1a, mixed once more).
private struct PieceHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash after the mark of a piece that continues a word.
  static let continuation: PieceHash = {
    var hash = PieceHash()
    hash.add(UInt8(ascii: "#"))
    hash.add(UInt8(ascii: "#"))
    return hash
  }()

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  var value: Int { Int(truncatingIfNeeded: (state ^ (state >> 29)) & 0x7FFF_FFFF) }
}
