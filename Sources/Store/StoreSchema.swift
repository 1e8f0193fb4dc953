import GRDB

/// The tables of a store and the steps from each version of them to the next.
///
/// The number of steps taken stands in `user_version`, what marks the file as a store in `application_id`. Row ids of
/// nodes, edges and passages are the article's id times 2²⁰ plus a position, so that an article's rows lie together.
package enum StoreSchema {
  /// What marks a file as a store: "DLNE".
  package static let applicationID = 0x444C_4E45
  /// The version that this program writes.
  package static var version: Int { steps.count }
  /// The most rows of one kind that an article may have.
  static let rowsPerArticle: Int64 = 1 << 20

  /// Takes the steps that are still to be taken; throws `DatabaseError`.
  ///
  /// - Parameter target: The version to reach: the latest, save in tests.
  package static func migrate(_ db: Database, to target: Int = version) throws {
    let current = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard current < target else { return }
    for step in steps[current..<target] { try db.execute(sql: step) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(target)")
  }

  private static let steps = [articles, search, searchByArticle]

  private static let articles = """
    CREATE TABLE property (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE article (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT, date TEXT, url TEXT, digest TEXT NOT NULL
    );
    CREATE TABLE cluster (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL,
      articles INTEGER NOT NULL
    );
    CREATE TABLE identity (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, signature TEXT NOT NULL,
      articles INTEGER NOT NULL, cluster INTEGER NOT NULL, UNIQUE (kind, name, signature)
    );
    CREATE INDEX identity_cluster ON identity (cluster);
    CREATE TABLE identity_key (
      key TEXT NOT NULL, identity INTEGER NOT NULL, PRIMARY KEY (key, identity)
    ) WITHOUT ROWID;
    CREATE INDEX identity_key_identity ON identity_key (identity);
    CREATE TABLE identity_context (
      identity INTEGER NOT NULL, key TEXT NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (identity, key)
    ) WITHOUT ROWID;
    CREATE TABLE name (
      id INTEGER PRIMARY KEY, identity INTEGER NOT NULL, text TEXT NOT NULL, key TEXT NOT NULL, folded TEXT NOT NULL,
      labels INTEGER NOT NULL, aliases INTEGER NOT NULL, UNIQUE (identity, text)
    );
    CREATE INDEX name_folded ON name (folded);
    CREATE INDEX name_key ON name (key);
    CREATE TABLE node (
      id INTEGER PRIMARY KEY, local TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, aliases TEXT NOT NULL,
      identity INTEGER, cluster INTEGER NOT NULL, block TEXT, profile TEXT, subtype TEXT, status TEXT, date TEXT,
      country TEXT, latitude REAL, longitude REAL, minimum INTEGER, maximum INTEGER, part_of TEXT, words TEXT,
      direct INTEGER, trigger_start INTEGER, trigger_end INTEGER, trigger_rule TEXT
    );
    CREATE INDEX node_cluster ON node (cluster);
    CREATE INDEX node_identity ON node (identity) WHERE identity IS NOT NULL;
    CREATE INDEX node_block ON node (block) WHERE block IS NOT NULL;
    CREATE TABLE mention (
      node INTEGER NOT NULL, position INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      text TEXT NOT NULL, rule TEXT, PRIMARY KEY (node, position)
    ) WITHOUT ROWID;
    CREATE TABLE edge (
      id INTEGER PRIMARY KEY, source INTEGER NOT NULL, kind TEXT NOT NULL, target INTEGER NOT NULL,
      former INTEGER NOT NULL, derived INTEGER NOT NULL, source_cluster INTEGER NOT NULL,
      target_cluster INTEGER NOT NULL
    );
    CREATE INDEX edge_source ON edge (source_cluster);
    CREATE INDEX edge_target ON edge (target_cluster);
    CREATE TABLE passage (
      id INTEGER PRIMARY KEY, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL
    );
    CREATE TABLE evidence (
      edge INTEGER NOT NULL, position INTEGER NOT NULL, passage INTEGER NOT NULL, rule TEXT,
      PRIMARY KEY (edge, position)
    ) WITHOUT ROWID;
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY, verdict TEXT NOT NULL, left_kind TEXT NOT NULL, left_name TEXT NOT NULL,
      left_signature TEXT, left_shown TEXT NOT NULL, right_kind TEXT NOT NULL, right_name TEXT NOT NULL,
      right_signature TEXT, right_shown TEXT NOT NULL
    );
    """

  private static let search = """
    CREATE VIRTUAL TABLE name_text USING fts5(
      text, content = 'name', content_rowid = 'id', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE passage_text USING fts5(
      text, content = 'passage', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER name_inserted AFTER INSERT ON name BEGIN
      INSERT INTO name_text (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER name_deleted AFTER DELETE ON name BEGIN
      INSERT INTO name_text (name_text, rowid, text) VALUES ('delete', old.id, old.text);
    END;
    CREATE TRIGGER passage_inserted AFTER INSERT ON passage BEGIN
      INSERT INTO passage_text (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER passage_deleted AFTER DELETE ON passage BEGIN
      INSERT INTO passage_text (passage_text, rowid, text) VALUES ('delete', old.id, old.text);
    END;
    INSERT INTO name_text (name_text) VALUES ('rebuild');
    INSERT INTO passage_text (passage_text) VALUES ('rebuild');
    """

  /// What is added is indexed in one piece an article: a trigger would have the index write itself out at every row.
  private static let searchByArticle = """
    DROP TRIGGER name_inserted;
    DROP TRIGGER passage_inserted;
    """
}
