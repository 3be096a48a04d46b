/// Splits bytes into lines as they come, without holding more of a long line than is wanted.
struct LineSplitter {
  private var unread: ArraySlice<UInt8> = []
  private var line: [UInt8] = []
  private var isCut = false

  /// Takes more bytes; all lines of those before must have been taken.
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    unread += bytes
  }

  /// The next line that has come to its line feed, or nothing.
  ///
  /// No more than `limit` bytes of it are kept.
  mutating func nextLine(keeping limit: Int) -> RawLine? {
    guard let end = unread.firstIndex(of: 0x0A) else {
      keep(unread, limit: limit)
      unread = []
      return nil
    }
    keep(unread[..<end], limit: limit)
    unread = unread[(end + 1)...]
    return takeLine()
  }

  /// What stands after the last line feed when there is no more input, or nothing.
  mutating func lastLine() -> RawLine? {
    line.isEmpty ? nil : takeLine()
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>, limit: Int) {
    let room = max(0, limit - line.count)
    if bytes.count > room { isCut = true }
    line += bytes.prefix(room)
  }

  private mutating func takeLine() -> RawLine {
    defer {
      line = []
      isCut = false
    }
    return RawLine(bytes: line, isCut: isCut)
  }
}
