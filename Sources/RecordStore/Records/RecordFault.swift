/// How a record differs from what was written.
public enum RecordFault: Sendable, Hashable, CustomStringConvertible {
  /// Bytes do not open: they were changed, or another key is needed.
  case seal
  /// The hash of an event does not follow from the one before.
  case chain(sequence: UInt64)
  /// An event is missing, or one is there twice.
  case gap(sequence: UInt64)
  /// The last event is not the one that the record names.
  case head
  /// The signature of the head does not hold.
  case signature
  /// The rows cannot be read.
  case unreadable

  /// The fault in words.
  public var description: String {
    switch self {
    case .seal: "sealed bytes do not open"
    case .chain(let sequence): "event \(sequence) was changed or comes from elsewhere"
    case .gap(let sequence): "event \(sequence) is missing"
    case .head: "its end is missing or was added"
    case .signature: "its signature does not hold"
    case .unreadable: "its place on the disk is damaged"
    }
  }
}
