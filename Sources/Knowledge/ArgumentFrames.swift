/// Which syntactic positions fill which argument of an event (table `frames`).
public struct ArgumentFrames: Sendable {
  /// One row: a role, the positions that fill it and what may stand there.
  public struct Rule: Sendable, Hashable {
    /// The row's id.
    public let id: String
    /// The role's name: `agent`, `patient`, `recipient`, `instrument`, `place`, `origin`.
    public let role: String
    /// The part of speech of the triggers that it holds for; nil for all.
    public let part: LexicalPart?
    /// The positions, all of which fill the role.
    public let positions: [ArgumentPosition]
    /// The kinds of entity that may stand there.
    public let fillers: [FillerKind]
    /// When it counts.
    public let condition: Condition

    /// When a rule counts.
    public enum Condition: String, Sendable, Hashable, CaseIterable {
      /// For phrases that fill no role yet.
      case always = ""
      /// Only while no phrase fills the role yet.
      case unlessFilled = "else"
      /// Also for phrases that fill another role.
      case also
    }
  }

  private static let roles: Set<String> = ["agent", "patient", "recipient", "instrument", "place", "origin"]
  private static let shared = "any"
  private let rules: [String: [Rule]]
  /// The rows that say where the place of any event may stand.
  public let placeRules: [Rule]
  /// The ids of the rows by which an object acts: "the bill passed the Senate", "met the minister".
  public let actingObjects: Set<String>
  /// The names of the frames, sorted.
  public let names: [String]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("frames")
    var rules: [String: [Rule]] = [:]
    for row in table.rows {
      rules[row["frame"], default: []].append(try Rule(row: row, table: table.name, roles: Self.roles))
    }
    let common = rules[Self.shared] ?? []
    placeRules = common.filter { $0.role == "place" }
    actingObjects = Set(
      rules.values.joined().filter { $0.role == "agent" && $0.positions.contains(ArgumentPosition(rawValue: "object")) }
        .map(\.id)
    )
    names = rules.keys.sorted()
    for frame in rules.keys where frame != Self.shared { rules[frame, default: []].append(contentsOf: common) }
    self.rules = rules
  }

  /// The rules of a frame in the order in which they are tried, those of all frames last.
  public subscript(frame: String) -> [Rule] { rules[frame] ?? [] }

  /// Whether the table has a frame.
  public func has(_ frame: String) -> Bool { rules[frame] != nil }
}

extension ArgumentFrames.Rule {
  fileprivate init(row: Table.Row, table: String, roles: Set<String>) throws(KnowledgeError) {
    func wrong(_ problem: String) -> KnowledgeError { KnowledgeError(table: table, line: row.line, problem: problem) }
    guard roles.contains(row["role"]) else { throw wrong("has an unknown role '\(row["role"])'") }
    let part = LexicalPart(rawValue: row["part"])
    guard row["part"].isEmpty || part != nil else { throw wrong("has an unknown part '\(row["part"])'") }
    let fillers = row.values("fillers").map { FillerKind(rawValue: $0) }
    guard !fillers.isEmpty, !fillers.contains(nil) else { throw wrong("has unknown fillers '\(row["fillers"])'") }
    guard let condition = Condition(rawValue: row["when"]) else {
      throw wrong("has an unknown condition '\(row["when"])'")
    }
    id = row["id"]
    role = row["role"]
    self.part = part
    positions = row.values("position").map(ArgumentPosition.init(rawValue:))
    self.fillers = fillers.compactMap { $0 }
    self.condition = condition
  }
}
