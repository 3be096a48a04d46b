import GRDB

/// The tables of a store and how older ones become them.
enum StoreSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: tables + triggers)
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE content(hash BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE device(id BLOB PRIMARY KEY, public BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE recipient(
      id BLOB PRIMARY KEY, purpose TEXT NOT NULL, public BLOB NOT NULL, created INTEGER NOT NULL,
      retired INTEGER) STRICT, WITHOUT ROWID;
    CREATE TABLE person(
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, public BLOB NOT NULL,
      locked BLOB NOT NULL, failures INTEGER NOT NULL DEFAULT 0, blocked_until INTEGER,
      created INTEGER NOT NULL, removed INTEGER) STRICT;
    CREATE UNIQUE INDEX person_name ON person(name COLLATE NOCASE) WHERE removed IS NULL;
    CREATE TABLE key_seal(
      key BLOB NOT NULL, holder BLOB NOT NULL, sealed BLOB NOT NULL,
      PRIMARY KEY(key, holder)) STRICT, WITHOUT ROWID;
    CREATE TABLE record(
      id BLOB PRIMARY KEY, locator TEXT UNIQUE, content BLOB NOT NULL REFERENCES content(hash),
      state TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL,
      resume_salt BLOB, resume_wrap BLOB, failures INTEGER NOT NULL DEFAULT 0,
      sequence INTEGER NOT NULL DEFAULT 0, head BLOB NOT NULL,
      signed INTEGER NOT NULL DEFAULT 0, signature BLOB, device BLOB,
      card INTEGER NOT NULL DEFAULT 0, desk_card BLOB, clinical_card BLOB,
      lease TEXT) STRICT;
    CREATE INDEX record_state ON record(state, updated);
    CREATE TABLE wrap(
      record BLOB NOT NULL REFERENCES record(id), key BLOB NOT NULL, sealed BLOB NOT NULL,
      PRIMARY KEY(record, key)) STRICT, WITHOUT ROWID;
    CREATE TABLE event(
      record BLOB NOT NULL REFERENCES record(id), sequence INTEGER NOT NULL, time INTEGER NOT NULL,
      sealed BLOB NOT NULL, hash BLOB NOT NULL,
      PRIMARY KEY(record, sequence)) STRICT, WITHOUT ROWID;
    CREATE TABLE copy(
      record BLOB, kind TEXT NOT NULL, time INTEGER NOT NULL, place TEXT NOT NULL) STRICT;
    CREATE TABLE gone(record BLOB PRIMARY KEY, time INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE audit(
      sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
      record BLOB, hash BLOB NOT NULL, device BLOB NOT NULL, signature BLOB NOT NULL) STRICT;

    """

  /// What was written stays as it is; only a record whose keys are destroyed loses its rows.
  private static let triggers = """
    CREATE TRIGGER event_stays BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
    CREATE TRIGGER event_remains BEFORE DELETE ON event
      WHEN (SELECT state FROM record WHERE id = OLD.record) <> 'deleted'
      BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
    CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
    CREATE TRIGGER audit_remains BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit is never shortened'); END;
    """
}
