import Dateline

/// Casualty figures in the order of the articles that give them, with how they stand to earlier ones.
struct TollReport {
  static let columns = [
    "told", "outcome", "figure", "bound", "minimum", "maximum", "date", "event", "source", "article", "note",
    "sentence", "id",
  ]
  /// What a table shows: the figure tells outcome and bound in words.
  static let shownColumns = ["told", "figure", "event", "date", "source", "note", "article", "sentence"]

  let view: StoreView
  /// The same with the places where the figures stand.
  let wholeView: StoreView

  private struct Claim {
    var id: String
    var told: CalendarDate?
    var article: String
    var figure: CasualtyDetail
    var label: String
    var causes: [Node]
    var places: [Node]
    var source: [String]
    var sentence: String
    var start: Int
  }

  func rows(of figures: [Node]) throws -> [[AnswerCell]] {
    let claims = try claims(of: figures).sorted { left, right in
      if left.told != right.told { return (left.told.map { "\($0)" } ?? "~") < (right.told.map { "\($0)" } ?? "~") }
      return (left.article, left.start, left.label) < (right.article, right.start, right.label)
    }
    let notes = notes(on: claims)
    return zip(claims, notes).map { claim, note in
      [
        .text(claim.told?.description ?? ""), .text(claim.figure.outcome.rawValue), .text(claim.label),
        .text(claim.figure.bound.rawValue), .number(claim.figure.minimum), .number(claim.figure.maximum),
        .text(Self.day(of: claim)?.description ?? ""), .list(claim.causes.map(\.label)), .list(claim.source),
        .text(claim.article), .text(note), .text(claim.sentence), .text(claim.id),
      ]
    }
  }

  private func claims(of found: [Node]) throws -> [Claim] {
    let figures = try wholeView.nodes(withIDs: found.map(\.id))
    let edges = Dictionary(grouping: try view.edges(touching: figures.map(\.id)), by: \.source)
    let targets = Set(figures.flatMap { edges[$0.id] ?? [] }.map(\.target)).sorted()
    let nodes = Dictionary(try view.nodes(withIDs: targets).map { ($0.id, $0) }) { first, _ in first }
    let articles = Set(figures.flatMap { $0.mentions.map(\.article) }).sorted()
    let dates = Dictionary(try view.articles(withIDs: articles).map { ($0.id, $0.date) }) { first, _ in first }
    return figures.compactMap { figure in
      guard case .casualtyFigure(let detail) = figure.detail else { return nil }
      let leaving = edges[figure.id] ?? []
      let evidence = leaving.flatMap(\.evidence).sorted()
      guard let place = figure.mentions.first ?? evidence.first else { return nil }
      func reached(_ kind: Edge.Kind) -> [Node] { leaving.filter { $0.kind == kind }.compactMap { nodes[$0.target] } }
      return Claim(
        id: figure.id,
        told: dates[place.article].flatMap { $0 },
        article: place.article,
        figure: detail,
        label: figure.label,
        causes: reached(.resultOf),
        places: reached(.place),
        source: reached(.reportedBy).map(\.label),
        sentence: evidence.first?.text ?? place.text,
        start: place.range.lowerBound
      )
    }
  }

  // MARK: Comparison

  /// How each figure stands to the earlier ones of its outcome and event that no other has superseded yet.
  private func notes(on claims: [Claim]) -> [String] {
    var superseded: Set<Int> = []
    return claims.indices.map { position in
      let claim = claims[position]
      if claim.figure.partOf != nil { return "part of another" }
      var relations: [(relation: String, other: String)] = []
      for earlier in claims.indices[..<position].reversed() where !superseded.contains(earlier) {
        let other = claims[earlier]
        guard Self.areComparable(other, claim) else { continue }
        let relation = Self.relation(of: claim, to: other)
        if relation == "supersedes" { superseded.insert(earlier) }
        let place = other.article == claim.article ? "the same article" : other.article
        relations.append((relation, "\(other.label) in \(place)"))
      }
      let kinds = ["supersedes", "contradicts", "differs from", "agrees with"]
      return kinds.compactMap { kind in
        let others = relations.filter { $0.relation == kind }.map(\.other)
        let rest = others.count > Self.mostTold ? " and \(others.count - Self.mostTold) more" : ""
        return others.isEmpty ? nil : "\(kind) \(others.prefix(Self.mostTold).joined(separator: ", "))\(rest)"
      }.joined(separator: "; ")
    }
  }

  private static let mostTold = 3

  private static func relation(of claim: Claim, to earlier: Claim) -> String {
    let isAgreeing = agree(earlier.figure, claim.figure)
    guard earlier.article != claim.article else { return isAgreeing ? "agrees with" : "differs from" }
    // Of articles without a day nobody knows which one was first.
    guard let before = earlier.told, let now = claim.told else { return isAgreeing ? "agrees with" : "differs from" }
    if before < now, (claim.figure.minimum ?? 0) > (earlier.figure.minimum ?? 0) { return "supersedes" }
    return isAgreeing ? "agrees with" : "contradicts"
  }

  /// Whether two figures may be of the same people: one outcome, one event as far as is known, neither a part.
  private static func areComparable(_ earlier: Claim, _ later: Claim) -> Bool {
    guard earlier.figure.outcome == later.figure.outcome, earlier.figure.partOf == nil else { return false }
    guard mayMeet(earlier.places, later.places) else { return false }
    let causes = Set(earlier.causes.map(\.id))
    if !causes.isDisjoint(with: later.causes.map(\.id)) { return true }
    // What one article keeps apart is two events.
    guard earlier.article != later.article || causes.isEmpty || later.causes.isEmpty else { return false }
    guard let one = day(of: earlier), let other = day(of: later) else { return true }
    return one == other || "\(one)".hasPrefix("\(other)") || "\(other)".hasPrefix("\(one)")
  }

  /// Whether places may be one: what is told of a country may be told of a town in it.
  private static func mayMeet(_ left: [Node], _ right: [Node]) -> Bool {
    func hasCountry(_ places: [Node]) -> Bool {
      places.contains { if case .place(let place) = $0.detail { place.placeKind == "country" } else { false } }
    }
    func countries(_ places: [Node]) -> Set<String> {
      Set(places.compactMap { if case .place(let place) = $0.detail { place.country } else { nil } })
    }
    guard !left.isEmpty, !right.isEmpty, Set(left.map(\.id)).isDisjoint(with: right.map(\.id)) else { return true }
    let (one, other) = (countries(left), countries(right))
    guard one.isEmpty || other.isEmpty || !one.isDisjoint(with: other) else { return false }
    return hasCountry(left) || hasCountry(right)
  }

  private static func agree(_ left: CasualtyDetail, _ right: CasualtyDetail) -> Bool {
    let (low, high) = (max(left.minimum ?? 0, right.minimum ?? 0), min(left.maximum ?? .max, right.maximum ?? .max))
    return low <= high
  }

  private static func day(of claim: Claim) -> CalendarDate? {
    claim.figure.date ?? claim.causes.lazy.compactMap(NodeReport.date(of:)).first
  }
}
