import Foundation
import LanguageAnalysis
import Testing

struct WeightsFileTests {
  @Test(arguments: [0, 4, 8, 100])
  func aFileOfZerosIsRefused(length: Int) {
    let error = #expect(throws: AnalyserError.self) {
      _ = try RandomModel.analyser(of: [UInt8](repeating: 0, count: length))
    }
    #expect(error?.description.contains("analyser.safetensors") == true)
  }

  @Test func aWholeFileIsRead() throws {
    let document = try RandomModel().analyser().annotate(tokens: [["the", "boat", "rest"]])
    #expect(document.tokenCount == 3)
  }

  @Test func aFileThatIsCutOffIsRefused() throws {
    let file = try RandomModel().file()
    for length in [7, 9, 500, file.count / 2, file.count - 1] {
      #expect(throws: AnalyserError.self) { _ = try RandomModel.analyser(of: Array(file.prefix(length))) }
    }
    #expect(throws: AnalyserError.self) { _ = try RandomModel.analyser(of: file + [0]) }
  }

  @Test func aTensorOfTheWrongShapeIsNamed() throws {
    var model = RandomModel()
    let index = try #require(model.tensors.firstIndex { $0.name == "layer.1.up.bias" })
    model.tensors[index].shape = [8, 8]
    let file = try model.file()
    let error = #expect(throws: AnalyserError.self) { _ = try RandomModel.analyser(of: file) }
    #expect(error?.description.contains("layer.1.up.bias has the shape [8, 8] instead of [64]") == true)
  }

  @Test(arguments: ["embedding.norm.gain", "layer.0.down.weight", "mix.name", "vocabulary"])
  func aMissingTensorIsNamed(name: String) throws {
    var model = RandomModel()
    model.tensors.removeAll { $0.name == name }
    let file = try model.file()
    let error = #expect(throws: AnalyserError.self) { _ = try RandomModel.analyser(of: file) }
    #expect(error?.description.contains("\(name) is missing") == true)
  }

  @Test(arguments: ["format", "hidden", "heads", "upos", "relations", "names", "edits", "layers"])
  func aBadConfigurationIsRefused(key: String) throws {
    var model = RandomModel()
    model.configuration[key] = model.configuration[key] is Int ? 3 : ["nonsense"]
    let file = try model.file()
    #expect(throws: AnalyserError.self) { _ = try RandomModel.analyser(of: file) }
    model.configuration[key] = nil
    let shorter = try model.file()
    #expect(throws: AnalyserError.self) { _ = try RandomModel.analyser(of: shorter) }
  }

  @Test func damagedBytesGiveErrorsOrAnAnalyser() throws {
    let file = try RandomModel().file()
    let header = 8 + Int(file[0]) + Int(file[1]) << 8
    var dice = Dice(state: 3)
    var refused = 0
    for _ in 0..<200 {
      var damaged = file
      for _ in 0..<3 { damaged[Int(dice.next() % UInt64(header))] = UInt8(truncatingIfNeeded: dice.next()) }
      do {
        let document = try RandomModel.analyser(of: damaged).annotate(tokens: [["the", "boat"], ["ab", "中", "."]])
        #expect(document.tokenCount == 5)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 150)
  }

  @Test func randomBytesAreRefused() {
    var dice = Dice(state: 11)
    for length in 1..<200 {
      var bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
      if length > 8, length.isMultiple(of: 2) {
        bytes.replaceSubrange(0..<8, with: [UInt8(length - 8)] + [UInt8](repeating: 0, count: 7))
      }
      #expect(throws: AnalyserError.self) { _ = try RandomModel.analyser(of: bytes) }
    }
  }
}
