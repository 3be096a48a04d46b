/// Splits the output of a program into text and the sequences that control a terminal.
struct EscapeParser {
  /// What a byte completed.
  enum Part: Equatable {
    /// Nothing yet.
    case nothing

    /// A byte of text or a control character.
    case byte(UInt8)

    /// `ESC [`, with the private marker, the numbers and the last letter.
    case control(marker: UInt8?, numbers: [Int], final: UInt8)

    /// `ESC` and one character.
    case escape(UInt8)
  }

  private enum State {
    case text
    case escape
    case control([UInt8])
    case string
    case designation
  }

  private var state = State.text

  mutating func parse(_ byte: UInt8) -> Part {
    switch state {
    case .text:
      if byte != 0x1B { return .byte(byte) }
      state = .escape
      return .nothing
    case .escape: return parseAfterEscape(byte)
    case .control(let parameters): return parseControl(byte, after: parameters)
    case .string:
      if byte == 0x07 { state = .text }
      if byte == 0x1B { state = .escape }
      return .nothing
    case .designation:
      state = .text
      return .nothing
    }
  }

  private mutating func parseAfterEscape(_ byte: UInt8) -> Part {
    switch byte {
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .designation
    default:
      state = .text
      return .escape(byte)
    }
    return .nothing
  }

  private mutating func parseControl(_ byte: UInt8, after parameters: [UInt8]) -> Part {
    guard 0x40...0x7E ~= byte else {
      state = .control(parameters + [byte])
      return .nothing
    }
    state = .text
    let marker = parameters.first.flatMap { 0x3C...0x3F ~= $0 ? $0 : nil }
    let numbers = String(decoding: parameters.drop { 0x3C...0x3F ~= $0 }, as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    return .control(marker: marker, numbers: numbers, final: byte)
  }
}
