import Foundation

/// A text that must be found nowhere, in every form in which it could be hidden.
public struct Canary: Sendable {
  /// The text itself.
  public let text: String
  /// What is looked for, by the name of its form.
  public let needles: [(form: String, bytes: [UInt8])]

  /// Makes a canary.
  ///
  /// - Parameter text: At least ten ASCII characters, so that no form of it occurs by chance.
  public init(_ text: String) {
    self.text = text
    let bytes = Array(text.utf8)
    var needles: [(form: String, bytes: [UInt8])] = [
      ("UTF-8", bytes),
      ("UTF-16, little end first", bytes.flatMap { [$0, 0] }),
      ("UTF-16, big end first", bytes.flatMap { [0, $0] }),
      ("UTF-32", bytes.flatMap { [$0, 0, 0, 0] }),
      ("hexadecimal", Self.hexadecimal(bytes, "")),
      ("hexadecimal, capital", Self.hexadecimal(bytes, "").map(Self.capital)),
      ("JSON escapes", Self.hexadecimal(bytes, "\\u00")),
      ("JSON escapes, capital", bytes.flatMap { Self.escape($0) }),
      ("backwards", Array(bytes.reversed())),
    ]
    for skipped in 0..<3 {
      // The letters at both ends hold bits of the neighbours too.
      let whole = bytes.dropFirst(skipped).prefix((bytes.count - skipped) / 3 * 3)
      let base64 = Data(whole).base64EncodedString()
      needles.append(("base64 from byte \(skipped)", Array(base64.utf8)))
    }
    self.needles = needles
  }

  private static func hexadecimal(_ bytes: [UInt8], _ prefix: String) -> [UInt8] {
    bytes.flatMap { Array("\(prefix)\($0 < 16 ? "0" : "")\(String($0, radix: 16))".utf8) }
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    Array("\\u00".utf8) + hexadecimal([byte], "").map(capital)
  }

  private static func capital(_ letter: UInt8) -> UInt8 {
    0x61...0x7A ~= letter ? letter - 0x20 : letter
  }

  /// The forms in which the text stands in some bytes.
  public func forms(in bytes: UnsafeRawBufferPointer) -> [String] {
    needles.filter { ByteSearch.contains(bytes, $0.bytes) }.map(\.form)
  }

  /// The forms in which the text stands in some bytes.
  public func forms(in bytes: [UInt8]) -> [String] { bytes.withUnsafeBytes { forms(in: $0) } }
}
