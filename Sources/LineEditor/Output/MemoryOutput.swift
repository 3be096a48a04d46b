/// Text kept in memory, for tests and for transcripts.
public final class MemoryOutput: TextOutput {
  /// All that was written so far.
  public private(set) var text = ""

  /// Creates an empty output.
  public init() {}

  /// Adds the text.
  ///
  /// - Parameter text: The text to add.
  public func write(_ text: String) {
    self.text += text
  }
}
