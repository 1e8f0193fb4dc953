/// The scalars of a text that a reader sees, with the way back to the offsets in the text.
struct VisibleText {
  /// The scalars without those that only serve the typesetting.
  let scalars: ContiguousArray<Unicode.Scalar>
  /// The offset in the text of each visible scalar; nil where all scalars are visible.
  private let offsets: [Int]?

  /// Takes the visible part of a text.
  init(_ text: SourceText) {
    guard text.scalars.contains(where: \.isInvisible) else {
      scalars = text.scalars
      offsets = nil
      return
    }
    var scalars = ContiguousArray<Unicode.Scalar>()
    var offsets: [Int] = []
    for (offset, scalar) in text.scalars.enumerated() where !scalar.isInvisible {
      scalars.append(scalar)
      offsets.append(offset)
    }
    self.scalars = scalars
    self.offsets = offsets
  }

  /// The visible part of a range of the text.
  func range(ofSource range: Range<Int>) -> Range<Int> {
    position(ofSource: range.lowerBound)..<position(ofSource: max(range.lowerBound, range.upperBound))
  }

  /// The range in the text of a range of visible scalars that is not empty.
  func sourceRange(of range: Range<Int>) -> Range<Int> {
    guard let offsets else { return range }
    return offsets[range.lowerBound]..<(offsets[range.upperBound - 1] + 1)
  }

  /// The visible characters of a range.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func position(ofSource offset: Int) -> Int {
    guard let offsets else { return min(max(offset, 0), scalars.count) }
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
