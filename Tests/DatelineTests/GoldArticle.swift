import Foundation

/// The facts that a careful reader finds in an example article, as `Gold/NAME.gold.json` has them.
struct GoldArticle: Decodable {
  struct Entity: Decodable {
    var id: String
    var type: String
    var names: [String]
    var optional: Bool?
  }

  struct Role: Decodable {
    var holder: String
    var title: String
    var optional: Bool?
  }

  struct Mention: Decodable {
    var trigger: String
  }

  struct Event: Decodable {
    var type: String
    var alsoTypes: [String]?
    var mentions: [Mention]
    var optional: Bool?
  }

  struct Casualty: Decodable {
    var outcome: String
    var bound: String
    var minimum: Int?
    var maximum: Int?
    var optional: Bool?
  }

  struct Statement: Decodable {
    var speaker: String
    var text: String
    var optional: Bool?
  }

  var entities: [Entity]
  var roles: [Role]
  var events: [Event]
  var casualties: [Casualty]
  var statements: [Statement]

  /// The names of the annotated examples, in alphabetical order.
  static let names = ["ceasefire", "crash", "election", "flood", "takeover", "trial"]

  /// The annotation of an example.
  static func named(_ name: String) throws -> GoldArticle {
    let file = folder.appendingPathComponent("Gold/\(name).gold.json")
    return try JSONDecoder().decode(GoldArticle.self, from: Data(contentsOf: file))
  }

  /// The path of an example's text.
  static func article(_ name: String) -> String {
    folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples/\(name).txt").path
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
}
