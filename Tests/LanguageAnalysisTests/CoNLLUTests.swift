import Foundation
import LanguageAnalysis
import Testing

/// "Ama Mensah can't\u{AD} go.\n\nRain" with made-up columns.
private func sample() -> Document {
  let text = SourceText("Ama Mensah can't\u{AD} go.\n\nRain")
  var document = Document(text: text)
  for sentence in Tokenizer().sentences(of: text, blocks: nil) {
    let first = document.tokenCount
    document.sentences.append(Sentence(tokens: first..<(first + sentence.tokens.count), block: sentence.block))
    for (index, token) in sentence.tokens.enumerated() {
      document.spans.append(token.span)
      document.forms.append(token.form)
      document.lemmas.append(token.form.lowercased())
      document.partsOfSpeech.append(index == 0 ? .properNoun : .other)
      document.pennTags.append("NNP")
      document.heads.append(first)
      document.relations.append(index == 0 ? .root : .unspecified)
      document.confidences.append(0.12345)
    }
  }
  document.entities = [EntitySpan(tokens: 0..<2, kind: .person, confidence: 0.98765)]
  return document
}

@Suite struct CoNLLUTests {
  @Test func writesTheColumns() {
    let lines = CoNLLUWriter(sample(), identifier: "a").text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0..<4] == ["# newdoc id = a", "# newpar", "# sent_id = a-1", "# text = Ama Mensah can't go."])
    #expect(lines[4] == "1\tAma\tama\tPROPN\tNNP\t_\t0\troot\t_\tNER=B-person|start_char=0|end_char=3")
    #expect(lines[5].hasSuffix("\t1\tdep\t_\tNER=I-person|start_char=4|end_char=10"))
    #expect(lines[6].hasSuffix("SpaceAfter=No|start_char=11|end_char=13"))
    #expect(lines[10...13] == ["", "# newpar", "# sent_id = a-2", "# text = Rain"])
  }

  @Test func readsWhatItWrites() throws {
    let written = CoNLLUWriter(sample(), identifier: "a").text()
    let read = try CoNLLUReader().documents(written + "# newdoc id = b\n" + written.dropFirst(16))
    #expect(read.map(\.id) == ["a", "b"])
    let document = try #require(read.first).document
    #expect(document.text.string == "Ama Mensah can't go.\n\nRain")
    #expect(document.heads == sample().heads)
    #expect(document.relations == sample().relations)
    #expect(document.sentences == sample().sentences)
    #expect(document.entities.map(\.tokens) == [0..<2])
    #expect(document.text(of: 2..<5) == "can't go")
  }

  @Test func passesOverMultiwordTokens() throws {
    let file = """
      1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
      1\tca\tcan\tAUX\tMD\t_\t0\troot\t_\tSpaceAfter=No
      2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_
      2.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
      """
    #expect(try CoNLLUReader().documents(file).first?.document.forms == ["ca", "n't"])
  }

  @Test(arguments: [
    ("1\ta", 1), ("1\ta\ta\tX\tFW\t_\t7\troot\t_\t_", 1), ("\n1\ta\ta\tWORD\tFW\t_\t0\troot\t_\t_", 2),
    ("1\ta\ta\tX\tFW\t_\t0\tsubject\t_\t_", 1), ("1\ta\ta\tX\tFW\t_\t0\troot\t_\tNER=B-ship", 1),
    ("1\ta\ta\tX\tFW\t_\tup\troot\t_\t_", 1),
  ]) func tellsTheLineThatIsWrong(file: String, line: Int) {
    #expect { try CoNLLUReader().documents(file) } throws: { ($0 as? CoNLLUError)?.line == line }
  }

  @Test func writesJSON() throws {
    let line = try AnnotationRecord(sample(), identifier: "a").line()
    let record = try JSONDecoder().decode(AnnotationRecord.self, from: line)
    #expect(line.last == UInt8(ascii: "\n") && line.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(record.sentences.map(\.text) == ["Ama Mensah can't\u{AD} go.", "Rain"])
    #expect(record.sentences.last?.tokens.first?.head == 0)
    #expect(record.entities.first?.text == "Ama Mensah")
    #expect(record.entities.first?.confidence == 0.988)
  }
}
