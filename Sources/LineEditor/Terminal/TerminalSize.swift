import CTerminal

/// The size of a terminal in characters.
public struct TerminalSize: Equatable, Sendable {
  /// How many characters fit beside each other; at least 1.
  public var columns: Int

  /// How many lines fit below each other; at least 1.
  public var rows: Int

  /// What is assumed where no size is known.
  public static let usual = TerminalSize(columns: 80, rows: 24)

  /// Creates a size.
  ///
  /// - Parameters:
  ///   - columns: How many characters fit beside each other.
  ///   - rows: How many lines fit below each other.
  public init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }

  /// The size at this moment.
  ///
  /// - Parameter descriptor: The descriptor of the terminal, usually standard output.
  /// - Returns: The size, or ``usual`` when the descriptor is no terminal or does not know.
  public static func current(of descriptor: Int32 = 1) -> TerminalSize {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard terminal_read_size(descriptor, &columns, &rows) else { return .usual }
    return TerminalSize(columns: Int(columns), rows: Int(rows))
  }
}
