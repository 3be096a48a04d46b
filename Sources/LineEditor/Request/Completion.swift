/// One way to complete the text that was typed so far.
public struct Completion: Equatable, Sendable {
  /// The whole line as it would be.
  public var text: String

  /// What it means, shown beside it in a list.
  public var explanation: String?

  /// Creates a completion.
  ///
  /// - Parameters:
  ///   - text: The whole line as it would be.
  ///   - explanation: What it means, shown beside it in a list.
  public init(text: String, explanation: String? = nil) {
    self.text = text
    self.explanation = explanation
  }
}
