import LanguageAnalysis

/// What the features say of each word of the sentences with events, hashed once.
struct TokenHashes: Sendable {
  /// The relation to the head, with the preposition of phrases and clauses.
  private(set) var steps: [FeatureHash]
  /// The relation without its subtype.
  private(set) var relations: [FeatureHash]
  private(set) var lemmas: [FeatureHash]

  init(syntax: ClauseSyntax, sentences: Set<Int>) {
    let context = syntax.context
    let none = FeatureHash("")
    steps = Array(repeating: none, count: context.document.tokenCount)
    (relations, lemmas) = (steps, steps)
    for (index, sentence) in context.document.sentences.enumerated() where sentences.contains(index) {
      for token in sentence.tokens {
        let relation = syntax.relation(token)
        let universal = FeatureHash(String(relation.universal))
        relations[token] = universal
        lemmas[token] = FeatureHash(syntax.lemma(token))
        steps[token] = FeatureHash(relation.rawValue)
        if Self.prepositional.contains(universal) {
          steps[token].add(FeatureHash(syntax.preposition(of: token) ?? ""))
        }
      }
    }
  }

  private static let prepositional = Set(["obl", "nmod", "advcl", "acl"].map { FeatureHash($0) })
}

/// The way from a trigger to a word in the dependency tree.
struct DependencyPath: Sendable {
  /// The relations with their prepositions.
  let full: FeatureHash
  /// The relations without subtypes and prepositions.
  let plain: FeatureHash
  /// The relation of the trigger, where the way goes up from it.
  let first: FeatureHash
  /// The relation of the word, where the way comes down to it.
  let last: FeatureHash
  /// The lemma of the word where the way turns.
  let top: FeatureHash
  /// How many steps go up and down.
  let lengths: FeatureHash

  private static let longest = 6
  private static let (far, trigger, none) = (FeatureHash("far"), FeatureHash("trigger"), FeatureHash("none"))

  /// The way from a trigger, given with the words above it up to the root, to a word of the same sentence.
  init(from up: [Int], to word: Int, in tree: DependencyTree, hashes: TokenHashes) {
    var down = [word]
    var height = up.firstIndex(of: word)
    while height == nil, let last = down.last, let head = tree.head(of: last) {
      down.append(head)
      height = up.firstIndex(of: head)
    }
    let (rising, falling) = (up[..<(height ?? 0)], down.dropLast())
    if rising.count + falling.count > Self.longest {
      (full, plain) = (Self.far, Self.far)
    } else {
      full = Self.hash(rising, falling, hashes.steps)
      plain = Self.hash(rising, falling, hashes.relations)
    }
    first = rising.first.map { hashes.steps[$0] } ?? Self.none
    last = falling.first.map { hashes.steps[$0] } ?? Self.none
    top = rising.isEmpty ? Self.trigger : hashes.lemmas[up[rising.endIndex]]
    lengths = FeatureHash(64 * rising.count + falling.count)
  }

  private static func hash(
    _ rising: ArraySlice<Int>,
    _ falling: ArraySlice<Int>,
    _ steps: [FeatureHash]
  ) -> FeatureHash {
    var hash = FeatureHash(rising.count)
    for token in rising { hash.add(steps[token]) }
    for token in falling { hash.add(steps[token]) }
    return hash
  }
}
