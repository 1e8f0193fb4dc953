import GRDB
import KnowledgeGraph

/// Reads and writes people's decisions.
struct DecisionRows {
  let db: Database
  let path: String

  /// All decisions, in the order they were taken.
  func all() throws -> [(number: Int, decision: MergeDecision)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, verdict, left_kind, left_name, left_signature, left_shown,
          right_kind, right_name, right_signature, right_shown FROM decision ORDER BY id
        """
    ).map { row in
      guard let verdict = MergeDecision.Verdict(rawValue: row[1] as String),
        let left = NodeKind(rawValue: row[2] as String), let right = NodeKind(rawValue: row[6] as String)
      else { throw StoreError(path: path, kind: .damaged("decision \(row[0] as Int) cannot be read")) }
      return (
        row[0],
        MergeDecision(
          verdict,
          MergeDecision.Side(kind: left, name: row[3], signature: row[4], shown: row[5]),
          MergeDecision.Side(kind: right, name: row[7], signature: row[8], shown: row[9])
        )
      )
    }
  }

  /// Keeps a decision in the place of an earlier one on the same two; throws where others contradict it.
  func keep(_ decision: MergeDecision) throws {
    let others = try all().filter { !$0.decision.isAbout(decision) }
    for (number, _) in try all() where !others.contains(where: { $0.number == number }) {
      try db.execute(sql: "DELETE FROM decision WHERE id = ?", arguments: [number])
    }
    if let reason = MergeDecision.contradiction(others.map(\.decision) + [decision]) {
      throw StoreError(path: path, kind: .contradiction(reason))
    }
    try db.execute(
      sql: """
        INSERT INTO decision (verdict, left_kind, left_name, left_signature, left_shown,
          right_kind, right_name, right_signature, right_shown) VALUES (?,?,?,?,?,?,?,?,?)
        """,
      arguments: [
        decision.verdict.rawValue, decision.left.kind.rawValue, decision.left.name, decision.left.signature,
        decision.left.shown, decision.right.kind.rawValue, decision.right.name, decision.right.signature,
        decision.right.shown,
      ]
    )
  }

  /// The identities that a decision is about.
  func concerned(_ decision: MergeDecision) throws -> [Int64] {
    try [decision.left, decision.right].flatMap { side in
      try Int64.fetchAll(
        db,
        sql: "SELECT id FROM identity WHERE kind = ? AND name = ? AND (?3 IS NULL OR signature = ?3)",
        arguments: [side.kind.rawValue, side.name, side.signature]
      )
    }
  }
}
