import Crypto

/// The Ed25519 key with which a device signs the heads of chains.
///
/// Its file is `01 | private key 32` (the seed of RFC 8032), readable by its owner only.
public struct DeviceKey: Sendable {
  private static let version: UInt8 = 1
  /// How many bytes its file has.
  static let fileCount = 33

  private let key: Curve25519.Signing.PrivateKey
  /// The public half.
  public let publicKey: DevicePublicKey

  /// Makes a new key, which is in no file yet.
  public init() { self.init(Curve25519.Signing.PrivateKey()) }

  /// Makes a key from the 32 bytes of its seed; nil for any other count.
  package init?(seed: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    self.init(key)
  }

  private init(_ key: Curve25519.Signing.PrivateKey) {
    self.key = key
    publicKey = DevicePublicKey(checked: Array(key.publicKey.rawRepresentation))
  }

  /// Signs a head of a chain: 64 bytes.
  ///
  /// Throws ``DeviceKeyError/signing`` when the library refuses.
  public func sign(_ head: ChainHead) throws(DeviceKeyError) -> [UInt8] {
    try sign(head.signedBytes)
  }

  package func sign(_ message: [UInt8]) throws(DeviceKeyError) -> [UInt8] {
    do { return Array(try key.signature(for: message)) } catch { throw .signing }
  }

  /// What its file says.
  var fileBytes: [UInt8] { [Self.version] + key.rawRepresentation }

  /// Reads what its file says.
  init?(fileBytes: [UInt8]) {
    guard fileBytes.count == Self.fileCount, fileBytes[0] == Self.version else { return nil }
    self.init(seed: Array(fileBytes.dropFirst()))
  }
}

extension DeviceKey: CustomStringConvertible, CustomReflectable {
  /// The short name of the key; never the key.
  public var description: String { "device key \(publicKey.id)" }
  /// Nothing: a dump of a value that holds a key shows no key.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
