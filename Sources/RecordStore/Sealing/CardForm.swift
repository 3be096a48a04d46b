/// How a card is sealed; the first byte of the sealed card says which.
///
/// - 01: `01 | encapsulated key 32 | ciphertext | tag 16`. HPKE in base mode, DHKEM(X25519, HKDF-SHA256)
///   / HKDF-SHA256 / AES-256-GCM, `info = "intake/1/card" | key id 8`.
/// - 02: `02 | nonce 12 | ciphertext | tag 16`. AES-256-GCM under
///   `HKDF-SHA256(private key 32, no salt, "intake/1/card-key" | key id 8, 32 bytes)`.
///
/// In both the plaintext is `count u32be | bytes | zeros` up to a multiple of 64, and
/// `"intake-card-1" | kind u8 | record 16 | version u64be` is authenticated with it.
public enum CardForm: UInt8, Sendable, Hashable, CaseIterable {
  /// By somebody who holds the public key only; slow to open.
  case byWriter = 1
  /// By somebody who holds the private key; fast to open.
  case byReader = 2

  /// The form of a sealed card, or nil when it is none that is known.
  public init?(of sealed: [UInt8]) {
    guard let first = sealed.first, let form = CardForm(rawValue: first) else { return nil }
    self = form
  }
}
