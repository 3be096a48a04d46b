/// Puts the bytes of UTF-8 together to Unicode scalars, across reads.
///
/// What is no UTF-8 becomes U+FFFD, so that a person sees that a letter was not understood.
struct UTF8Assembler {
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  private var value: UInt32 = 0
  private var smallest: UInt32 = 0
  private var missing = 0

  static func isContinuation(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80
  }

  /// Adds a byte of 0x80 or more; gives a scalar when one is complete.
  mutating func add(_ byte: UInt8) -> Unicode.Scalar? {
    if Self.isContinuation(byte) { return addContinuation(byte) }
    switch byte {
    case 0xC2...0xDF: begin(value: byte & 0x1F, missing: 1, smallest: 0x80)
    case 0xE0...0xEF: begin(value: byte & 0x0F, missing: 2, smallest: 0x800)
    case 0xF0...0xF4: begin(value: byte & 0x07, missing: 3, smallest: 0x10000)
    default: return Self.replacement
    }
    return nil
  }

  /// Gives up an incomplete character; gives what stands for it, or nothing when there is none.
  mutating func abandon() -> Unicode.Scalar? {
    guard missing > 0 else { return nil }
    missing = 0
    return Self.replacement
  }

  private mutating func begin(value: UInt8, missing: Int, smallest: UInt32) {
    self.value = UInt32(value)
    self.missing = missing
    self.smallest = smallest
  }

  private mutating func addContinuation(_ byte: UInt8) -> Unicode.Scalar? {
    guard missing > 0 else { return Self.replacement }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    guard missing == 0 else { return nil }
    guard value >= smallest else { return Self.replacement }
    return Unicode.Scalar(value) ?? Self.replacement
  }
}
