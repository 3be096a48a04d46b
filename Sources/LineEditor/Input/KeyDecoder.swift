/// Turns the bytes of a terminal into the keys a line editor knows, and drops everything else.
///
/// This is the one gate to the editor: printable characters, the control keys below and the listed
/// sequences of xterm, the Linux console and their kin pass. A paste that the terminal marks as such
/// is text only: line breaks and tabs become spaces, control characters and sequences are dropped.
struct KeyDecoder {
  private enum State: Equatable {
    case ground
    case escape
    case singleShift
    case controlSequence(String)
    case linuxFunctionKey
    case controlString
  }

  private static let longestSequence = 16

  private static let controlKeys: [UInt8: Key] = [
    0x01: .edit(.moveToStart),
    0x02: .back,
    0x03: .interrupt,
    0x04: .endOrDelete,
    0x05: .edit(.moveToEnd),
    0x06: .edit(.moveForward),
    0x08: .edit(.deleteBackward),
    0x09: .complete,
    0x0A: .enter,
    0x0B: .edit(.deleteToEnd),
    0x0C: .redraw,
    0x0D: .enter,
    0x15: .edit(.deleteAll),
    0x17: .edit(.deleteWordBackward),
    0x7F: .edit(.deleteBackward),
  ]

  /// The parts of sequences after `ESC [`.
  private static let controlSequences: [String: Key] = [
    "C": .edit(.moveForward),
    "D": .edit(.moveBackward),
    "1;5C": .edit(.moveWordForward),
    "1;5D": .edit(.moveWordBackward),
    "H": .edit(.moveToStart),
    "1~": .edit(.moveToStart),
    "7~": .edit(.moveToStart),
    "F": .edit(.moveToEnd),
    "4~": .edit(.moveToEnd),
    "8~": .edit(.moveToEnd),
    "3~": .edit(.deleteForward),
    "11~": .help,
  ]

  /// The letters after `ESC O`.
  private static let singleShiftKeys: [UInt8: Key] = [
    UInt8(ascii: "C"): .edit(.moveForward),
    UInt8(ascii: "D"): .edit(.moveBackward),
    UInt8(ascii: "H"): .edit(.moveToStart),
    UInt8(ascii: "F"): .edit(.moveToEnd),
    UInt8(ascii: "P"): .help,
  ]

  private var state = State.ground
  private var assembler = UTF8Assembler()

  /// Whether the terminal is in the middle of a paste.
  private(set) var isPasting = false

  /// Whether the last byte may be the start of a longer key.
  var awaitsRest: Bool { state != .ground }

  /// Takes one byte and adds the keys it completes.
  mutating func decode(_ byte: UInt8, into keys: inout [Key]) {
    if !UTF8Assembler.isContinuation(byte), let broken = assembler.abandon() {
      keys.append(.text(broken))
    }
    switch state {
    case .ground: decodeInGround(byte, into: &keys)
    case .escape: decodeAfterEscape(byte, into: &keys)
    case .singleShift: decodeLast(byte, of: Self.singleShiftKeys, into: &keys)
    case .controlSequence(let parameters):
      decodeControlSequence(byte, after: parameters, into: &keys)
    case .linuxFunctionKey: decodeLast(byte, of: [UInt8(ascii: "A"): .help], into: &keys)
    case .controlString: decodeControlString(byte)
    }
  }

  /// Ends a sequence whose rest did not come in time: a lone Esc asks for help.
  mutating func expire(into keys: inout [Key]) {
    if state == .escape { addUnlessPasting(.help, to: &keys) }
    state = .ground
  }

  /// Ends a paste whose end the terminal did not send.
  mutating func endPaste() {
    isPasting = false
  }

  private mutating func decodeInGround(_ byte: UInt8, into keys: inout [Key]) {
    switch byte {
    case 0x1B:
      state = .escape
    case 0x00...0x1F, 0x7F:
      decodeControl(byte, into: &keys)
    case 0x20...0x7E:
      keys.append(.text(Unicode.Scalar(byte)))
    default:
      if let scalar = assembler.add(byte), TextSanitizer.isSafe(scalar) {
        keys.append(.text(scalar))
      }
    }
  }

  private func decodeControl(_ byte: UInt8, into keys: inout [Key]) {
    if !isPasting {
      if let key = Self.controlKeys[byte] { keys.append(key) }
    } else if byte == 0x09 || byte == 0x0A || byte == 0x0D {
      keys.append(.text(" "))
    }
  }

  private mutating func decodeAfterEscape(_ byte: UInt8, into keys: inout [Key]) {
    state = .ground
    switch byte {
    case 0x1B:
      addUnlessPasting(.help, to: &keys)
      state = .escape
    case UInt8(ascii: "["): state = .controlSequence("")
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .controlString
    case UInt8(ascii: "b"): addUnlessPasting(.edit(.moveWordBackward), to: &keys)
    case UInt8(ascii: "f"): addUnlessPasting(.edit(.moveWordForward), to: &keys)
    case 0x00...0x1F, 0x7F:
      addUnlessPasting(.help, to: &keys)
      decodeInGround(byte, into: &keys)
    default: break
    }
  }

  private mutating func decodeControlSequence(
    _ byte: UInt8, after parameters: String, into keys: inout [Key]
  ) {
    state = .ground
    switch byte {
    case UInt8(ascii: "[") where parameters.isEmpty:
      state = .linuxFunctionKey
    case 0x20...0x3F:
      let isKept = parameters.utf8.count < Self.longestSequence
      state = .controlSequence(isKept ? parameters + String(Unicode.Scalar(byte)) : parameters)
    case 0x40...0x7E:
      finishControlSequence(parameters + String(Unicode.Scalar(byte)), into: &keys)
    default:
      decodeInGround(byte, into: &keys)
    }
  }

  private mutating func finishControlSequence(_ sequence: String, into keys: inout [Key]) {
    switch sequence {
    case "200~": isPasting = true
    case "201~": isPasting = false
    default:
      if let key = Self.controlSequences[sequence] { addUnlessPasting(key, to: &keys) }
    }
  }

  private mutating func decodeLast(
    _ byte: UInt8, of known: [UInt8: Key], into keys: inout [Key]
  ) {
    state = .ground
    if byte == 0x1B {
      state = .escape
    } else if let key = known[byte] {
      addUnlessPasting(key, to: &keys)
    }
  }

  private mutating func decodeControlString(_ byte: UInt8) {
    switch byte {
    case 0x07: state = .ground
    case 0x1B: state = .escape
    default: break
    }
  }

  private func addUnlessPasting(_ key: Key, to keys: inout [Key]) {
    if !isPasting { keys.append(key) }
  }
}
