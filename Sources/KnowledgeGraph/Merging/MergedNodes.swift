import ArticleReading
import Extraction

/// Puts merged nodes and edges together from those of the articles; the order of the parts has no part in it.
package enum MergedNodes {
  /// The node of several articles' nodes that are one.
  package static func node(id: String, kind: NodeKind, parts: [Node]) -> Node {
    if parts.count == 1, kind == parts[0].kind, !kind.isKnownByName {
      return Node(id: id, detail: parts[0].detail, label: parts[0].label, mentions: once(parts[0].mentions))
    }
    let parts = parts.sorted { (first($0), $0.id) < (first($1), $1.id) }
    let ofKind = parts.filter { $0.kind == kind }
    let leading = ofKind.isEmpty ? parts : ofKind
    let label = kind.isKnownByName ? label(of: leading, kind: kind) : leading.first?.label ?? id
    var aliases = Set(parts.flatMap { [$0.label] + $0.aliases })
    aliases.remove(label)
    return Node(
      id: id,
      detail: detail(of: leading),
      label: label,
      aliases: kind.isKnownByName ? aliases.sorted() : [],
      mentions: once(parts.flatMap(\.mentions))
    )
  }

  private static func once(_ spans: [Provenance]) -> [Provenance] { spans.count < 2 ? spans : sortedOnce(spans) }

  private static func label(of parts: [Node], kind: NodeKind) -> String {
    var uses: [String: NameUse] = [:]
    for part in parts {
      uses[part.label, default: NameUse()].labels += 1
      for alias in part.aliases where alias != part.label && LocalProfiler.isName(alias) {
        uses[alias, default: NameUse()].aliases += 1
      }
    }
    return label(of: uses, kind: kind)
  }

  /// The name to show.
  ///
  /// Of a person it is the fullest name of most articles, one of several words before a single word; of everything
  /// else the name that most articles use, whole words before an acronym.
  package static func label(of uses: [String: NameUse], kind: NodeKind) -> String {
    func rank(_ name: String, _ use: NameUse) -> [Int] {
      switch kind {
      case .person: [use.labels > 0 ? 1 : 0, name.contains(" ") ? 1 : 0, use.labels, name.count]
      case .place: [isAcronym(name) ? 0 : 1, use.labels > 0 ? 1 : 0, use.labels + use.aliases, -name.count]
      default: [isAcronym(name) ? 0 : 1, use.labels + use.aliases, use.labels, name.count]
      }
    }
    return uses.max { left, right in
      let (one, other) = (rank(left.key, left.value), rank(right.key, right.value))
      return one == other ? left.key > right.key : one.lexicographicallyPrecedes(other)
    }?.key ?? ""
  }

  private static func isAcronym(_ name: String) -> Bool {
    name.count <= 6 && !name.contains(" ") && !name.contains(where: \.isLowercase)
  }

  /// The edge of several articles' edges between the same merged nodes.
  ///
  /// An office lies in the past where the latest article says so.
  package static func edge(
    source: String,
    kind: Edge.Kind,
    target: String,
    parts: [(edge: Edge, date: CalendarDate?)]
  ) -> Edge {
    if parts.count == 1 {
      let only = parts[0].edge
      return Edge(
        source: source,
        kind: kind,
        target: target,
        evidence: once(only.evidence),
        isFormer: only.isFormer,
        isDerived: only.isDerived
      )
    }
    let latest = parts.compactMap(\.date).max()
    let current = parts.filter { $0.date == latest || latest == nil }
    return Edge(
      source: source,
      kind: kind,
      target: target,
      evidence: once(parts.flatMap(\.edge.evidence)),
      isFormer: current.allSatisfy(\.edge.isFormer),
      isDerived: parts.allSatisfy(\.edge.isDerived)
    )
  }

  private static func first(_ node: Node) -> Provenance {
    if case .event(let detail) = node.detail { return detail.trigger }
    return node.mentions.first ?? Provenance(article: "\u{10FFFF}", range: 0..<0, text: node.id)
  }

  private static func detail(of parts: [Node]) -> NodeDetail {
    guard let first = parts.first?.detail else { return .thing }
    guard case .place = first else { return first }
    var counts: [PlaceDetail: Int] = [:]
    for part in parts {
      if case .place(let detail) = part.detail { counts[detail, default: 0] += 1 }
    }
    func text(_ detail: PlaceDetail) -> String {
      "\(detail.country ?? "~") \(detail.placeKind ?? "~") \(detail.latitude ?? 0) \(detail.longitude ?? 0)"
    }
    let ranked = counts.sorted { ($1.value, text($0.key)) < ($0.value, text($1.key)) }.map(\.key)
    let located = ranked.first { $0.latitude != nil && $0.longitude != nil }
    return .place(
      PlaceDetail(
        country: ranked.lazy.compactMap(\.country).first,
        latitude: located?.latitude,
        longitude: located?.longitude,
        placeKind: ranked.lazy.compactMap(\.placeKind).first
      )
    )
  }
}

/// In how many articles a name is the fullest one of a node, and in how many another one.
package struct NameUse: Sendable, Hashable {
  /// The number of articles whose fullest name it is.
  package var labels: Int
  /// The number of articles where it is another name.
  package var aliases: Int

  /// Makes a count of its parts.
  package init(labels: Int = 0, aliases: Int = 0) {
    self.labels = labels
    self.aliases = aliases
  }
}
