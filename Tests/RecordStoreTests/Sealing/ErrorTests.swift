import Testing

@testable import RecordStore

@Suite("Errors of keys and codes in words")
struct ErrorTests {
  @Test("every error says what is wrong and how to mend it, each in its own words")
  func words() {
    let sealing = SealingError.Subject.allCases.flatMap { subject -> [SealingError] in
      [
        .refused(subject), .malformed(subject), .unknownVersion(subject, version: 9),
        .unusableKey(subject), .tooLarge(subject, limit: 64), .outOfMemory(subject),
      ]
    }
    let errors: [any CustomStringConvertible] =
      sealing
      + [
        ResumeCodeError.unknownSymbol(position: 3), ResumeCodeError.wrongLength(symbols: 4),
        ResumeCodeError.mistyped, PassphraseError.tooShort(characters: 3, needed: 15),
        RecoverySheetError.unknownSymbol(line: 1, position: 2),
        RecoverySheetError.wrongLength(line: 1, symbols: 2),
        RecoverySheetError.wrongTotal(symbols: 3), RecoverySheetError.mistyped(line: 4),
        RecoverySheetError.wrongSheet, RecoverySheetError.unknownVersion(2),
        DeviceKeyError.missing(path: "p"), DeviceKeyError.exists(path: "p"),
        DeviceKeyError.wrongPermissions(path: "p", mode: 0o644),
        DeviceKeyError.wrongOwner(path: "p"),
        DeviceKeyError.malformed(path: "p"), DeviceKeyError.system(path: "p", errno: 28),
        DeviceKeyError.signing,
      ]
    let texts = errors.map(\.description)
    #expect(Set(texts).count == texts.count)
    #expect(texts.allSatisfy { $0.count > 20 && !$0.contains("Error") && !$0.contains("\n") })
    #expect(texts.contains { $0.contains("644") && $0.contains("chmod 600 p") })
  }
}
