/// What became of the people of a quantity, and the words that say so.
struct Harm: Sendable, Hashable {
  /// What became of them.
  var outcome: CasualtyFact.Outcome
  /// The word that says so: "killed", "dead", "toll".
  var cue: Int
  /// The row of the table and the rule that found it.
  var foundBy: String
  /// Whether it is only possible, intended or denied.
  var isUnreal = false
}
