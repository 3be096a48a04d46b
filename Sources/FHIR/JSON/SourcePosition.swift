/// A place in a text file, as editors count it.
public struct SourcePosition: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The line, counted from 1.
  public let line: Int
  /// The column in Unicode scalars, counted from 1.
  public let column: Int

  /// Makes a position from a line and a column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The position of a byte offset in UTF-8 text.
  ///
  /// Linear in `offset`: positions are worked out only when a problem is reported.
  init(offset: Int, in bytes: some Collection<UInt8>) {
    var line = 1
    var column = 1
    // Editors do not show a byte order mark.
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in bytes.prefix(offset).dropFirst(mark) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(line: line, column: column)
  }

  /// Orders positions by line, then by column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The position in words, such as `line 3, column 14`.
  public var description: String { "line \(line), column \(column)" }
}
