/// The dependency trees of a document as lists of children, for walking downwards.
///
/// Token indices run over the whole document; children are in the order of the text.
public struct DependencyTree: Sendable {
  /// The token indices of each token's dependents.
  public let children: [[Int]]
  /// The index of the sentence that each token stands in.
  public let sentenceOfToken: [Int]
  private let heads: [Int]
  private let relations: [DependencyRelation]

  /// Indexes the trees of a document.
  public init(_ document: Document) {
    var children = [[Int]](repeating: [], count: document.tokenCount)
    for token in 0..<document.tokenCount where document.heads[token] != token {
      children[document.heads[token]].append(token)
    }
    var sentenceOfToken = [Int](repeating: 0, count: document.tokenCount)
    for (index, sentence) in document.sentences.enumerated() {
      for token in sentence.tokens { sentenceOfToken[token] = index }
    }
    self.children = children
    self.sentenceOfToken = sentenceOfToken
    heads = document.heads
    relations = document.relations
  }

  /// The head of a token, or nil at the root of its sentence.
  public func head(of token: Int) -> Int? {
    heads[token] == token ? nil : heads[token]
  }

  /// The dependents of a token that stand in one of the relations.
  public func children(of token: Int, _ wanted: DependencyRelation...) -> [Int] {
    children[token].filter { wanted.contains(relations[$0]) }
  }

  /// The first dependent of a token that stands in one of the relations.
  public func child(of token: Int, _ wanted: DependencyRelation...) -> Int? {
    children[token].first { wanted.contains(relations[$0]) }
  }

  /// The token and all tokens below it, in rising order; of heads in a circle, as many as there are tokens at most.
  public func subtree(of token: Int) -> [Int] {
    var found = [token]
    var position = 0
    while position < found.count, found.count <= heads.count {
      found.append(contentsOf: children[found[position]])
      position += 1
    }
    return found.sorted()
  }

  /// The tokens above a token, from its head to the root of its sentence.
  public func ancestors(of token: Int) -> [Int] {
    var found: [Int] = []
    var current = token
    while let head = head(of: current), found.count < heads.count {
      found.append(head)
      current = head
    }
    return found
  }

  /// The token and the conjuncts that hang on it: "Rutte" and "Zelenskiy" for "Rutte" in "Rutte and Zelenskiy".
  public func conjuncts(of token: Int) -> [Int] {
    [token] + children(of: token, .conjunct)
  }
}
