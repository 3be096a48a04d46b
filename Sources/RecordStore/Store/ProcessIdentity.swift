/// A process, told from an earlier one of the same number by when it started.
struct ProcessIdentity: Sendable, Hashable {
  /// The number of the process.
  let number: Int32
  /// When it started, in ticks since the machine did.
  let started: Int64
  /// Which start of the machine it belongs to.
  let bootID: String
}
