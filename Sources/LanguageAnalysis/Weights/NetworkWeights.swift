import CAnalyserKernels

/// The network's weights as they lie in memory, and what is computed from them once.
///
/// Unchecked: everything behind the pointers is constant after `init`; the file's bytes are never freed, the memory
/// that is owned goes with the object.
final class NetworkWeights: @unchecked Sendable {
  /// A matrix of 8-bit rows with a scale, an offset (scale times the row's sum) and a bias each.
  struct Matrix {
    let rows: Int
    let columns: Int
    let weight: UnsafePointer<Int8>
    /// The rows in the order of the processor's own loops, where those are faster than the library.
    let packed: UnsafePointer<Int8>?
    let affine: dateline_affine
  }

  struct Layer {
    let qkv: Matrix
    let output: Matrix
    let up: Matrix
    let down: Matrix
    let norm1: dateline_norm
    let norm2: dateline_norm
  }

  /// The embedding tables.
  struct Embedding {
    let pieces: Int
    let word: UnsafePointer<Int8>
    let wordScale: UnsafePointer<Float>
    let position: UnsafePointer<Float>
    let pieceShape: UnsafePointer<Float>
    let wordShape: UnsafePointer<Float>
    let norm: dateline_norm
  }

  /// Weights of the layers' outputs, the embedding first, in the mean that a group of outputs reads.
  struct Mixes {
    let tag: UnsafePointer<Float>
    let name: UnsafePointer<Float>
    let parse: UnsafePointer<Float>
  }

  /// Most positions of a sequence.
  static let positions = 512

  let configuration: ModelConfiguration
  let vocabulary: UnsafeRawBufferPointer
  let embedding: Embedding
  let layers: [Layer]
  let mixes: Mixes
  let tag: Matrix
  let tags: Matrix
  let name: Matrix
  let names: Matrix
  let parse: Matrix
  let arc: Matrix
  let relation: Matrix
  let relationSum: Matrix
  private let owned: [UnsafeMutableRawPointer]

  /// Finds all tensors of the network in a file whose bytes are never freed.
  init(_ file: SafetensorsFile) throws(AnalyserError) {
    let configuration = try ModelConfiguration(of: file)
    var reader = TensorReader(file: file, configuration: configuration)
    defer { reader.discardOwned() }
    let hidden = configuration.hidden
    vocabulary = try file.tensor("vocabulary", .byte).bytes
    embedding = try reader.embedding()
    var layers: [Layer] = []
    for index in 0..<configuration.layers { layers.append(try reader.layer(index)) }
    self.layers = layers
    let count = [configuration.layers + 1]
    mixes = Mixes(
      tag: try reader.floats("mix.tag", count),
      name: try reader.floats("mix.name", count),
      parse: try reader.floats("mix.parse", count)
    )
    let labels = configuration.relations.count
    let allTags = configuration.upos.count + configuration.xpos.count + configuration.edits.count
    tag = try reader.matrix("tag", configuration.tag, hidden)
    tags = try reader.matrix("tags", allTags, configuration.tag)
    name = try reader.matrix("name", configuration.name, hidden)
    names = try reader.matrix("names", configuration.names.count, configuration.name)
    parse = try reader.matrix("parse", 2 * (configuration.arc + configuration.relation), hidden)
    arc = try reader.matrix("arc", configuration.arc, configuration.arc)
    relation = try reader.matrix("relation", labels * configuration.relation, configuration.relation)
    relationSum = try reader.matrix("relation_sum", labels, 2 * configuration.relation)
    owned = reader.takeOwned()
    self.configuration = configuration
  }

  deinit {
    for pointer in owned { pointer.deallocate() }
  }
}

/// Finds tensors of known shapes in a file and computes what goes with them.
private struct TensorReader {
  let file: SafetensorsFile
  let configuration: ModelConfiguration
  private var owned: [UnsafeMutableRawPointer] = []

  init(file: SafetensorsFile, configuration: ModelConfiguration) {
    self.file = file
    self.configuration = configuration
  }

  mutating func takeOwned() -> [UnsafeMutableRawPointer] {
    defer { owned = [] }
    return owned
  }

  mutating func discardOwned() {
    for pointer in takeOwned() { pointer.deallocate() }
  }

  func floats(_ name: String, _ shape: [Int]) throws(AnalyserError) -> UnsafePointer<Float> {
    let bytes = try file.tensor(name, .float, shape: shape)
    guard let base = bytes.baseAddress else { throw .weights("the tensor \(name) is empty") }
    let floats = bytes.bindMemory(to: Float.self)
    guard floats.allSatisfy(\.isFinite) else { throw .weights("the tensor \(name) holds a number that is none") }
    return base.assumingMemoryBound(to: Float.self)
  }

  func integers(_ name: String, _ shape: [Int]) throws(AnalyserError) -> UnsafePointer<Int8> {
    guard let base = try file.tensor(name, .signedByte, shape: shape).baseAddress else {
      throw .weights("the tensor \(name) is empty")
    }
    return base.assumingMemoryBound(to: Int8.self)
  }

  func norm(_ name: String) throws(AnalyserError) -> dateline_norm {
    let shape = [configuration.hidden]
    return dateline_norm(
      gain: try floats(name + ".gain", shape),
      bias: try floats(name + ".bias", shape),
      epsilon: configuration.normEpsilon
    )
  }

  mutating func matrix(_ name: String, _ rows: Int, _ columns: Int) throws(AnalyserError) -> NetworkWeights.Matrix {
    let weight = try integers(name + ".weight", [rows, columns])
    let scale = try floats(name + ".scale", [rows])
    let bias = try floats(name + ".bias", [rows])
    let offset = UnsafeMutablePointer<Float>.allocate(capacity: rows)
    owned.append(offset)
    dateline_offsets(rows, columns, weight, scale, offset)
    return NetworkWeights.Matrix(
      rows: rows,
      columns: columns,
      weight: weight,
      packed: pack(weight, rows, columns),
      affine: dateline_affine(scale: scale, offset: offset, bias: bias)
    )
  }

  private mutating func pack(_ weight: UnsafePointer<Int8>, _ rows: Int, _ columns: Int) -> UnsafePointer<Int8>? {
    let size = dateline_packed_size(rows, columns)
    if size == 0 { return nil }
    let packed = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    owned.append(packed)
    let bytes = packed.bindMemory(to: Int8.self, capacity: size)
    dateline_pack(rows, columns, weight, bytes)
    return UnsafePointer(bytes)
  }

  mutating func layer(_ index: Int) throws(AnalyserError) -> NetworkWeights.Layer {
    let (hidden, feedForward, name) = (configuration.hidden, configuration.feedForward, "layer.\(index).")
    return NetworkWeights.Layer(
      qkv: try matrix(name + "qkv", 3 * hidden, hidden),
      output: try matrix(name + "output", hidden, hidden),
      up: try matrix(name + "up", feedForward, hidden),
      down: try matrix(name + "down", hidden, feedForward),
      norm1: try norm(name + "norm1"),
      norm2: try norm(name + "norm2")
    )
  }

  func embedding() throws(AnalyserError) -> NetworkWeights.Embedding {
    let hidden = configuration.hidden
    let pieces = try file.tensor("embedding.word.scale", .float).shape.first ?? 0
    return NetworkWeights.Embedding(
      pieces: pieces,
      word: try integers("embedding.word.weight", [pieces, hidden]),
      wordScale: try floats("embedding.word.scale", [pieces]),
      position: try floats("embedding.position", [NetworkWeights.positions, hidden]),
      pieceShape: try floats("embedding.piece_shape", [configuration.shapes.count, hidden]),
      wordShape: try floats("embedding.word_shape", [configuration.shapes.count, hidden]),
      norm: try norm("embedding.norm")
    )
  }
}
