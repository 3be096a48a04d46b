/// One line of the audit: who did what when with which record.
public struct AuditEntry: Sendable, Hashable {
  /// The number of the entry, from 1.
  public let seq: Int
  /// When, in milliseconds since 1970 UTC, as the clock said.
  public let at: Int64
  /// What.
  public let action: AuditAction
  /// With which record.
  public let record: RecordID?
  /// Who, where it was somebody of the clinic.
  public let person: PersonID?
  /// The device that it happened on.
  public let device: KeyID

  /// All but number and time in bytes that can be read in one way only.
  ///
  /// `device 8 | record 16 or zeros | person 16 or zeros | action`; no id is all zeros.
  var hashedBytes: [UInt8] {
    let nobody = [UInt8](repeating: 0, count: 16)
    return device.bytes + (record?.bytes ?? nobody) + (person?.bytes ?? nobody)
      + Array(action.rawValue.utf8)
  }
}
