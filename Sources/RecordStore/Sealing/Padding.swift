/// Padding to whole blocks of 64 bytes, so that a length does not tell which answer was given.
///
/// `count u32be | bytes | zeros`, up to a multiple of 64.
enum Padding {
  /// The size of a block, in bytes.
  static let block = 64
  /// The most that can be padded, in bytes: the largest document with room to spare.
  static let limit = 64 * 1_048_576

  private static let countBytes = 4

  static func pad(
    _ bytes: [UInt8], as subject: SealingError.Subject
  ) throws(SealingError) -> [UInt8] {
    guard bytes.count <= limit else { throw .tooLarge(subject, limit: limit) }
    let full = (bytes.count + countBytes + block - 1) / block * block
    var padded: [UInt8] = []
    padded.reserveCapacity(full)
    padded.append(bigEndian: UInt32(bytes.count))
    padded.append(contentsOf: bytes)
    padded.append(contentsOf: repeatElement(0, count: full - padded.count))
    return padded
  }

  static func unpad(
    _ padded: [UInt8], as subject: SealingError.Subject
  ) throws(SealingError) -> [UInt8] {
    guard padded.count >= block, padded.count.isMultiple(of: block) else {
      throw .malformed(subject)
    }
    let count = padded[..<countBytes].reduce(0) { $0 << 8 | Int($1) }
    let end = countBytes + count
    guard end <= padded.count, padded.count - end < block,
      padded[end...].allSatisfy({ $0 == 0 })
    else { throw .malformed(subject) }
    return Array(padded[countBytes..<end])
  }
}
