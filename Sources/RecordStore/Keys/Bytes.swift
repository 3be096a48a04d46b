extension [UInt8] {
  /// So many bytes of the system's random numbers.
  static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// The bytes of a whole number, the highest first.
  init(bigEndian value: some FixedWidthInteger) {
    self = Swift.withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }

  /// The bytes that pairs of hexadecimal digits stand for, or nothing when they do not.
  public init?(hexadecimal text: some StringProtocol) {
    let digits = text.utf8.map { digit -> UInt8? in
      switch digit {
      case 48...57: digit - 48
      case 65...70: digit - 55
      case 97...102: digit - 87
      default: nil
      }
    }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      bytes.append(high << 4 | low)
    }
    self = bytes
  }

  /// The bytes in hexadecimal digits, in lower case.
  public var hexadecimal: String {
    flatMap { [$0 >> 4, $0 & 15] }.map { String($0, radix: 16) }.joined()
  }
}
