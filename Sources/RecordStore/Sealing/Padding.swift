/// Padding that hides how long a text is, but for its multiple of 64 bytes.
enum Padding {
  private static let block = 64

  /// The length in 4 bytes (the highest first), the bytes, and zeros up to a multiple of 64.
  static func padded(_ bytes: [UInt8]) -> [UInt8] {
    let content = [UInt8](bigEndian: UInt32(bytes.count)) + bytes
    let rest = content.count % block
    return rest == 0 ? content : content + [UInt8](repeating: 0, count: block - rest)
  }

  /// The bytes without their padding.
  static func unpadded(_ bytes: [UInt8]) throws(SealError) -> [UInt8] {
    guard bytes.count >= 4, bytes.count.isMultiple(of: block) else { throw .format }
    let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - 4 else { throw .format }
    return Array(bytes[4..<(4 + length)])
  }
}
