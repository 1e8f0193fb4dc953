/// The parts of a picture that no line joins.
struct PictureComponents: Sendable {
  /// Fewer nodes than these are not thinned out.
  private static let enough = 14

  private let nodes: [PictureContent.Node]
  /// Positions in the nodes, part by part, in the order of their first nodes.
  let members: [[Int]]
  /// The part of each node.
  let part: [Int]
  /// Positions of the nodes at the ends of each edge; nil where one does not exist.
  let ends: [(tail: Int, head: Int)?]

  init(nodes: [PictureContent.Node], edges: [PictureContent.Edge]) {
    self.nodes = nodes
    let position = Dictionary(zip(nodes.map(\.id), nodes.indices), uniquingKeysWith: { first, _ in first })
    var root = Array(nodes.indices)
    func find(_ node: Int) -> Int {
      var node = node
      while root[node] != node { node = root[node] }
      return node
    }
    ends = edges.map { edge in
      guard let tail = position[edge.tail], let head = position[edge.head] else { return nil }
      return (tail, head)
    }
    for case let (tail, head)? in ends {
      let roots = (find(tail), find(head))
      root[max(roots.0, roots.1)] = min(roots.0, roots.1)
    }
    var members = [[Int]](repeating: [], count: nodes.count)
    for node in nodes.indices { members[find(node)].append(node) }
    self.members = members.filter { !$0.isEmpty }
    var part = [Int](repeating: 0, count: nodes.count)
    for (number, members) in self.members.enumerated() {
      for member in members { part[member] = number }
    }
    self.part = part
  }

  /// Identifiers of the nodes without the lightest parts of one or two small nodes that carry no figure, as long as
  /// enough is left.
  var withoutLoose: Set<String> {
    var kept = Set(nodes.map(\.id))
    let loose = members.filter { part in
      part.count <= 2 && part.allSatisfy { nodes[$0].badges.isEmpty && nodes[$0].size == .small }
    }
    for part in loose.reversed() {
      if kept.count - part.count < Self.enough { break }
      kept.subtract(part.map { nodes[$0].id })
    }
    return kept
  }
}
