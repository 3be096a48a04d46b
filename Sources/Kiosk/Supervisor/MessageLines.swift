/// Cuts what comes through a pipe into lines, none longer than a message.
struct MessageLines {
  private var rest: [UInt8] = []

  /// Takes bytes and gives the lines that they complete.
  mutating func add(_ bytes: some Sequence<UInt8>) -> [String] {
    var lines: [String] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        lines.append(String(decoding: rest, as: UTF8.self))
        rest = []
      } else if rest.count < VisitMessage.greatestLength {
        rest.append(byte)
      }
    }
    return lines
  }
}
