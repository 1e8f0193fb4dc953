import Knowledge
import LanguageAnalysis

/// The medium that published the article: who writes takes no part in what happened.
struct OwnMedium {
  private let parts: Set<String>

  init(context: ArticleContext) {
    let address = context.article.url ?? ""
    let host = address.split(separator: "/").first { !$0.hasSuffix(":") } ?? ""
    parts = Set(host.lowercased().split(separator: ".").map(String.init)).subtracting(["www", "com", "org", "net"])
  }

  /// Whether an entity is the medium, by the address of the article: "Wikinews" of `en.wikinews.org`.
  func isNamed(_ entity: Entity) -> Bool {
    guard !parts.isEmpty, entity.kind == .organization else { return false }
    return ([entity.name] + entity.aliases).contains { name in
      let letters = name.lowercased().filter(\.isLetter)
      return letters.count > 2 && parts.contains(letters)
    }
  }

  /// Whether an event is only what the medium did to write the article: "Wikinews interviewed the mayor".
  func isAlone(in arguments: [EventArgument], among entities: [Entity]) -> Bool {
    let agents = arguments.filter { $0.role == .agent }
    return !agents.isEmpty && agents.allSatisfy { isNamed(entities[$0.entity]) }
  }

  /// Takes the medium from whom statements are made to and what they are about: "told Wikinews".
  func withdraw(from statements: inout [StatementFact], among entities: [Entity]) {
    guard !parts.isEmpty else { return }
    for position in statements.indices {
      if let addressee = statements[position].addressee, isNamed(entities[addressee]) {
        statements[position].addressee = nil
      }
      statements[position].aboutEntities.removeAll { isNamed(entities[$0]) }
    }
  }
}
