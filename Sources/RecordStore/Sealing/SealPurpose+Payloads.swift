/// Payloads: bytes sealed to a public key for one purpose, `encapsulated key 32 | ciphertext | tag 16`.
///
/// HPKE in base mode, DHKEM(X25519, HKDF-SHA256) / HKDF-SHA256 / AES-256-GCM, with
/// `info = "intake/1/" | purpose | key id 8` and the caller's context authenticated. A private key is
/// sealed as its 32 bytes with its own key id (8 bytes) as the context, so 80 bytes.
extension PublicKey {
  /// Seals bytes to whoever holds the private half of this key.
  ///
  /// `context` is not sealed in; the same bytes are needed to open. Throws
  /// ``SealingError/unusableKey(_:)`` for a public key that is none.
  public func seal(
    _ bytes: [UInt8], for purpose: SealPurpose, context: [UInt8] = []
  ) throws(SealingError) -> [UInt8] {
    try HPKEBox.seal(
      bytes, to: self, info: payloadInfo(purpose), authenticating: context, as: .payload)
  }

  /// Seals a private key to whoever holds the private half of this key: 80 bytes.
  ///
  /// Throws ``SealingError/unusableKey(_:)`` for a public key that is none.
  public func seal(
    _ key: PrivateKey, for purpose: SealPurpose
  ) throws(SealingError) -> [UInt8] {
    try key.secret.withSecret { bytes throws(SealingError) in
      try HPKEBox.seal(
        bytes, to: self, info: payloadInfo(purpose), authenticating: key.publicKey.id.bytes,
        as: .payload)
    }
  }

  fileprivate func payloadInfo(_ purpose: SealPurpose) -> [UInt8] {
    Array("intake/1/\(purpose.rawValue)".utf8) + id.bytes
  }
}

extension PrivateKey {
  /// Opens bytes that were sealed for a purpose with the same context.
  ///
  /// Throws ``SealingError/refused(_:)`` when the key, the purpose or the context is another one.
  public func open(
    _ sealed: [UInt8], for purpose: SealPurpose, context: [UInt8] = []
  ) throws(SealingError) -> [UInt8] {
    try HPKEBox.open(
      sealed, with: self, info: publicKey.payloadInfo(purpose), authenticating: context,
      as: .payload)
  }

  /// Opens a private key whose name is known.
  ///
  /// Throws ``SealingError/refused(_:)`` when it is not that key or was sealed to another one.
  public func openKey(
    _ sealed: [UInt8], for purpose: SealPurpose, id: KeyID
  ) throws(SealingError) -> PrivateKey {
    var bytes = try open(sealed, for: purpose, context: id.bytes)
    defer { bytes.overwrite() }
    guard let key = PrivateKey(bytes: bytes) else { throw .malformed(.payload) }
    guard key.publicKey.id == id else { throw .refused(.payload) }
    return key
  }
}
