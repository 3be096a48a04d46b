import CTerminal

/// How many columns text takes on a terminal, and text made to fit.
public enum TextWidth {
  /// The columns a text takes: 2 for a wide character, 0 for a combining mark, else 1.
  ///
  /// - Parameter text: Text without control characters; these count as 0.
  /// - Returns: The number of columns.
  public static func columns(of text: String) -> Int {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text cut to so many columns, never through a character.
  ///
  /// - Parameters:
  ///   - text: Any text on one line.
  ///   - width: The most columns it may take.
  ///   - ending: What marks a cut, such as `...`; it counts within the width.
  /// - Returns: The text itself when it fits.
  public static func truncated(_ text: String, to width: Int, ending: String = "...") -> String {
    if columns(of: text) <= width { return text }
    let endingColumns = columns(of: ending)
    if endingColumns > width { return prefix(of: text, within: width) }
    return prefix(of: text, within: width - endingColumns) + ending
  }

  /// The text with spaces added at its end to fill so many columns.
  ///
  /// - Parameters:
  ///   - text: Any text on one line.
  ///   - width: The columns to fill. A longer text stays as it is.
  /// - Returns: The padded text.
  public static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text)))
  }

  private static func prefix(of text: String, within width: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
      let next = columns(of: String(character))
      if used + next > width { break }
      used += next
      result.append(character)
    }
    return result
  }

  /// The columns a single scalar takes.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    guard TerminalLocale.isReady else { return 1 }
    return max(0, Int(terminal_columns_of_scalar(scalar.value)))
  }
}
