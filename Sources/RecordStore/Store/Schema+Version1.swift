extension Schema {
  /// The first form of the store.
  ///
  /// Times are milliseconds since 1970, UTC; hashes have 32 bytes, ids of records and people 16, ids of keys
  /// 8. Events and the audit are only ever added to; the events of a record can be removed
  /// once its state is `deleted`.
  static let version1 = """
    CREATE TABLE setting (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE device (
      id BLOB NOT NULL PRIMARY KEY,
      public_key BLOB NOT NULL,
      added_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recipient (
      id BLOB NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('clinic', 'desk', 'recovery')),
      public_key BLOB NOT NULL,
      added_at INTEGER NOT NULL,
      retired_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX recipient_current ON recipient (kind) WHERE retired_at IS NULL;

    CREATE TABLE person (
      id BLOB NOT NULL PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      role TEXT NOT NULL CHECK (role IN ('desk', 'clinician', 'admin')),
      public_key BLOB,
      sealed_key BLOB,
      tries INTEGER NOT NULL DEFAULT 0,
      locked_until INTEGER,
      added_at INTEGER NOT NULL,
      removed_at INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE key_seal (
      recipient BLOB NOT NULL REFERENCES recipient (id),
      holder BLOB NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (recipient, holder)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE content (
      hash BLOB NOT NULL PRIMARY KEY,
      added_at INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE record (
      id BLOB NOT NULL PRIMARY KEY,
      state TEXT NOT NULL,
      locator TEXT UNIQUE,
      tries INTEGER NOT NULL DEFAULT 0,
      content BLOB REFERENCES content (hash),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      head_seq INTEGER NOT NULL,
      head_hash BLOB NOT NULL,
      head_at INTEGER NOT NULL,
      head_device BLOB NOT NULL,
      head_signature BLOB NOT NULL,
      card_version INTEGER NOT NULL,
      desk_card BLOB,
      desk_card_key BLOB,
      clinical_card BLOB,
      clinical_card_key BLOB,
      lease_token BLOB,
      lease_process INTEGER,
      lease_started INTEGER,
      lease_boot TEXT,
      lease_until INTEGER
    ) STRICT;
    CREATE INDEX record_state ON record (state);

    CREATE TABLE wrap (
      record BLOB NOT NULL REFERENCES record (id),
      kind TEXT NOT NULL CHECK (kind IN ('clinic', 'recovery', 'desk', 'code')),
      recipient BLOB NOT NULL,
      salt BLOB,
      sealed BLOB NOT NULL,
      PRIMARY KEY (record, kind, recipient)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE event (
      record BLOB NOT NULL REFERENCES record (id),
      seq INTEGER NOT NULL,
      at INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (record, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER event_changed BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
    CREATE TRIGGER event_removed BEFORE DELETE ON event
      WHEN (SELECT state FROM record WHERE id = OLD.record) IS NOT 'deleted'
      BEGIN SELECT RAISE(ABORT, 'events are only added'); END;

    CREATE TABLE audit (
      seq INTEGER NOT NULL PRIMARY KEY,
      at INTEGER NOT NULL,
      action TEXT NOT NULL,
      record BLOB,
      person BLOB,
      device BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_changed BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
    CREATE TRIGGER audit_removed BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
    CREATE INDEX audit_record ON audit (record) WHERE record IS NOT NULL;

    CREATE TABLE audit_head (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      seq INTEGER NOT NULL,
      hash BLOB NOT NULL,
      device BLOB NOT NULL,
      signature BLOB NOT NULL
    ) STRICT;

    CREATE TABLE copy (
      id INTEGER NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('export', 'handOver', 'backup')),
      record BLOB,
      at INTEGER NOT NULL,
      path TEXT NOT NULL
    ) STRICT;
    CREATE INDEX copy_record ON copy (record);

    CREATE TABLE quarantine (
      record BLOB NOT NULL PRIMARY KEY,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
