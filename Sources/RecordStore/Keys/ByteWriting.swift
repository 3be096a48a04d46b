import Glibc

extension Array where Element == UInt8 {
  /// Appends a number as big-endian bytes, as every format of this room writes numbers.
  mutating func append(bigEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }

  /// Overwrites the bytes with zeros, in a way that the compiler does not leave out.
  ///
  /// Only this copy is overwritten; whoever calls it must hold the only one.
  mutating func overwrite() {
    withUnsafeMutableBytes { bytes in
      if let start = bytes.baseAddress { explicit_bzero(start, bytes.count) }
    }
    removeAll()
  }

  /// The bytes as lower-case hexadecimal digits.
  var hexadecimal: String {
    let digits = [UInt8]("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// The bytes that hexadecimal digits stand for, or nil when something else is among them.
func bytes(hexadecimal digits: some StringProtocol) -> [UInt8]? {
  let values = digits.utf8.map { digit -> UInt8? in
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
  guard values.count.isMultiple(of: 2) else { return nil }
  var bytes: [UInt8] = []
  for index in stride(from: 0, to: values.count, by: 2) {
    guard let high = values[index], let low = values[index + 1] else { return nil }
    bytes.append(high << 4 | low)
  }
  return bytes
}

/// Random bytes from the operating system.
func randomBytes(_ count: Int) -> [UInt8] {
  var generator = SystemRandomNumberGenerator()
  return randomBytes(count, using: &generator)
}

/// Random bytes from a generator.
func randomBytes(_ count: Int, using generator: inout some RandomNumberGenerator) -> [UInt8] {
  (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
}
