/// One line of the audit.
public struct AuditEntry: Sendable, Hashable {
  /// Its number, from 1.
  public let sequence: Int64
  /// When, in milliseconds since 1970, UTC.
  public let time: Int64
  /// Who.
  public let actor: AuditActor
  /// The name of the person, where it was somebody who works at the clinic.
  public let name: String?
  /// What.
  public let action: AuditAction?
  /// The record it is about.
  public let record: RecordID?
}

/// What is wrong with the audit, if anything.
public enum AuditVerdict: Sendable, Hashable {
  /// All lines follow from each other and are signed by known machines.
  case whole(entries: Int64)
  /// The line with this number was changed, is missing, or is not signed by a known machine.
  case broken(at: Int64)
}
