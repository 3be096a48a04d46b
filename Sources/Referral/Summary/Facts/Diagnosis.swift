/// The diagnosis as it was stated; nothing in the answers ever adds to it.
public struct Diagnosis: Sendable, Equatable {
  /// What was chosen.
  public let stated: [QuestionEntry]
  /// What was said of it in own words.
  public let ownWords: [QuestionEntry]
  /// Since when the pain lasts.
  public let since: QuestionEntry?
  /// Where the worst pain is.
  public let mainSite: QuestionEntry?
  /// On which side.
  public let mainSide: QuestionEntry?
  /// What is known of treatment for what was stated.
  public let evidence: [Evidence]

  /// A sentence that a vocabulary has about a stated diagnosis.
  public struct Evidence: Sendable, Equatable {
    /// The diagnosis.
    public let about: String
    /// The sentence.
    public let text: String
    /// Where it is from.
    public let source: String?
  }
}
