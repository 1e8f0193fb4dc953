import Foundation

/// The tensors of a safetensors file in memory, checked and not copied
/// (https://github.com/huggingface/safetensors).
struct SafetensorsFile {
  /// The numbers that a tensor is made of.
  enum ElementType: String, Decodable {
    case float = "F32"
    case signedByte = "I8"
    case byte = "U8"

    var size: Int { self == .float ? 4 : 1 }
  }

  /// Where a tensor's data lie.
  struct Tensor {
    let type: ElementType
    let shape: [Int]
    let bytes: UnsafeRawBufferPointer
  }

  /// The text entries of the header.
  let metadata: [String: String]
  private let tensors: [String: Tensor]

  /// Reads a file that stays in memory as long as this value is used.
  ///
  /// Throws `AnalyserError` where the bytes are not a whole, consistent file.
  init(_ bytes: UnsafeRawBufferPointer) throws(AnalyserError) {
    guard bytes.count >= 8 else {
      throw .weights("the file is missing or cut off (\(bytes.count) bytes)")
    }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard length <= UInt64(bytes.count - 8) else {
      throw .weights("the header would reach beyond the end of the file")
    }
    let end = 8 + Int(length)
    let header: Header
    do {
      header = try JSONDecoder().decode(Header.self, from: Data(bytes[8..<end]))
    } catch {
      throw .weights("the header is not that of a safetensors file")
    }
    metadata = header.metadata
    tensors = try Self.tensors(of: header.entries, in: UnsafeRawBufferPointer(rebasing: bytes[end...]))
  }

  /// A tensor of the given type and shape.
  func tensor(_ name: String, _ type: ElementType, shape: [Int]) throws(AnalyserError) -> UnsafeRawBufferPointer {
    let found = try tensor(name, type)
    guard found.shape == shape else {
      throw .weights("the tensor \(name) has the shape \(found.shape) instead of \(shape)")
    }
    return found.bytes
  }

  /// A tensor of the given type and any shape.
  func tensor(_ name: String, _ type: ElementType) throws(AnalyserError) -> Tensor {
    guard let found = tensors[name] else { throw .weights("the tensor \(name) is missing") }
    guard found.type == type else {
      throw .weights("the tensor \(name) has the type \(found.type.rawValue) instead of \(type.rawValue)")
    }
    return found
  }

  private static func tensors(
    of entries: [String: Entry],
    in data: UnsafeRawBufferPointer
  ) throws(AnalyserError) -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    var next = 0
    let order = entries.sorted { ($0.value.begin, $0.value.end, $0.key) < ($1.value.begin, $1.value.end, $1.key) }
    for (name, entry) in order {
      guard entry.begin == next, entry.end >= entry.begin, entry.end <= data.count else {
        throw .weights("the data of the tensor \(name) are not where they belong")
      }
      guard entry.size == entry.end - entry.begin else {
        throw .weights("the data of the tensor \(name) do not have the size of its shape")
      }
      let bytes = UnsafeRawBufferPointer(rebasing: data[entry.begin..<entry.end])
      if let base = bytes.baseAddress, Int(bitPattern: base) % entry.type.size != 0 {
        throw .weights("the data of the tensor \(name) are not aligned")
      }
      tensors[name] = Tensor(type: entry.type, shape: entry.shape, bytes: bytes)
      next = entry.end
    }
    guard next == data.count else { throw .weights("the file does not end where its last tensor ends") }
    return tensors
  }
}

extension SafetensorsFile {
  private struct Entry: Decodable {
    let type: ElementType
    let shape: [Int]
    let begin: Int
    let end: Int

    enum CodingKeys: String, CodingKey {
      case type = "dtype"
      case shape
      case offsets = "data_offsets"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      type = try container.decode(ElementType.self, forKey: .type)
      shape = try container.decode([Int].self, forKey: .shape)
      let offsets = try container.decode([Int].self, forKey: .offsets)
      guard offsets.count == 2 else {
        throw DecodingError.dataCorruptedError(forKey: .offsets, in: container, debugDescription: "two numbers")
      }
      (begin, end) = (offsets[0], offsets[1])
    }

    /// Bytes of the shape; nil where it is no shape or too large.
    var size: Int? {
      var size = type.size
      for extent in shape {
        let (product, overflow) = size.multipliedReportingOverflow(by: extent)
        guard extent >= 0, !overflow else { return nil }
        size = product
      }
      return size
    }
  }

  private struct Header: Decodable {
    var metadata: [String: String] = [:]
    var entries: [String: Entry] = [:]

    struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Name.self)
      for key in container.allKeys {
        if key.stringValue == "__metadata__" {
          metadata = try container.decode([String: String].self, forKey: key)
        } else {
          entries[key.stringValue] = try container.decode(Entry.self, forKey: key)
        }
      }
    }
  }
}

extension AnalyserError {
  /// The error of weights that cannot be used, with what is wrong with them.
  static func weights(_ reason: String) -> AnalyserError {
    AnalyserError(
      "The analyser's weights cannot be used: \(reason). Put a whole Sources/AnalyserWeights/analyser.safetensors "
        + "in its place (Training/ makes it) and build again."
    )
  }
}
