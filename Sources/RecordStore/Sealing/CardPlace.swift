/// Which card of which record a sealed card is: it opens there and nowhere else.
public struct CardPlace: Sendable, Hashable {
  /// Whom a card is for.
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// For the desk: label, appointment, state and times.
    case desk = 1
    /// For clinicians: who the person is.
    case clinical = 2
  }

  /// Whom the card is for.
  public let kind: Kind
  /// The record.
  public let record: RecordID
  /// How many times the card was written before, so that an older one is not taken for a newer one.
  public let version: Int

  /// Makes a place.
  public init(kind: Kind, record: RecordID, version: Int) {
    self.kind = kind
    self.record = record
    self.version = version
  }

  /// What is authenticated with a card: `"intake-card-1" | kind u8 | record 16 | version u64be`.
  var authenticated: [UInt8] {
    var bytes = Array("intake-card-1".utf8) + [kind.rawValue] + record.bytes
    bytes.append(bigEndian: UInt64(bitPattern: Int64(version)))
    return bytes
  }
}
