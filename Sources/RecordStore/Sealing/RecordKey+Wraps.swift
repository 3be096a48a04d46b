/// Wraps: a record's key sealed to a public key, `encapsulated key 32 | ciphertext 32 | tag 16`.
///
/// HPKE in base mode, DHKEM(X25519, HKDF-SHA256) / HKDF-SHA256 / AES-256-GCM, with
/// `info = "intake/1/ks" | record 16 | key id 8` and nothing more authenticated.
extension PublicKey {
  /// Seals a record's key to whoever holds the private half of this key: 80 bytes.
  ///
  /// Throws ``SealingError/unusableKey(_:)`` for a public key that is none.
  public func wrap(_ key: RecordKey, of record: RecordID) throws(SealingError) -> [UInt8] {
    try key.secret.withSecret { bytes throws(SealingError) in
      try HPKEBox.seal(
        bytes, to: self, info: wrapInfo(record), authenticating: [], as: .recordKey)
    }
  }

  fileprivate func wrapInfo(_ record: RecordID) -> [UInt8] {
    Array("intake/1/ks".utf8) + record.bytes + id.bytes
  }
}

extension PrivateKey {
  /// Opens a record's key.
  ///
  /// Throws ``SealingError/refused(_:)`` when it was sealed to another key or for another record.
  public func unwrap(_ wrap: [UInt8], of record: RecordID) throws(SealingError) -> RecordKey {
    guard wrap.count == RecordKey.byteCount + HPKEBox.overhead else { throw .malformed(.recordKey) }
    var bytes = try HPKEBox.open(
      wrap, with: self, info: publicKey.wrapInfo(record), authenticating: [], as: .recordKey)
    guard let key = RecordKey(taking: &bytes) else { throw .malformed(.recordKey) }
    return key
  }
}
