/// The size of a screen in characters.
public struct ScreenSize: Equatable, Sendable {
  /// Characters beside each other.
  public var columns: Int

  /// Lines below each other.
  public var rows: Int

  /// Creates a size.
  ///
  /// - Parameters:
  ///   - columns: Characters beside each other.
  ///   - rows: Lines below each other.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
