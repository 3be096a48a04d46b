/// What a person sees on a terminal: rows of characters and a cursor.
///
/// It understands what libedit and this program write: movement, erasing, inserting and deleting,
/// wrapping and scrolling. Colours are ignored.
public struct Screen: CustomStringConvertible {
  /// The size in characters.
  public private(set) var size: ScreenSize

  /// The row of the cursor, from 0.
  public private(set) var cursorRow = 0

  /// The column of the cursor, from 0.
  public private(set) var cursorColumn = 0

  /// The private modes that are on, such as 2004 for marked pastes.
  public private(set) var modes: Set<Int> = []

  private var cells: [[String]]
  private var wrapsNext = false
  private var parser = EscapeParser()
  private var pending: [UInt8] = []

  /// An empty screen.
  ///
  /// - Parameter size: Its size.
  public init(size: ScreenSize) {
    self.size = size
    cells = Array(repeating: Self.emptyRow(size), count: size.rows)
  }

  /// The rows from top to bottom, without spaces at their ends.
  public var rows: [String] {
    cells.map { row in
      let text = row.joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The rows up to the last that is not empty.
  public var description: String {
    let last = rows.lastIndex { !$0.isEmpty } ?? -1
    return rows[...last].joined(separator: "\n")
  }

  /// Whether a text stands on one of the rows.
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether it is there.
  public func contains(_ text: String) -> Bool {
    rows.contains { $0.contains(text) }
  }

  /// Takes another size; rows keep their start, as on terminals that do not wrap again.
  ///
  /// - Parameter size: The new size.
  public mutating func resize(to size: ScreenSize) {
    let removed = max(0, cursorRow + 1 - size.rows)
    cells = cells.dropFirst(removed).prefix(size.rows).map { row in
      Array((row + Self.emptyRow(size)).prefix(size.columns))
    }
    while cells.count < size.rows { cells.append(Self.emptyRow(size)) }
    self.size = size
    cursorRow -= removed
    cursorColumn = min(cursorColumn, size.columns - 1)
    wrapsNext = false
  }

  /// Shows what a program writes.
  ///
  /// - Parameter bytes: Its bytes.
  public mutating func show(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch parser.parse(byte) {
      case .nothing: break
      case .byte(let byte): show(byte)
      case .escape(let letter): escape(letter)
      case .control(let marker, let numbers, let final):
        control(marker: marker, numbers: numbers, final: final)
      }
    }
  }

  private static func emptyRow(_ size: ScreenSize) -> [String] {
    Array(repeating: " ", count: size.columns)
  }

  private mutating func show(_ byte: UInt8) {
    switch byte {
    case 0x08: moveCursor(row: cursorRow, column: cursorColumn - 1)
    case 0x09: moveCursor(row: cursorRow, column: (cursorColumn / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: moveCursor(row: cursorRow, column: 0)
    case 0x00...0x1F, 0x7F: break
    default:
      pending.append(byte)
      if let text = String(validating: pending, as: UTF8.self),
        let scalar = text.unicodeScalars.first
      {
        pending = []
        show(scalar)
      } else if pending.count == 4 {
        pending = []
        show("\u{FFFD}")
      }
    }
  }

  private mutating func show(_ scalar: Unicode.Scalar) {
    let width = CharacterWidth.columns(of: scalar)
    if width == 0 {
      let column = wrapsNext ? cursorColumn : max(0, cursorColumn - 1)
      cells[cursorRow][column].unicodeScalars.append(scalar)
      return
    }
    if wrapsNext || cursorColumn + width > size.columns {
      cursorColumn = 0
      lineFeed()
    }
    cells[cursorRow][cursorColumn] = String(scalar)
    if width == 2 { cells[cursorRow][cursorColumn + 1] = "" }
    wrapsNext = cursorColumn + width >= size.columns
    cursorColumn = min(cursorColumn + width, size.columns - 1)
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if cursorRow + 1 < size.rows {
      cursorRow += 1
    } else {
      cells.removeFirst()
      cells.append(Self.emptyRow(size))
    }
  }

  private mutating func moveCursor(row: Int, column: Int) {
    wrapsNext = false
    cursorRow = min(max(row, 0), size.rows - 1)
    cursorColumn = min(max(column, 0), size.columns - 1)
  }

  private mutating func escape(_ letter: UInt8) {
    switch letter {
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "E"):
      cursorColumn = 0
      lineFeed()
    case UInt8(ascii: "M"): moveCursor(row: cursorRow - 1, column: cursorColumn)
    default: break
    }
  }

  private mutating func control(marker: UInt8?, numbers: [Int], final: UInt8) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case UInt8(ascii: "A"): moveCursor(row: cursorRow - count, column: cursorColumn)
    case UInt8(ascii: "B"): moveCursor(row: cursorRow + count, column: cursorColumn)
    case UInt8(ascii: "C"): moveCursor(row: cursorRow, column: cursorColumn + count)
    case UInt8(ascii: "D"): moveCursor(row: cursorRow, column: cursorColumn - count)
    case UInt8(ascii: "G"): moveCursor(row: cursorRow, column: count - 1)
    case UInt8(ascii: "d"): moveCursor(row: count - 1, column: cursorColumn)
    case UInt8(ascii: "H"), UInt8(ascii: "f"):
      moveCursor(row: count - 1, column: max(1, numbers.dropFirst().first ?? 1) - 1)
    case UInt8(ascii: "J"): eraseScreen(first)
    case UInt8(ascii: "K"): eraseRow(first)
    case UInt8(ascii: "P"): deleteCharacters(count)
    case UInt8(ascii: "@"): insertSpaces(count)
    case UInt8(ascii: "X"):
      for column in cursorColumn..<min(cursorColumn + count, size.columns) {
        cells[cursorRow][column] = " "
      }
    case UInt8(ascii: "h") where marker == UInt8(ascii: "?"): modes.formUnion(numbers)
    case UInt8(ascii: "l") where marker == UInt8(ascii: "?"): modes.subtract(numbers)
    default: break
    }
  }

  private mutating func eraseScreen(_ part: Int) {
    switch part {
    case 0:
      eraseRow(0)
      for row in (cursorRow + 1)..<max(size.rows, cursorRow + 1) {
        cells[row] = Self.emptyRow(size)
      }
    case 1:
      eraseRow(1)
      for row in 0..<cursorRow { cells[row] = Self.emptyRow(size) }
    default: cells = Array(repeating: Self.emptyRow(size), count: size.rows)
    }
  }

  private mutating func eraseRow(_ part: Int) {
    let columns =
      switch part {
      case 0: cursorColumn..<size.columns
      case 1: 0..<(cursorColumn + 1)
      default: 0..<size.columns
      }
    for column in columns { cells[cursorRow][column] = " " }
  }

  private mutating func deleteCharacters(_ count: Int) {
    let rest = cells[cursorRow][cursorColumn...].dropFirst(count)
    let row = cells[cursorRow][..<cursorColumn] + rest
    cells[cursorRow] = Array((Array(row) + Self.emptyRow(size)).prefix(size.columns))
  }

  private mutating func insertSpaces(_ count: Int) {
    let row =
      cells[cursorRow][..<cursorColumn] + Array(repeating: " ", count: count)
      + cells[cursorRow][cursorColumn...]
    cells[cursorRow] = Array(row.prefix(size.columns))
  }
}
