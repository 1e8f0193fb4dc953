import Extraction
import Knowledge
import KnowledgeGraph

extension PictureComposer {
  /// The most figures of one outcome that are told apart.
  private static let mostClaims = 4

  /// A figure with what is said of it.
  private struct Figure {
    var positions: [Int]
    let detail: CasualtyDetail
    let quantity: String
    let word: String
    var sources: [String]

    var text: String { "\(quantity) \(word)" }
    /// The number by which figures are ordered.
    var number: Int { detail.minimum ?? detail.maximum ?? 0 }
  }

  /// The figures as badges: the worst outcome first, one badge an outcome, parts of others as words at those.
  func badges(_ figures: [Int]) -> [PictureContent.Badge] {
    var told: [Figure] = []
    var parts: [(whole: Int, figure: Int)] = []
    for figure in figures {
      if let whole = whole(of: figure), figures.contains(whole) {
        parts.append((whole, figure))
      } else if let made = self.figure(figure, among: figures) {
        if let same = told.firstIndex(where: { $0.text == made.text && $0.detail.outcome == made.detail.outcome }) {
          told[same].positions.append(figure)
          told[same].sources += made.sources.filter { !told[same].sources.contains($0) }
        } else {
          told.append(made)
        }
      }
    }
    var badges: [PictureContent.Badge] = []
    for outcome in CasualtyFact.Outcome.allCases {
      let whole = told.filter { $0.detail.outcome == outcome && $0.detail.partOf == nil }
      if !whole.isEmpty { badges.append(Self.badge(of: whole)) }
      badges += told.filter { $0.detail.outcome == outcome && $0.detail.partOf != nil }.map { Self.badge(of: [$0]) }
    }
    for (whole, figure) in parts {
      guard let place = badges.firstIndex(where: { $0.figures.contains(whole) }) else { continue }
      let words = PictureText.clipped(index[figure].mentions.first?.text ?? index[figure].label, to: 40)
      badges[place].figures.append(figure)
      if !badges[place].parts.contains(words) { badges[place].parts.append(words) }
    }
    return Array(badges.prefix(Self.mostBadges))
  }

  private func figure(_ position: Int, among figures: [Int]) -> Figure? {
    guard case .casualtyFigure(let detail) = index[position].detail, !isCovered(detail, by: figures) else { return nil }
    let writer = FigureText(numbers: knowledge.numbers)
    let mentions = index[position].mentions
    let quantity = writer.quantity(of: detail, mentions: mentions)
    return Figure(
      positions: [position],
      detail: detail,
      quantity: detail.partOf == nil ? quantity : "of them \(quantity)",
      word: writer.outcome(of: detail, mentions: mentions),
      sources: Self.once(index.targets(of: position, by: .reportedBy).map(name))
    )
  }

  /// The badge of figures of one outcome: from the lowest to the highest where sources contradict each other, else the
  /// highest, with the others told in small print.
  private static func badge(of figures: [Figure]) -> PictureContent.Badge {
    let ranked = figures.enumerated().sorted { ($1.element.number, $0.offset) < ($0.element.number, $1.offset) }
      .map(\.element)
    let (most, least) = (ranked[0], ranked[ranked.count - 1])
    let sources = figures.map(\.sources).filter { !$0.isEmpty }
    var text = most.text
    if Set(sources).count > 1, least.number < most.number, least.number > 0 {
      let (low, high) = (least.quantity.trimmingPrefix("≥ "), most.text.trimmingPrefix("≤ "))
      text = "\(low)\(high.first?.isNumber ?? false ? "–" : " to ")\(high)"
    }
    let claims = ranked.prefix(mostClaims).map { figure in
      PictureContent.Badge.Claim(text: figures.count == 1 ? figure.text : figure.quantity, sources: figure.sources)
    }
    return PictureContent.Badge(
      text: text,
      outcome: most.detail.outcome.rawValue,
      claims: claims,
      figures: figures.flatMap(\.positions)
    )
  }

  /// The figure that counts the people of another one among its own.
  private func whole(of figure: Int) -> Int? {
    guard case .casualtyFigure(let detail) = index[figure].detail else { return nil }
    return detail.partOf.flatMap { index.position[$0] }
  }

  /// Who is counted among the people of the figures, as small print.
  func parts(of badges: [PictureContent.Badge]) -> [String] {
    badges.filter { !$0.parts.isEmpty }.flatMap { badge in
      PictureText.wrapped("among the \(badge.outcome): \(PictureText.list(badge.parts))", width: noteWidth)
    }
  }

  /// Whether the words "dozens" or "hundreds" say no more than a number of the same event.
  private func isCovered(_ vague: CasualtyDetail, by figures: [Int]) -> Bool {
    guard vague.bound == .vague, vague.partOf == nil, let least = vague.minimum else { return false }
    return figures.contains { figure in
      guard case .casualtyFigure(let other) = index[figure].detail, other.bound != .vague, other.partOf == nil else {
        return false
      }
      return other.outcome == vague.outcome && (other.minimum ?? other.maximum ?? 0) >= least
    }
  }
}
