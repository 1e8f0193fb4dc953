import Knowledge
import LanguageAnalysis

/// Finds who says that an event happened.
struct EventSources {
  private let context: ArticleContext
  private let attributions: [Attribution]

  init(context: ArticleContext, attributions: [Attribution]) {
    self.context = context
    self.attributions = attributions.filter { !$0.isUnsaid && $0.speakerHead != nil }
  }

  /// The speakers of the attributions that cover a word, in the order of the text.
  func sources(of token: Int, among entities: inout StoryEntities) -> [EntityIndex] {
    var found: [EntityIndex] = []
    for attribution in attributions {
      guard let head = attribution.speakerHead, attribution.tokens.contains(where: { $0.contains(token) }),
        let speaker = entities.entity(headedBy: head)
          ?? EntityResolver().entity(describedBy: head, in: context, among: &entities),
        !found.contains(speaker)
      else { continue }
      found.append(speaker)
    }
    return found
  }
}
