import Knowledge
import KnowledgeGraph

/// A document in which chains of mentions are marked.
struct ChainDocument {
  /// One mention: its chain, sentence and words.
  struct Mention {
    let chain: String
    let sentence: Int
    let words: [String]
  }

  let id: String
  var mentions: [Mention] = []
}

/// Reads documents in the form of the CoNLL-2012 task: document, sentence, token, word and chains in columns.
enum ChainReader {
  static func documents(in text: String) -> [ChainDocument] {
    var documents: [ChainDocument] = []
    var open: [(chain: String, words: [String])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 5, let sentence = Int(cells[1]) else {
        open = []
        continue
      }
      if documents.last?.id != cells[0] { documents.append(ChainDocument(id: cells[0])) }
      let marks = cells[4].split(separator: "|").map { $0.filter { $0 != " " } }
      for mark in marks where mark.hasPrefix("(") { open.append((chainName(mark), [])) }
      for position in open.indices { open[position].words.append(cells[3]) }
      for mark in marks where mark.hasSuffix(")") {
        guard let position = open.lastIndex(where: { $0.chain == chainName(mark) }) else { continue }
        let mention = open.remove(at: position)
        documents[documents.count - 1].mentions.append(
          ChainDocument.Mention(chain: mention.chain, sentence: sentence, words: mention.words)
        )
      }
    }
    return documents
  }

  private static func chainName(_ mark: String) -> String { mark.filter { $0 != "(" && $0 != ")" } }
}

/// A chain within one document: a person, organisation or place with the names that its mentions give.
struct GoldEntity {
  let document: String
  let chain: String
  let kind: NodeKind
  let mentions: Int
  let sentences: Set<Int>
  /// The names, the fullest first.
  let names: [String]

  /// The chains of a document whose mentions include a name.
  static func entities(of document: ChainDocument, naming knowledge: KnowledgeBase) -> [GoldEntity] {
    Dictionary(grouping: document.mentions, by: \.chain).sorted { $0.key < $1.key }.compactMap { chain, mentions in
      let mark = chain.split(separator: "_").last?.prefix(3)
      guard let kind = ["PER": .person, "ORG": .organization, "LOC": .place][mark ?? ""] as NodeKind? else {
        return nil
      }
      let names = names(mentions, kind: kind)
      guard !names.isEmpty else { return nil }
      return GoldEntity(
        document: document.id,
        chain: String(chain.drop { !$0.isUppercase }),
        kind: kind,
        mentions: mentions.count,
        sentences: Set(mentions.map(\.sentence)),
        names: names
      )
    }
  }

  /// What the baseline takes for one: the same kind and the same fullest name.
  var sameName: String { "\(kind.rawValue) \(names[0].lowercased())" }

  private static func names(_ mentions: [ChainDocument.Mention], kind: NodeKind) -> [String] {
    var counts: [String: Int] = [:]
    for mention in mentions {
      var words = mention.words
      if words.count > 1, let last = words.last, ["'s", "’s", "'"].contains(last) { words.removeLast() }
      if words.count > 1, words[0].lowercased() == "the" { words.removeFirst() }
      let small: Set<String> = ["of", "and", "for", "the", "de", "van", "von", "bin", "al", "&", "on", "in"]
      let isName = words.allSatisfy {
        $0.first?.isUppercase ?? false || $0.first?.isNumber ?? false || small.contains($0)
      }
      let isPronoun =
        words.count == 1
        && ["it", "he", "she", "they", "we", "i", "its", "his", "their"].contains(words[0].lowercased())
      guard isName, !isPronoun, words[0].first?.isUppercase ?? false, words.count <= (kind == .person ? 4 : 8) else {
        continue
      }
      counts[words.joined(separator: " "), default: 0] += 1
    }
    func rank(_ name: String) -> [Int] {
      let words = name.split(separator: " ").count
      return kind == .person ? [min(words, 2), counts[name] ?? 0, -words] : [words, name.count]
    }
    return counts.keys.sorted { rank($0) == rank($1) ? $0 < $1 : rank($1).lexicographicallyPrecedes(rank($0)) }
  }
}
