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

  /// The concept.
  public let concept: Concept
  /// The words of the concept that fit: its display or one of its designations.
  public let name: String
  /// How well they fit.
  public let quality: Quality
}
