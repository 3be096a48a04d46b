import GRDB

/// What the store has to know of a record before something is added to it.
struct StoredDraft: Sendable {
  let id: RecordID
  let state: RecordState
  let content: ContentHash?
  let updatedAt: Int64
  let tries: Int
  let headAt: Int64
  let head: StoredHead
  let cardVersion: Int
  let lease: Lease?

  /// The columns that are read; not the cards, which are long.
  static let columns = """
    id, state, content, updated_at, tries, head_seq, head_hash, head_at, head_device,
    head_signature, card_version, lease_token, lease_process, lease_started, lease_boot, lease_until
    """

  /// Reads a row.
  init(_ row: Row) throws {
    id = try RecordID(stored: row.bytes("id"))
    state = try RecordState(stored: row.required("state"))
    content = try row.optionalBytes("content").map { try ContentHash(stored: $0) }
    updatedAt = try row.required("updated_at")
    tries = try row.required("tries")
    headAt = try row.required("head_at")
    head = try StoredHead(row, prefix: "head_", chain: .record(id))
    cardVersion = try row.required("card_version")
    lease = try Lease(row)
  }
}

extension RecordState {
  /// Takes what the database gave.
  init(stored text: String) throws {
    guard let state = RecordState(rawValue: text) else {
      throw RecordStoreError.tampered(.malformed)
    }
    self = state
  }
}
