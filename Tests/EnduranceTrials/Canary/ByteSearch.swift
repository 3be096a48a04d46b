import Foundation

/// Looks for bytes in bytes, fast enough for all memory of a process in a debug build.
enum ByteSearch {
  /// Whether a needle, which holds a byte that is not zero, stands somewhere in the bytes.
  static func contains(_ bytes: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
    guard let anchor = needle.firstIndex(where: { $0 != 0 }), let start = bytes.baseAddress,
      bytes.count >= needle.count
    else { return false }
    let end = bytes.count - needle.count
    var offset = 0
    while offset <= end {
      let found = memchr(start + offset + anchor, Int32(needle[anchor]), end - offset + 1)
      guard let found else { return false }
      offset = UnsafeRawPointer(found) - start - anchor
      if memcmp(start + offset, needle, needle.count) == 0 { return true }
      offset += 1
    }
    return false
  }
}
