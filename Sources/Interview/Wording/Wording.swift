/// All words that a person reads, in one language.
public struct Wording: Sendable {
  /// The words that a person may type, such as names of months.
  let spoken: SpokenWords

  /// The wording in English.
  public static let english = Wording(spoken: .english)
}
