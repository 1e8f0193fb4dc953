import Extraction
import LanguageAnalysis

/// The roles of texts that are annotated by hand.
enum RoleTexts {
  /// Each role as `holder | title | body`, `-` for no body, with `| former` where it is past.
  static func roles(_ lines: String, _ names: [(Range<Int>, EntitySpan.Kind)]) throws -> [String] {
    let context = ParsedText.naming(try ParsedText.context(lines), names)
    let entities = EntityResolver().entities(in: context, attributions: [])
    return RoleExtractor().roles(in: context, entities: entities).map { role in
      let of = role.of.map { entities.entities[$0].name } ?? "-"
      return "\(entities.entities[role.holder].name) | \(role.title) | \(of)\(role.isFormer ? " | former" : "")"
    }
  }
}
