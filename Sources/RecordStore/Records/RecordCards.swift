/// The two small entries by which a record is found; the caller says what is in them.
public struct RecordCards: Sendable, Hashable {
  /// For the desk: label, appointment, state, times.
  public var desk: [UInt8]
  /// For clinicians: who the person is.
  public var clinical: [UInt8]

  /// Makes the entries.
  public init(desk: [UInt8], clinical: [UInt8]) {
    self.desk = desk
    self.clinical = clinical
  }
}
