import Foundation
import LanguageAnalysis

/// A tiny model with random weights in the form of the weights file, for tests of everything but accuracy.
struct RandomModel {
  /// The header's configuration; tests change it to break it.
  var configuration: [String: Any]
  /// The tensors in the order of the file.
  var tensors: [(name: String, type: String, shape: [Int], bytes: [UInt8])] = []
  private var dice = Dice(state: 7)

  static let vocabulary = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", ".", ",", "-", "'", "a", "b", "e", "r", "s", "t", "##a", "##b", "##e", "##r",
    "##s",
    "##t", "the", "boat", "##oat", "rest", "##rest", "re", "##est", "é", "ß", "##ss", "中", "σ", "##ς", "ab", "##ab",
    "$",
  ]

  init() {
    let (hidden, feedForward, tag, name, arc, relation, layers) = (32, 64, 16, 16, 16, 16, 2)
    let lists = [
      "upos": ["NOUN", "VERB", "X"], "xpos": ["NN", "VB"], "edits": ["L|0|", "K|0|", "L|1|", "L|2|y"],
      "relations": ["nsubj", "obj", "punct", "root"], "names": ["O", "B-person", "I-person", "B-place", "I-place"],
      "shapes": (0..<15).map { "shape\($0)" },
    ]
    configuration = [
      "format": 1, "layers": layers, "hidden": hidden, "heads": 1, "feedForward": feedForward, "tag": tag,
      "name": name, "arc": arc, "relation": relation, "normEpsilon": 1e-12, "mostPiecesOfWord": 12, "further": "key",
    ]
    configuration.merge(lists) { $1 }
    let pieces = Self.vocabulary.count
    addMatrix("embedding.word", pieces, hidden, hasBias: false)
    addFloats("embedding.position", [512, hidden])
    addFloats("embedding.piece_shape", [15, hidden])
    addFloats("embedding.word_shape", [15, hidden])
    addNorm("embedding.norm", hidden)
    for layer in 0..<layers {
      addMatrix("layer.\(layer).qkv", 3 * hidden, hidden)
      addMatrix("layer.\(layer).output", hidden, hidden)
      addMatrix("layer.\(layer).up", feedForward, hidden)
      addMatrix("layer.\(layer).down", hidden, feedForward)
      addNorm("layer.\(layer).norm1", hidden)
      addNorm("layer.\(layer).norm2", hidden)
    }
    for group in ["tag", "name", "parse"] { addFloats("mix.\(group)", [layers + 1]) }
    addMatrix("tag", tag, hidden)
    addMatrix("tags", 9, tag)
    addMatrix("name", name, hidden)
    addMatrix("names", 5, name)
    addMatrix("parse", 2 * (arc + relation), hidden)
    addMatrix("arc", arc, arc)
    addMatrix("relation", 4 * relation, relation)
    addMatrix("relation_sum", 4, 2 * relation)
    let text = Array(Self.vocabulary.joined(separator: "\n").utf8)
    tensors.append(("vocabulary", "U8", [text.count], text))
  }

  /// The bytes of the file.
  func file() throws -> [UInt8] {
    let text = String(decoding: try JSONSerialization.data(withJSONObject: configuration), as: UTF8.self)
    var header: [String: Any] = ["__metadata__": ["configuration": text]]
    var data: [UInt8] = []
    for tensor in tensors {
      let offsets = [data.count, data.count + tensor.bytes.count]
      header[tensor.name] = ["dtype": tensor.type, "shape": tensor.shape, "data_offsets": offsets]
      data += tensor.bytes
    }
    var json = Array(try JSONSerialization.data(withJSONObject: header, options: .sortedKeys))
    while json.count % 8 != 0 { json.append(UInt8(ascii: " ")) }
    return (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) } + json + data
  }

  /// An analyser of the model.
  func analyser() throws -> Analyser {
    try Self.analyser(of: try file())
  }

  /// An analyser of a file; its bytes stay in memory to the end of the test run, as those of the program do.
  static func analyser(of file: [UInt8]) throws(AnalyserError) -> Analyser {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: file.count, alignment: 64)
    bytes.copyBytes(from: file)
    return try Analyser(weights: UnsafeRawBufferPointer(bytes))
  }

  private mutating func addMatrix(_ name: String, _ rows: Int, _ columns: Int, hasBias: Bool = true) {
    addFloats(name + ".scale", [rows], scale: 0.002, shift: 0.01)
    if hasBias { addFloats(name + ".bias", [rows]) }
    let bytes = (0..<rows * columns).map { _ in UInt8(truncatingIfNeeded: dice.next() >> 20) }
    tensors.append((name + ".weight", "I8", [rows, columns], bytes.map { $0 == 0x80 ? 0x81 : $0 }))
  }

  private mutating func addNorm(_ name: String, _ width: Int) {
    addFloats(name + ".gain", [width], shift: 1)
    addFloats(name + ".bias", [width])
  }

  private mutating func addFloats(_ name: String, _ shape: [Int], scale: Float = 0.3, shift: Float = 0) {
    let bytes = (0..<shape.reduce(1, *)).flatMap { _ -> [UInt8] in
      let value = shift + scale * (Float(dice.next() % 2001) / 1000 - 1)
      return (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    }
    // Floats stand before the bytes, so that they are aligned.
    let position = tensors.firstIndex { $0.type != "F32" } ?? tensors.endIndex
    tensors.insert((name, "F32", shape, bytes), at: position)
  }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
