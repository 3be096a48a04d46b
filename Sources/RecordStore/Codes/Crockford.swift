/// Crockford's base 32 with check symbols over the field of 32 elements.
///
/// The digits are `0123456789ABCDEFGHJKMNPQRSTVWXYZ`. Read in any case; O is 0, I and L are 1; blanks and
/// dashes do not count. The check symbol makes the sum of all symbols, each times its place's power of
/// 2 in GF(32) (polynomial x⁵+x²+1), zero: any one wrong symbol and any two neighbours that changed
/// places are found.
enum Crockford {
  static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// The values of typed symbols, or nothing when one of them is no digit.
  static func values(of typed: String) -> [UInt8]? {
    var values: [UInt8] = []
    for character in typed.uppercased() where !character.isWhitespace && !isDash(character) {
      let digit: Character =
        switch character {
        case "O": "0"
        case "I", "L": "1"
        default: character
        }
      guard let value = digits.firstIndex(of: digit) else { return nil }
      values.append(UInt8(value))
    }
    return values
  }

  private static func isDash(_ character: Character) -> Bool {
    character == "-" || character == "–" || character == "—" || character == "_"
  }

  /// Values as symbols, in groups of four with dashes between.
  static func text(_ values: [UInt8], groupsOf size: Int = 4) -> String {
    stride(from: 0, to: values.count, by: size).map { start in
      String(values[start..<min(start + size, values.count)].map { digits[Int($0)] })
    }
    .joined(separator: "-")
  }

  // MARK: - Checks

  /// The symbol that makes the whole check.
  static func check(of values: [UInt8]) -> UInt8 {
    // The check stands last, where its weight is one.
    values.reduce(0) { twice($0 ^ $1) }
  }

  /// Whether values end with the symbol that fits the others.
  static func isWhole(_ values: [UInt8]) -> Bool {
    guard let last = values.last else { return false }
    return check(of: Array(values.dropLast())) == last
  }

  /// Twice an element of the field.
  private static func twice(_ value: UInt8) -> UInt8 {
    value & 0x10 == 0 ? value << 1 : value << 1 & 0x1f ^ 0x05
  }

  // MARK: - Bits

  /// Bytes as values of five bits, the first bits first, filled up with zeros.
  static func values(ofBytes bytes: [UInt8]) -> [UInt8] {
    var values: [UInt8] = []
    var rest = 0
    var count = 0
    for byte in bytes {
      rest = rest << 8 | Int(byte)
      count += 8
      while count >= 5 {
        count -= 5
        values.append(UInt8(rest >> count & 31))
      }
      rest &= 1 << count - 1
    }
    if count > 0 { values.append(UInt8(rest << (5 - count) & 31)) }
    return values
  }

  /// The bytes that values hold, without the bits that fill up; nothing when those are not zero.
  static func bytes(ofValues values: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = 0
    var count = 0
    for value in values {
      rest = rest << 5 | Int(value)
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(rest >> count & 255))
      }
      rest &= 1 << count - 1
    }
    return rest == 0 ? bytes : nil
  }
}
