/// The name that the store itself gives somebody who works at the clinic: 16 random bytes.
public struct PersonID: Sendable, Hashable, CustomStringConvertible {
  /// The 16 bytes.
  public let bytes: [UInt8]

  /// Makes a name from its 16 bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    self.bytes = Array(bytes)
  }

  /// A new name.
  static func random() -> PersonID { PersonID(taking: randomBytes(16)) }

  private init(taking bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes as 32 hexadecimal digits.
  public var description: String { bytes.hexadecimal }
}
