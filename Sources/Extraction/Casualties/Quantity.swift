import Knowledge

/// A number of people as the text gives it: "at least 107", "dozens", "a woman".
struct Quantity: Sendable, Hashable {
  /// How the number is meant.
  var bound: CasualtyFact.Bound
  /// The least number meant.
  var minimum: Int?
  /// The greatest number meant.
  var maximum: Int?
  /// The words of the number, with the hedge.
  var tokens: Range<Int>
  /// The last word of the number itself.
  var numberEnd: Int
  /// The token that stands for the people in the tree: the noun that is counted, else the number.
  var node: Int
  /// The noun that is counted, where there is one.
  var counted: Int?
  /// Whether it is "a" or "an" with a noun, not a number.
  var isIndefinite = false
  /// Whether it is a former number that a later one replaces: "from 14" in "rose from 14 to 31".
  var isFormer = false

  /// Whether it is a plain number, which can be added to others.
  var isExact: Bool { bound == .exact }

  /// Whether another quantity of a list that begins with `first` can be added: plain numbers, and "a" or "an" with "at
  /// least": "a mayor and at least three guards".
  func canTake(_ other: Quantity, after first: Quantity) -> Bool {
    switch (bound, other.bound) {
    case (.exact, .exact): true
    case (.atLeast, .exact): other.isIndefinite
    case (.exact, .atLeast): first.isIndefinite
    default: false
    }
  }
}

/// A number as words alone give it.
struct ReadNumber: Sendable, Hashable {
  /// The number; the least number meant of a vague one, where that can be said.
  var value: Int?
  /// Whether the words name no number.
  var isVague = false
  /// Whether the number is a bare "a" or "an".
  var isIndefinite = false
  /// Whether the number is meant as about as many: "a couple of hundred".
  var isRough = false
  /// The tokens of the number.
  var tokens: Range<Int>
}
