/// What tells one bearer of a name from another, as far as single articles say it.
///
/// Nodes of different articles with equal keys are not told apart; keys are what merging compares.
package struct IdentityKey: Sendable, Hashable {
  /// The kind of node.
  package var kind: NodeKind
  /// The folded name.
  package var name: String
  /// Roles of a person, country of a place, or the article where a name alone says too little; sorted, `;` between.
  package var signature: String

  /// Makes a key of its parts.
  package init(kind: NodeKind, name: String, signature: String) {
    self.kind = kind
    self.name = name
    self.signature = signature
  }

  /// The single marks of the signature.
  var marks: [String] { signature.split(separator: ";").map(String.init) }
}

extension IdentityKey: Comparable {
  package static func < (left: IdentityKey, right: IdentityKey) -> Bool {
    (left.kind.rawValue, left.name, left.signature) < (right.kind.rawValue, right.name, right.signature)
  }
}

/// How often a name is the fullest one, and how often another one, of a node.
package struct NameCount: Sendable, Hashable {
  /// The folded form of the name.
  package var key: String
  /// The number of articles whose fullest name it is.
  package var labels: Int
  /// The number of articles where it is another name.
  package var aliases: Int

  /// Makes a count of its parts.
  package init(key: String, labels: Int, aliases: Int) {
    self.key = key
    self.labels = labels
    self.aliases = aliases
  }
}

/// Everything that articles say of the bearers of one key.
package struct IdentityProfile: Sendable, Hashable {
  /// What it is known by.
  package var key: IdentityKey
  /// The number of nodes.
  package var articles: Int
  /// Names as written.
  package var names: [String: NameCount]
  /// Folded names of what stands beside it in events, roles and statements, with the number of articles.
  package var contexts: [String: Int]

  /// Makes a profile of its parts.
  package init(
    key: IdentityKey,
    articles: Int = 0,
    names: [String: NameCount] = [:],
    contexts: [String: Int] = [:]
  ) {
    self.key = key
    self.articles = articles
    self.names = names
    self.contexts = contexts
  }

  /// Adds what another profile of the same key says.
  package mutating func add(_ other: IdentityProfile) {
    articles += other.articles
    for (name, count) in other.names {
      names[name, default: NameCount(key: count.key, labels: 0, aliases: 0)].labels += count.labels
      names[name]?.aliases += count.aliases
    }
    for (context, count) in other.contexts { contexts[context, default: 0] += count }
  }
}

extension IdentityProfile {
  /// What several articles call the bearer alike, and that they tell nothing that would part them; nil of one article.
  package var agreement: String? {
    guard articles > 1 else { return nil }
    let alike = names.filter { $0.value.key == key.name && $0.value.labels > 0 }
      .sorted { ($1.value.labels, $0.key) < ($0.value.labels, $1.key) }
    guard !alike.isEmpty else { return nil }
    let shown = alike.map { name, count in
      "“\(name)” in \(count.labels) \(count.labels == 1 ? "article" : "articles")"
    }.joined(separator: ", ")
    let marks = key.marks.map(PersonMatching.shown).joined(separator: ", ")
    let name = alike.count == 1 ? "one name" : "forms of one name"
    return "\(shown): \(name)" + (marks.isEmpty ? "" : ", \(marks)")
  }
}
