/// The member names of one document, each kept once.
package struct NameTable: Sendable {
  /// Where each name lies in the document's text.
  package private(set) var ranges: [Range<Int>] = []
  /// Open addressing over `ranges`, where -1 is an empty slot and the size a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 256)

  private let seed = UInt64.random(in: .min ... .max)

  /// The number of a name, which is added if it is new.
  mutating func intern(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeBufferPointer(rebasing: text[range])
    var slot = hash(bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      let found = ranges[Int(slots[slot])]
      if Self.areEqual(UnsafeBufferPointer(rebasing: text[found]), bytes) {
        return UInt32(slots[slot])
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(ranges.count)
    ranges.append(range)
    if ranges.count * 2 > slots.count { grow(text) }
    return UInt32(ranges.count - 1)
  }

  /// The number of a name, or nil when the document does not use it.
  func number(of name: UnsafeBufferPointer<UInt8>, in text: [UInt8]) -> UInt32? {
    text.withUnsafeBufferPointer { text in
      var slot = hash(name) & (slots.count - 1)
      while slots[slot] >= 0 {
        let found = ranges[Int(slots[slot])]
        if Self.areEqual(UnsafeBufferPointer(rebasing: text[found]), name) {
          return UInt32(slots[slot])
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  private mutating func grow(_ text: UnsafeBufferPointer<UInt8>) {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, range) in ranges.enumerated() {
      let bytes = UnsafeBufferPointer(rebasing: text[range])
      var slot = hash(bytes) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a from a start that nobody can know, so that no file can make all its names collide.
  private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
  }

  private static func areEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left[index] != right[index] { return false }
    return true
  }
}
