import GRDB

/// One event of a record as it is stored.
struct StoredEvent: Sendable, Hashable {
  let seq: Int
  let at: Int64
  let sealed: [UInt8]
  let hash: ChainHash

  init(seq: Int, at: Int64, sealed: [UInt8], hash: ChainHash) {
    self.seq = seq
    self.at = at
    self.sealed = sealed
    self.hash = hash
  }

  /// Reads a row.
  init(_ row: Row) throws {
    seq = try row.required("seq")
    at = try row.required("at")
    sealed = try row.bytes("sealed")
    hash = try row.chainHash("hash")
  }
}
