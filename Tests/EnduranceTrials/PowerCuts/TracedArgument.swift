/// An argument as `strace -y -xx` writes it.
public enum TracedArgument: Sendable, Equatable {
  /// A string or a buffer, whole.
  case bytes([UInt8])
  /// A descriptor with the path it was opened by.
  case file(String)
  /// A number.
  case number(Int)
  /// Anything else, such as flags.
  case other(String)

  /// Reads an argument; nothing when a buffer was cut short.
  init?(_ text: ArraySlice<UInt8>) {
    if text.first == UInt8(ascii: "\"") {
      guard let bytes = Self.hexadecimal(text.dropFirst(), until: UInt8(ascii: "\"")) else {
        return nil
      }
      self = .bytes(bytes)
      return
    }
    if let start = text.firstIndex(of: UInt8(ascii: "<")) {
      let path = Self.hexadecimal(text[(start + 1)...], until: UInt8(ascii: ">"))
      self = path.map { .file(String(decoding: $0, as: UTF8.self)) } ?? .other("")
      return
    }
    let word = String(decoding: text, as: UTF8.self)
    self = Int(word).map(Self.number) ?? .other(word)
  }

  /// Reads `\x41\x42` until a mark after which nothing comes.
  private static func hexadecimal(_ text: ArraySlice<UInt8>, until mark: UInt8) -> [UInt8]? {
    guard let end = text.lastIndex(of: mark), end == text.endIndex - 1 else { return nil }
    let count = (end - text.startIndex) / 4
    return text.withUnsafeBufferPointer { text in
      [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        for index in 0..<count {
          buffer[index] = digit(text[4 * index + 2]) << 4 | digit(text[4 * index + 3])
        }
        filled = count
      }
    }
  }

  private static func digit(_ letter: UInt8) -> UInt8 {
    letter < 0x40 ? letter & 0x0F : (letter & 0x0F) + 9
  }
}
