import GRDB

/// Who is writing a draft: one process, for as long as it lives and goes on.
struct Lease: Sendable, Hashable {
  /// What tells two drafts opened by one process apart: random bytes.
  let token: [UInt8]
  let process: ProcessIdentity
  /// Until when, in milliseconds since 1970 UTC.
  let until: Int64

  /// Makes a lease.
  init(token: [UInt8], process: ProcessIdentity, until: Int64) {
    self.token = token
    self.process = process
    self.until = until
  }

  /// Reads the columns of a record; nil when nobody is writing.
  init?(_ row: Row) throws {
    guard let token = try row.optionalBytes("lease_token") else { return nil }
    self.init(
      token: token,
      process: ProcessIdentity(
        number: try row.required("lease_process"), started: try row.required("lease_started"),
        bootID: try row.required("lease_boot")),
      until: try row.required("lease_until"))
  }

  /// The columns that a lease is kept in, as in `UPDATE record SET …`.
  static let assignments = """
    lease_token = ?, lease_process = ?, lease_started = ?, lease_boot = ?, lease_until = ?
    """
  /// The same columns, emptied.
  static let cleared = """
    lease_token = NULL, lease_process = NULL, lease_started = NULL, lease_boot = NULL,
    lease_until = NULL
    """
}
