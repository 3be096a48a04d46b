/// What a line typed for a whole row names.
enum RowLineReading: Equatable, Sendable {
  /// It surely names this.
  case named(OptionMeaning, RowLine)
  /// It may name one of these, each by other words.
  case which([Meaning], keepsTyped: KeepsTyped)
  /// It names nothing that is known: what no other question understands is the name.
  case unnamed(RowLine)
  /// It is an answer to the first question alone.
  case plain

  /// One of the things that a line may name.
  struct Meaning: Equatable, Sendable {
    let meaning: OptionMeaning
    let line: RowLine
  }

  /// Whether the person may keep the words as they are.
  enum KeepsTyped: Equatable, Sendable {
    case offered
    case notOffered
  }
}
