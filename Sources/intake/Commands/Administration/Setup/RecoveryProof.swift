import RecordStore

/// Shows that a sheet opens what was sealed for another: they are the same key.
struct RecoveryProof {
  private let record = RecordID()
  private let wrap: [UInt8]
  private let sealed: [UInt8]
  private let place: EventPlace

  /// What the test record says.
  private static let test = Array("This record was restored.".utf8)

  /// Seals a test record for a recovery key.
  init(sealedFor key: PublicKey) throws {
    let recordKey = RecordKey()
    place = EventPlace(record: record, sequence: 1, previous: .start)
    wrap = try key.wrap(recordKey, of: record)
    sealed = try recordKey.seal(Self.test, at: place)
  }

  /// Whether a sheet restores the test record.
  func isRestored(by sheet: RecoverySheet) -> Bool {
    guard let recordKey = try? sheet.privateKey.unwrap(wrap, of: record) else { return false }
    return (try? recordKey.open(sealed, at: place)) == Self.test
  }
}
