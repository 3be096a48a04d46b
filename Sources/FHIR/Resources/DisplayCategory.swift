/// What a text that is shown is for (code system `questionnaire-display-category`).
public enum DisplayCategory: String, Sendable {
  /// What to do with what follows.
  case instructions
  /// How answers are kept and who sees them.
  case security
  /// Help for the question that it lies in.
  case help
}
