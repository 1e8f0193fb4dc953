import KnowledgeGraph

/// What a picture says, before anything is known of its layout or colours.
struct PictureContent: Sendable, Hashable {
  /// How sure the article is of what a node or line says; told apart by the style of lines.
  enum Telling: String, Sendable, Hashable, CaseIterable {
    case told
    case claimed
    case planned
    case possible
    case negated
  }

  /// The three sizes of text that say how much a node matters.
  enum Size: Sendable, Hashable, CaseIterable {
    case large
    case medium
    case small
  }

  /// A figure of people harmed at an event.
  struct Badge: Sendable, Hashable {
    /// One figure with who gives it.
    struct Claim: Sendable, Hashable {
      /// The figure in short, "> 100" or "35 killed".
      var text: String
      /// Who says so; empty where nobody is named.
      var sources: [String]
    }

    /// The figure: "35 killed", or from the lowest to the highest where sources contradict each other.
    var text: String
    /// What became of the people: the element of the theme that colours it.
    var outcome: String
    /// Who says what: one claim, or several where figures of the same outcome differ.
    var claims: [Claim]
    /// Who is counted among them: "four children".
    var parts: [String] = []
    /// Positions of the figures in the graph.
    var figures: [Int]
  }

  /// A node of the picture.
  struct Node: Sendable, Hashable {
    /// The identifier in the picture: "n" and the node's position in the graph.
    var id: String
    /// The position in the graph.
    var position: Int
    var kind: NodeKind
    /// The name, in lines.
    var name: [String]
    /// What stands after the name: the day.
    var suffix: String?
    /// What the name leads on to, in lines: "to nine years in prison".
    var rest: [String] = []
    /// Small print under the name, in lines.
    var notes: [String]
    var badges: [Badge] = []
    var telling: Telling = .told
    var size: Size = .small
    /// How much it matters to the story, 0 or more.
    var weight = 0.0
    /// Where it was read.
    var evidence: [Provenance]
    /// What the node says as a sentence without a full stop.
    var spoken: String
  }

  /// A line of the picture, from left to right.
  struct Edge: Sendable, Hashable {
    /// The identifier in the picture: "e" and the first edge's position in the graph.
    var id: String
    /// Positions of the edges in the graph that it stands for.
    var edges: [Int]
    /// Identifiers of the nodes at its ends.
    var tail: String
    var head: String
    /// The kind, as the contract names it: its class.
    var kind: String
    var label: String
    var hasArrow = true
    var telling: Telling = .told
    var evidence: [Provenance]
  }

  /// The headline.
  var title: String
  /// Day, source and counts.
  var subtitle: [String]
  var nodes: [Node]
  var edges: [Edge]
}
