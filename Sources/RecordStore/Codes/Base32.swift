/// Crockford's base 32, and a check symbol over it.
///
/// The symbols are `0123456789ABCDEFGHJKMNPQRSTVWXYZ`, for 0 to 31, five bits each, the highest bit first.
/// Typed text may be in either case; `O` is read as 0, `I` and `L` as 1; blanks, dashes, dots and
/// underscores are passed over.
///
/// The check symbol of symbols s0, s1, … is the sum of α^(i+1)·si in GF(32), the field of 32 elements made by
/// x⁵+x²+1, where addition is exclusive or and α is 2. The weights 1, α, α², … are all different up to
/// 31 symbols, and none is zero. So every single wrong symbol and every swap of two symbols, the
/// check symbol among them, is found.
enum Base32 {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private static let values: [Character: UInt8] = {
    var values: [Character: UInt8] = ["O": 0, "I": 1, "L": 1]
    for (value, symbol) in alphabet.enumerated() { values[symbol] = UInt8(value) }
    for (symbol, value) in values { values[Character(symbol.lowercased())] = value }
    return values
  }()

  /// The symbols of values from 0 to 31.
  static func text(_ symbols: some Sequence<UInt8>) -> String {
    String(symbols.map { alphabet[Int($0 & 31)] })
  }

  /// The values of typed symbols; an unknown symbol is an error that gives its position, from 1.
  static func symbols(typed text: some StringProtocol) -> Result<[UInt8], UnknownSymbol> {
    var symbols: [UInt8] = []
    for character in text where !isSeparator(character) {
      guard let value = values[character] else {
        return .failure(UnknownSymbol(position: symbols.count + 1))
      }
      symbols.append(value)
    }
    return .success(symbols)
  }

  /// The check symbol that follows symbols, of which there are at most 30.
  static func check(_ symbols: some Collection<UInt8>) -> UInt8 {
    var sum: UInt8 = 0
    for symbol in symbols.reversed() { sum = timesAlpha(sum ^ symbol) }
    return sum
  }

  /// The symbols of bytes; the last symbol is filled up with zero bits.
  static func symbols(of bytes: [UInt8]) -> [UInt8] {
    regrouped(bytes, from: 8, to: 5, filling: true)
  }

  /// The whole bytes of symbols.
  static func bytes(of symbols: [UInt8]) -> [UInt8] {
    regrouped(symbols, from: 5, to: 8, filling: false)
  }

  /// Reads a run of bits, the highest first, in groups of another size.
  private static func regrouped(
    _ groups: [UInt8], from width: Int, to newWidth: Int, filling: Bool
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((groups.count * width + newWidth - 1) / newWidth)
    var pending = 0
    var pendingBits = 0
    for group in groups {
      pending = pending << width | Int(group)
      pendingBits += width
      while pendingBits >= newWidth {
        pendingBits -= newWidth
        result.append(UInt8(pending >> pendingBits))
        pending &= 1 << pendingBits - 1
      }
    }
    if filling, pendingBits > 0 { result.append(UInt8(pending << (newWidth - pendingBits))) }
    return result
  }

  private static func timesAlpha(_ value: UInt8) -> UInt8 {
    value & 16 == 0 ? value << 1 : (value << 1) ^ 0b100101
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || ".,_\u{2212}".contains(character)
      || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .dashPunctuation }
  }
}

/// A typed symbol that base 32 does not have.
struct UnknownSymbol: Error {
  /// Which symbol it is, from 1.
  let position: Int
}
