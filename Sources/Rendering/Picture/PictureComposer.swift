import ArticleReading
import Extraction
import Knowledge
import KnowledgeGraph

/// Turns a graph into what a picture of it says: which nodes, which lines, which words.
struct PictureComposer: Sendable {
  /// The largest width of a name and of small print, in characters.
  var nameWidth = 20
  var noteWidth = 26
  /// The most characters of an event's name with its day beside it.
  private static let dayWidth = 18
  /// The most offices and figures that are written at one node.
  static let mostOffices = 2
  static let mostBadges = 6

  let index: GraphIndex
  let knowledge: KnowledgeBase
  let options: PictureOptions
  let weights: [Double]
  /// The year of publication, which days need not repeat.
  let impliedYear: Int?

  init(graph: Graph, knowledge: KnowledgeBase, options: PictureOptions) {
    index = options.showsAll ? GraphIndex(graph) : GraphIndex(folding: graph)
    self.knowledge = knowledge
    self.options = options
    weights = Salience(index).weights
    let years = Set(graph.articles.map { $0.date?.year })
    impliedYear = years.count == 1 ? years.first ?? nil : nil
  }

  /// The same with names and small print in shorter lines, for pictures that would be too wide.
  var narrowed: PictureComposer {
    var narrow = self
    narrow.nameWidth = 14
    narrow.noteWidth = 18
    return narrow
  }

  /// What the picture says with at most so many nodes.
  ///
  /// - Parameter keepsLoose: Whether parts of one or two small nodes are drawn however much else there is.
  func content(limit: Int, keepsLoose: Bool = false) -> PictureContent {
    let selection = PictureSelection(index: index, weights: weights, limit: limit, options: options)
    var edges = PictureEdges(composer: self, selected: selection.nodes).edges
    let connected = Set(edges.flatMap { [$0.tail, $0.head] })
    let sizes = sizes(of: selection.nodes)
    let told = tellers(in: edges)
    let labelled = labelled(in: edges)
    var nodes = selection.nodes.sorted(by: precedes).map { position in
      var made = node(position, size: sizes[position] ?? .small, told: told[position] ?? [])
      if made.kind == .event {
        let phrase = EventPhrase(
          of: position,
          in: index,
          shown: selection.nodes,
          labelled: labelled[position] ?? [],
          knowledge: knowledge
        )
        write(phrase, at: &made)
      }
      return made
    }
    if !options.showsAll, !edges.isEmpty {
      nodes.removeAll { !connected.contains($0.id) && $0.badges.isEmpty && $0.kind != .event }
      if options.top == nil, !keepsLoose {
        let kept = PictureComponents(nodes: nodes, edges: edges).withoutLoose
        nodes.removeAll { !kept.contains($0.id) }
        edges.removeAll { !kept.contains($0.tail) }
      }
    }
    let caption = PictureCaption(index: index, shown: Set(nodes.map(\.position)), badges: nodes.flatMap(\.badges))
    return PictureContent(title: caption.title, subtitle: caption.subtitle, nodes: nodes, edges: edges)
  }

  /// The order of weight, then of the graph.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    weights[left] != weights[right] ? weights[left] > weights[right] : left < right
  }

  /// Large for the few that matter most, medium for the next.
  private func sizes(of nodes: Set<Int>) -> [Int: PictureContent.Size] {
    let ranked = nodes.filter { index[$0].kind != .statement && index[$0].kind != .casualtyFigure }.sorted(by: precedes)
    let large = max(1, min(4, ranked.count / 8))
    let medium = max(1, min(10, ranked.count / 4))
    var sizes: [Int: PictureContent.Size] = [:]
    for (rank, node) in ranked.enumerated() {
      sizes[node] = rank < large ? .large : rank < large + medium ? .medium : .small
    }
    return sizes
  }

  private func node(_ position: Int, size: PictureContent.Size, told: Set<Int>) -> PictureContent.Node {
    let node = index[position]
    var made = PictureContent.Node(
      id: "n\(position)",
      position: position,
      kind: node.kind,
      name: PictureText.wrapped(PictureText.clipped(node.label, to: 60), width: nameWidth),
      notes: [],
      size: size,
      weight: weights[position],
      evidence: node.mentions,
      spoken: PictureText.oneLine(node.label)
    )
    switch node.detail {
    case .person, .organization, .group, .thing, .place:
      made.notes = notes(of: position).flatMap {
        PictureText.wrapped(PictureText.clipped($0, to: 60), width: noteWidth)
      }
    case .event(let detail): describe(&made, event: position, detail: detail, told: told)
    case .casualtyFigure:
      made.name = []
      made.badges = badges([position])
      made.notes = parts(of: made.badges) + attribution(of: made.badges, known: [])
    case .statement(let detail):
      let words = PictureText.clipped(detail.text, to: 140)
      made.name = PictureText.wrapped(detail.isDirect ? "“\(words)”" : words, width: 34)
    case .role: break
    }
    if made.name.isEmpty, made.badges.isEmpty { made.name = ["(no name)"] }
    made.spoken = ([made.spoken] + made.badges.map(\.text) + made.notes).joined(separator: ", ")
    return made
  }

  /// Offices, memberships and the number of statements of an entity, as small print.
  private func standing(of position: Int) -> [String] {
    let relations = StandingRelations(of: position, in: index)
    var notes: [String] = []
    for office in relations.offices.prefix(Self.mostOffices) {
      let title = (office.isFormer ? "former " : "") + office.title
      notes.append(office.owner.map { "\(title), \(index[$0].label)" } ?? title)
    }
    if notes.isEmpty { notes = relations.prefix(1).map { index[$0.target].label } }
    let statements = index.sources(of: position, by: .speaker).count
    if statements > 0, !options.showsStatements { notes.append(PictureText.count(statements, "statement")) }
    return notes.map(PictureText.oneLine)
  }

  /// The small print of a node, each note on one line.
  func notes(of position: Int) -> [String] {
    switch index[position].detail {
    case .person, .organization, .group, .thing: standing(of: position)
    case .place(let detail): whereabouts(of: position, detail: detail)
    case .event, .casualtyFigure, .statement, .role: []
    }
  }

  private func whereabouts(of position: Int, detail: PlaceDetail) -> [String] {
    var notes: [String] = []
    let names = Set(([index[position].label] + index[position].aliases).map { $0.lowercased() })
    if detail.placeKind != "country", let code = detail.country,
      let name = knowledge.countries.country(code: code)?.name, !names.contains(name.lowercased())
    {
      notes.append(name)
    }
    return notes + standing(of: position).filter { !notes.contains($0) }
  }

  private func describe(_ node: inout PictureContent.Node, event: Int, detail: EventDetail, told: Set<Int>) {
    node.suffix = detail.date.map { PictureText.day($0, isShort: true, impliedYear: impliedYear) }
    node.telling = telling(ofEvent: event)
    node.badges = badges(index.figures(of: event))
    node.notes = parts(of: node.badges) + attribution(ofEvent: event, badges: node.badges, told: told)
  }

  /// Writes how an event reads, its day and whether it is to come: the day beside a short name, else below.
  private func write(_ phrase: EventPhrase, at node: inout PictureContent.Node) {
    guard !phrase.head.isEmpty else { return }
    node.name = PictureText.wrapped(PictureText.clipped(phrase.head, to: 60), width: nameWidth)
    node.rest = PictureText.wrapped(phrase.rest, width: noteWidth)
    var below: [String] = []
    if let day = node.suffix, !node.rest.isEmpty || day.count + (node.name.last?.count ?? 0) > Self.dayWidth {
      node.suffix = nil
      below.append(day)
    }
    switch node.telling {
    case .told, .claimed: break
    case .planned: below.append("planned")
    case .possible: below.append("possible")
    case .negated: below.append("did not happen")
    }
    if !below.isEmpty { node.notes.insert(below.joined(separator: " · "), at: 0) }
    node.spoken = ([phrase.text] + (node.suffix.map { [$0] } ?? []) + node.badges.map(\.text) + node.notes)
      .joined(separator: ", ")
  }

  /// The nodes at each event to whom no preposition in it may lead.
  private func labelled(in edges: [PictureContent.Edge]) -> [Int: Set<Int>] {
    var labelled: [Int: Set<Int>] = [:]
    for edge in edges {
      guard let tail = Int(edge.tail.dropFirst()), let head = Int(edge.head.dropFirst()) else { continue }
      labelled[head, default: []].insert(tail)
      if !edge.label.isEmpty { labelled[tail, default: []].insert(head) }
    }
    return labelled
  }

  /// How an event is told.
  func telling(ofEvent event: Int) -> PictureContent.Telling {
    guard case .event(let detail) = index[event].detail else { return .told }
    switch detail.status {
    case .actual: return index.targets(of: event, by: .reportedBy).isEmpty ? .told : .claimed
    case .planned: return .planned
    case .hypothetical: return .possible
    case .negated: return .negated
    }
  }
}
