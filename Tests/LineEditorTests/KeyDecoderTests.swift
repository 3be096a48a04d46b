import SeededRandomness
import Testing

@testable import LineEditor

/// The one gate between the keyboard and the editor.
@Suite struct KeyDecoderTests {
  @Test func everyByteAloneIsAKnownKeyOrNothing() {
    for byte in UInt8.min...UInt8.max {
      let keys = Self.keys(of: [byte])
      let isControl = byte < 0x20 || byte == 0x7F
      #expect(keys.count <= 1)
      if case .text(let scalar) = keys.first {
        #expect(!isControl)
        #expect(scalar.value == UInt32(byte) || scalar == "\u{FFFD}")
      }
    }
  }

  @Test(
    arguments: [
      ([0xC3, 0xBC], "ü"), ([0xE5, 0xB1, 0xB1], "山"), ([0xF0, 0x9F, 0x98, 0x80], "😀"),
      ([0xC0, 0xAF], "��"), ([0xE0, 0x80, 0xAF], "�"), ([0xED, 0xA0, 0x80], "�"),
      ([0xF4, 0x90, 0x80, 0x80], "�"), ([0xF5, 0x61], "�a"), ([0xE5, 0x61], "�a"),
      ([0xE5, 0xB1, 0xE5, 0xB1, 0xB1], "�山"), ([0xC2, 0x9B], ""),
    ] as [([UInt8], String)])
  func utf8(_ bytes: [UInt8], _ text: String) {
    #expect(Self.keys(of: bytes) == text.unicodeScalars.map { Key.text($0) })
  }

  @Test(arguments: [
    ("\u{1B}", [Key.help]), ("\u{1B}\u{1B}", [.help, .help]), ("\u{1B}[", []), ("\u{1B}[1;", []),
    ("\u{1B}O", []), ("\u{1B}]0;a", []), ("\u{1B}[\u{3}", [.interrupt]),
    ("\u{1B}\u{3}", [.help, .interrupt]), ("\u{1B}[200~\u{1B}", []),
  ])
  func whatIsLeftHalfDone(_ text: String, _ expected: [Key]) {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in text.utf8 { decoder.decode(byte, into: &keys) }
    decoder.expire(into: &keys)
    #expect(keys == expected)
    #expect(!decoder.awaitsRest)
  }

  @Test func aPasteWithoutItsEndCanBeEnded() {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in "\u{1B}[200~a\r".utf8 { decoder.decode(byte, into: &keys) }
    #expect(decoder.isPasting)
    decoder.endPaste()
    decoder.decode(0x0D, into: &keys)
    #expect(keys == [.text("a"), .text(" "), .enter])
  }

  @Test(arguments: Array(1...50) as [Int])
  func noRandomBytesGiveUnsafeText(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &random) }
    for case .text(let scalar) in Self.keys(of: bytes) {
      #expect(
        TextSanitizer.sanitized("a" + String(scalar)).unicodeScalars.contains(scalar)
          || TextSanitizer.sanitized("a" + String(scalar)) == "a" + String(scalar))
    }
  }

  private static func keys(of bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in bytes { decoder.decode(byte, into: &keys) }
    return keys
  }
}
