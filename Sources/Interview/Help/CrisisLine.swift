/// Somebody whom a person in need can reach from anywhere.
public struct CrisisLine: Sendable, Hashable {
  /// How to reach them, such as `call or text 988`.
  public var words: String
  /// Whom the line is for, such as `veterans`, or nil when it is for everybody.
  public var audience: String?

  /// Makes a line.
  public init(_ words: String, audience: String? = nil) {
    self.words = words
    self.audience = audience
  }
}
