/// A stretch of an expression's text.
public struct SourceRange: Sendable, Hashable {
  /// Where it starts, in bytes of UTF-8 from the start of the expression.
  public let start: Int
  /// Where it ends, in bytes of UTF-8; not before `start`.
  public let end: Int

  /// Makes a range; an end before the start counts as the start.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The line, the column and the text of the line in which the range starts.
  ///
  /// Lines and columns count from 1; a column counts Unicode scalars.
  public func place(in expression: String) -> (line: Int, column: Int, text: String) {
    let bytes = Array(expression.utf8)
    let start = min(start, bytes.count)
    let lineStart = (bytes[..<start].lastIndex(of: 0x0A) ?? -1) + 1
    let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let line = bytes[..<lineStart].count { $0 == 0x0A } + 1
    let column = bytes[lineStart..<start].count { $0 & 0xC0 != 0x80 } + 1
    return (line, column, String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self))
  }
}
