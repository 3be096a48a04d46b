import Testing

@testable import RecordStore

@Suite("Passphrases")
struct PassphraseTests {
  @Test(
    "any 15 characters are a passphrase",
    arguments: [
      "aaaaaaaaaaaaaaa", "               ", "correct horse battery staple", "пароль для клиники",
      "診療所の合言葉はとても長いです",
      "\u{0}\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\u{9}\u{A}\u{B}\u{C}\u{D}\u{E}",
      String(repeating: "x", count: 10_000),
    ])
  func accepted(text: String) throws {
    let passphrase = try Passphrase(text)
    #expect(passphrase.secret.withUnsafeBytes { Array($0) } == Array(text.utf8))
  }

  @Test("fewer characters are refused, and the error does not say them")
  func tooShort() {
    for count in 0..<15 {
      let text = String(repeating: "q", count: count)
      #expect(throws: PassphraseError.tooShort(characters: count, needed: 15)) {
        try Passphrase(text)
      }
    }
    #expect(!PassphraseError.tooShort(characters: 4, needed: 15).description.contains("qqq"))
  }

  /// Accents made of two code points count once where Unicode has one for them.
  @Test("the length is that of the composed text")
  func composed() throws {
    let accented = String(repeating: "e\u{301}", count: 14)
    #expect(throws: PassphraseError.tooShort(characters: 14, needed: 15)) {
      try Passphrase(accented)
    }
    let composed = try Passphrase(String(repeating: "\u{E9}", count: 15))
    let decomposed = try Passphrase(String(repeating: "e\u{301}", count: 15))
    #expect(composed.secret == decomposed.secret)
  }

  /// Normal form C keeps compatibility characters apart.
  @Test("different texts stay different")
  func different() throws {
    let texts = [
      "passphrase of 15", "passphrase of 1５", "Passphrase of 15", "passphrase of 15 ",
      " passphrase of 15",
    ]
    let keys = try texts.map { try Passphrase($0).secret.withUnsafeBytes { Array($0) } }
    #expect(Set(keys).count == texts.count)
  }
}
