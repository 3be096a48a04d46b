/// A concept that fits what was typed.
public struct ConceptMatch: Sendable {
  /// How well it fits, best first.
  public enum Quality: Sendable, Hashable, Comparable {
    /// The whole name was typed.
    case exact
    /// The words shown start with what was typed.
    case startOfDisplay
    /// Each word that was typed starts a word of the name.
    case startOfWords
    /// The name is spelled differently, by this many letters: 1 or 2. Ask, never assume it.
    case spelling(distance: Int)
  }

  /// What people take for the concept: before this concept is assumed, ask which of them was meant.
  public struct LookAlike: Sendable {
    /// The name to show.
    public let name: String
    /// The concept, or nil when none of those searched has the name.
    public let concept: Concept?
    /// The place of the concept among those searched.
    public let place: Int?
  }

  /// The concept.
  public let concept: Concept
  /// The place of the concept among those searched.
  public let place: Int
  /// The words of the concept that fit: its display or one of its designations.
  public let name: String
  /// How well they fit, the kept words aside.
  public let quality: Quality
  /// Words that were typed and are not part of the name, as the code system spells them and in the
  /// order typed: its loose words, which belong to the answer all the same.
  public let keptWords: [String]
  /// What must be asked about before the concept is assumed; never the name that fits itself.
  public let lookAlikes: [LookAlike]
}
