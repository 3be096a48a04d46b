/// A part of what a person sees, by what it is; how it looks is the renderer's matter.
public enum Block: Sendable, Equatable {
  /// The name of the section, and whether it has just begun.
  case title(String, isNew: Bool)
  /// Text to read; an empty line starts a paragraph.
  case text(String)
  /// The words of a question.
  case question(String)
  /// How to answer, in a short sentence.
  case hint(String)
  /// What can be chosen.
  case choices([Choice])
  /// What can be chosen, side by side where it fits on one line.
  case choicesInARow([Choice])
  /// A numbered line of the list of answers.
  case entry(Int, label: String, answer: String)
  /// What went wrong and how to mend it.
  case error(String)
  /// What the program understood or did.
  case note(String)
  /// What stands in the line already; means nothing where lines are not edited.
  case lineHint(String)
  /// The words that can be typed instead of an answer.
  case keys(String)

  /// An answer on offer.
  public struct Choice: Sendable, Equatable {
    /// What is typed to choose it.
    public let marker: String
    /// Its words.
    public let label: String
    /// Whether it is chosen now.
    public let isChosen: Bool

    /// Makes a choice.
    public init(marker: String, label: String, isChosen: Bool = false) {
      self.marker = marker
      self.label = label
      self.isChosen = isChosen
    }
  }
}
