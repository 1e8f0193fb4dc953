import Extraction
import Knowledge
import KnowledgeGraph

/// Figures of people harmed as short text: "35 killed", "≥ 107 killed", "dozens injured".
struct FigureText: Sendable {
  private let numbers: NumberTable

  init(numbers: NumberTable) {
    self.numbers = numbers
  }

  /// The figure of a node with what became of the people.
  func text(of detail: CasualtyDetail, mentions: [Provenance]) -> String {
    "\(quantity(of: detail, mentions: mentions)) \(outcome(of: detail, mentions: mentions))"
  }

  /// How many they are: "35", "> 100", "dozens".
  func quantity(of detail: CasualtyDetail, mentions: [Provenance]) -> String {
    quantity(of: detail, words: mentions.first.map(\.text) ?? "")
  }

  /// What became of them: "killed", "wounded".
  func outcome(of detail: CasualtyDetail, mentions: [Provenance]) -> String {
    let isWounded = detail.outcome == .injured && (mentions.first?.text.contains("wounded") ?? false)
    return isWounded ? "wounded" : detail.outcome.rawValue
  }

  private func quantity(of detail: CasualtyDetail, words: String) -> String {
    let least = detail.minimum.map(PictureText.grouped)
    let most = detail.maximum.map(PictureText.grouped)
    switch detail.bound {
    case .exact:
      let number = least ?? most
      return number == "0" ? "none" : number ?? "some"
    case .atLeast: return least.map { "≥ \($0)" } ?? "some"
    case .moreThan: return detail.minimum.map { "> \(PictureText.grouped($0 - 1))" } ?? "some"
    case .about: return (least ?? most).map { "≈ \($0)" } ?? "some"
    case .atMost: return most.map { "≤ \($0)" } ?? "some"
    case .range:
      guard let least, let most else { return (least ?? most).map { "≈ \($0)" } ?? "some" }
      return "\(least)–\(most)"
    case .vague: return vague(words) ?? least.map { "≥ \($0)" } ?? "some"
    }
  }

  /// The words of a quantity without a number, as the text has them: "dozens", "tens of thousands".
  private func vague(_ words: String) -> String? {
    let words = words.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init)
    guard let first = words.firstIndex(where: isVague) else { return nil }
    var end = first + 1
    while end + 1 < words.count, words[end] == "of", isVague(words[end + 1]) { end += 2 }
    return words[first..<end].joined(separator: " ")
  }

  private func isVague(_ word: String) -> Bool {
    if case .vague? = numbers[word] { true } else { false }
  }
}
