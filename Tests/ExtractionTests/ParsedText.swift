import ArticleReading
import Knowledge
import LanguageAnalysis

import Extraction

/// Builds annotated articles by hand: one token a line, `form lemma UPOS XPOS head relation`, blank lines between
/// sentences, `¶` alone on a line between paragraphs; `_` as lemma stands for the form in lower case. A form that ends
/// in `+` has no space after it.
enum ParsedText {
  static func context(_ lines: String, date: String? = nil, titles: Int = 0) throws -> ArticleContext {
    var text = ""
    var rows: [Row] = []
    var sentences: [Sentence] = []
    var first = 0
    var block = 0
    var regions: [ArticleRegion] = []
    var start = 0
    func endSentence() {
      if rows.count > first { sentences.append(Sentence(tokens: first..<rows.count, block: block)) }
      first = rows.count
    }
    func endBlock() {
      endSentence()
      while text.hasSuffix(" ") { text.removeLast() }
      let end = text.unicodeScalars.count
      regions.append(ArticleRegion(kind: block < titles ? .title : .paragraph, range: start..<end))
      text += "\n\n"
      start = end + 2
      block += 1
    }
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
      if cells == ["¶"] {
        endBlock()
      } else if cells.count == 6 {
        let form = cells[0].hasSuffix("+") ? String(cells[0].dropLast()) : cells[0]
        let begin = text.unicodeScalars.count
        text += form
        rows.append(Row(form: form, cells: cells, span: begin..<text.unicodeScalars.count, first: first))
        if !cells[0].hasSuffix("+") { text += " " }
      } else {
        endSentence()
      }
    }
    endBlock()
    var document = Document(text: SourceText(text))
    document.sentences = sentences
    for (index, row) in rows.enumerated() {
      document.spans.append(row.span)
      document.forms.append(row.form)
      document.lemmas.append(row.cells[1] == "_" ? row.form.lowercased() : row.cells[1])
      document.partsOfSpeech.append(UniversalPartOfSpeech(rawValue: row.cells[2]) ?? .other)
      document.pennTags.append(row.cells[3])
      let head = Int(row.cells[4]) ?? 0
      document.heads.append(head == 0 ? index : row.first + head - 1)
      document.relations.append(DependencyRelation(rawValue: row.cells[5]) ?? .unspecified)
      document.confidences.append(1)
    }
    let article = Article(id: "test", date: date.flatMap { CalendarDate($0) }, text: text, regions: regions)
    return ArticleContext(article: article, document: document, knowledge: try KnowledgeBase())
  }

  /// The same article with names, as token ranges, such as the analyser would have found.
  static func naming(_ context: ArticleContext, _ names: [(Range<Int>, EntitySpan.Kind)]) -> ArticleContext {
    var document = context.document
    document.entities = names.map { EntitySpan(tokens: $0.0, kind: $0.1) }
    return ArticleContext(article: context.article, document: document, knowledge: context.knowledge)
  }

  /// The entities of a parsed text with names, as token ranges, such as the analyser would have found.
  static func entities(_ lines: String, _ names: [(Range<Int>, EntitySpan.Kind)]) throws -> StoryEntities {
    EntityResolver().entities(in: naming(try context(lines), names), attributions: [])
  }

  private struct Row {
    var form: String
    var cells: [String]
    var span: Range<Int>
    var first: Int
  }
}
