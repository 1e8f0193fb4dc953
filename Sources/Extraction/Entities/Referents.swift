import Knowledge
import LanguageAnalysis

/// What the descriptions and pronouns of an article refer to, as far as it is known.
struct Referents {
  /// One description or pronoun tied to a cluster of names.
  struct Link {
    var head: Int
    var tokens: Range<Int>
    var form: EntityMention.Form
    var cluster: Int
    var foundBy: String
  }

  /// The cluster of names that the phrase headed by a token refers to.
  private(set) var clusterOfHead: [Int: Int] = [:]
  /// The head token of an earlier phrase without a name that a pronoun or relative word stands for.
  private(set) var antecedents: [Int: Int] = [:]
  /// The heads of several phrases that a plural pronoun stands for together: "A and B … they".
  private(set) var joined: [Int: [Int]] = [:]
  /// All descriptions and pronouns of the clusters, in the order in which they were tied.
  private(set) var links: [Link] = []

  init(names: [NameMention], clusters: [Int?], context: ArticleContext) {
    for (position, name) in names.enumerated() {
      if let cluster = clusters[position] { clusterOfHead[context.head(of: name.tokens)] = cluster }
    }
  }

  mutating func tie(_ link: Link) {
    guard clusterOfHead[link.head] == nil else { return }
    clusterOfHead[link.head] = link.cluster
    links.append(link)
  }

  mutating func follow(_ token: Int, to head: Int) {
    guard token != head, antecedents[token] == nil else { return }
    antecedents[token] = head
  }

  mutating func join(_ token: Int, heads: [Int]) {
    guard joined[token] == nil else { return }
    joined[token] = heads
  }

  /// The cluster that a token refers to, through the phrases that it stands for.
  func cluster(of token: Int) -> Int? {
    var token = token
    for _ in 0..<8 {
      if let cluster = clusterOfHead[token] { return cluster }
      guard let next = antecedents[token] else { return nil }
      token = next
    }
    return nil
  }
}
