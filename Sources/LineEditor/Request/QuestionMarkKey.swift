/// What the `?` key does in an empty line.
///
/// In a line with text it is always a letter like others.
public enum QuestionMarkKey: Sendable, Equatable {
  /// It is typed; a lone `?` comes back as a line.
  case isText

  /// It gives ``LineOutcome/help(draft:)`` at once, without Enter.
  case asksForHelp
}
