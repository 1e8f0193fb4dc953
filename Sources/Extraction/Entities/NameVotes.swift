/// What speaks for each kind that a name may be of.
struct NameVotes {
  private var weights: [Float] = [0, 0, 0, 0]
  private static let kinds: [Entity.Kind] = [.person, .organization, .place, .thing]

  mutating func add(_ kind: Entity.Kind, weight: Float) {
    guard let position = Self.kinds.firstIndex(of: kind) else { return }
    weights[position] += weight
  }

  /// The kind that most speaks for, nil where nothing speaks for any.
  var best: Entity.Kind? {
    guard let most = weights.max(), most > 0, let position = weights.firstIndex(of: most) else { return nil }
    return Self.kinds[position]
  }
}
