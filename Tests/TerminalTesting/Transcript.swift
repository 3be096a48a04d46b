/// Text that has been written, without escape sequences, and how far a test has read it.
struct Transcript {
  private var stripper = EscapeParser()
  private var bytes: [UInt8] = []
  private var position = 0

  /// All of the text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ new: ArraySlice<UInt8>) {
    for byte in new {
      if case .byte(let byte) = stripper.parse(byte), byte == 0x0A || byte >= 0x20 {
        bytes.append(byte)
      }
    }
  }

  /// Moves past the next occurrence of a text; false when it has not been written yet.
  mutating func advance(past text: String) -> Bool {
    let wanted = Array(text.utf8)
    var start = position
    while start + wanted.count <= bytes.count {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) {
        position = start + wanted.count
        return true
      }
      start += 1
    }
    return false
  }
}
