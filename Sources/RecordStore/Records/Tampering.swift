/// What shows that a chain was changed by something else than this program.
public enum Tampering: Sendable, Hashable, CustomStringConvertible {
  /// A row is missing: this number was expected.
  case missingRow(Int)
  /// The hash of a row is not that of its bytes and of the row before.
  case wrongHash(Int)
  /// A row does not open with the record's key at its place.
  case unreadableRow(Int)
  /// The last row is not the one that the head names.
  case wrongHead
  /// The head is not signed by a device that is known.
  case wrongSignature
  /// The index entry of the record does not open.
  case unreadableCard
  /// No key that is sealed for the clinic opens the record.
  case unreadableKey
  /// Something of the record has not the form that it is written in.
  case malformed

  /// What is wrong, in a few words.
  public var description: String {
    switch self {
    case .missingRow(let seq): "row \(seq) is missing"
    case .wrongHash(let seq): "row \(seq) is not in the chain"
    case .unreadableRow(let seq): "row \(seq) does not open"
    case .wrongHead: "the last row is not the one of the head"
    case .wrongSignature: "the head is not signed by a known device"
    case .unreadableCard: "the index entry does not open"
    case .unreadableKey: "its key does not open"
    case .malformed: "a row has not the right form"
    }
  }
}
