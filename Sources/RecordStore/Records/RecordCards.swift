/// What the list of records shows of one, as bytes that the caller gives and reads.
public struct RecordCards: Sendable, Hashable {
  /// For everybody who works at the clinic: the label, the state, whether it is urgent.
  public var desk: [UInt8]
  /// For those who may read answers: the name and the date of birth.
  public var clinical: [UInt8]

  /// Makes cards.
  public init(desk: [UInt8], clinical: [UInt8]) {
    self.desk = desk
    self.clinical = clinical
  }
}
