import Knowledge
import LanguageAnalysis

/// A text that speaks where nobody is told to have written it: "court documents", "the survey".
struct TextDescription {
  private let context: ArticleContext
  private let head: Int
  private let tokens: Range<Int>

  /// Reads the phrase headed by a token; nil where it names no text.
  init?(context: ArticleContext, head: Int) {
    let words = context.knowledge.reportingWords
    let lemma = context.document.lemmas[head].lowercased()
    guard context.document.partsOfSpeech[head] == .noun,
      words.isDocument(lemma) || words.noun(lemma).map({ $0.manner != .believe }) == true
    else {
      return nil
    }
    self.context = context
    self.head = head
    let phrase = context.descriptionTokens(of: head)
    let start = phrase.first { context.document.partsOfSpeech[$0] != .determiner } ?? head
    tokens = start..<phrase.upperBound
  }

  /// The text: one named before where the words say that it is known, else a new one.
  func entity(among entities: inout StoryEntities) -> EntityIndex {
    let mention = EntityMention(
      form: .nominal,
      tokens: tokens,
      head: head,
      evidence: context.evidence(tokens, foundBy: "text:description")
    )
    let name = context.document.text(of: tokens).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let known = known(as: name, among: entities) {
      entities.add(mention, to: known)
      entities.add(alias: name, to: known)
      return known
    }
    return entities.add(Entity(kind: .thing, name: name, mentions: [mention]))
  }

  private func known(as name: String, among entities: StoryEntities) -> EntityIndex? {
    let isDefinite = context.tree.children(of: head, .determiner).contains {
      ["the", "this", "that", "these", "those"].contains(context.words[$0])
    }
    let lemma = context.document.lemmas[head]
    return entities.entities.indices.last { index in
      let entity = entities.entities[index]
      guard entity.kind == .thing, entity.mentions.contains(where: { context.document.lemmas[$0.head] == lemma }) else {
        return false
      }
      return entity.name == name || entity.aliases.contains(name) || isDefinite && tokens.count == 1
    }
  }
}
