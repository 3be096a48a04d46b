/// What is sealed to a public key; bytes sealed for one purpose open for no other.
public enum KeyPurpose: Sendable, Hashable {
  /// The key of a record (`intake/1/ks`, the record).
  case recordKey(RecordID)
  /// A private key of the clinic, for a person or for the recovery sheet (`intake/1/key`, the name of
  /// the sealed key).
  case privateKey(KeyID)
  /// A card of a record (`intake/1/card`, the record, the version in 8 bytes).
  case card(RecordID, version: UInt64)

  var info: [UInt8] {
    switch self {
    case .recordKey(let record): Array("intake/1/ks".utf8) + record.bytes
    case .privateKey(let key): Array("intake/1/key".utf8) + key.bytes
    case .card(let record, let version):
      Array("intake/1/card".utf8) + record.bytes + [UInt8](bigEndian: version)
    }
  }
}
