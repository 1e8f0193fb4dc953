/// Memory of one forward pass, kept from one to the next and grown as needed.
final class Workspace {
  /// Numbers of one kind that are written and read by the kernels.
  struct Area<Element: BitwiseCopyable> {
    private(set) var base: UnsafeMutablePointer<Element>
    private var capacity: Int

    init() {
      capacity = 64
      base = .allocate(capacity: capacity)
    }

    /// Makes room for a number of elements; what was there is lost.
    mutating func reserve(_ count: Int) -> UnsafeMutablePointer<Element> {
      if count > capacity {
        base.deallocate()
        capacity = count
        base = .allocate(capacity: capacity)
      }
      return base
    }
  }

  var hidden = Area<Float>()
  var attended = Area<Float>()
  var quantised = Area<UInt8>()
  var wide = Area<UInt8>()
  var ranges = Area<Float>()
  var sums = Area<Int32>()
  var scratch = Area<Float>()
  var tagWords = Area<Float>()
  var nameWords = Area<Float>()
  var parseWords = Area<Float>()
  var parse = Area<Float>()
  var arcs = Area<Float>()

  deinit {
    hidden.base.deallocate()
    attended.base.deallocate()
    quantised.base.deallocate()
    wide.base.deallocate()
    ranges.base.deallocate()
    sums.base.deallocate()
    scratch.base.deallocate()
    tagWords.base.deallocate()
    nameWords.base.deallocate()
    parseWords.base.deallocate()
    parse.base.deallocate()
    arcs.base.deallocate()
  }
}
