/// What something is sealed to a public key for: what was sealed for one purpose opens for no other.
public enum SealPurpose: String, Sendable, Hashable, CaseIterable {
  /// The private half of the clinic key, for a person or for the recovery key.
  case clinicKey = "clinic-key"
  /// The private half of the desk key, for a person or for the recovery key.
  case deskKey = "desk-key"
  /// Records that are carried to another machine.
  case handOver = "hand-over"
  /// Bytes of the store that only staff read, such as what an audit entry says of a person.
  case note = "note"
}
