/// How an item is to be shown (code system `questionnaire-item-control`), as far as it matters.
public enum ItemControl: String, Sendable {
  /// Help for the question above.
  case help
  /// A short explanation for the question above.
  case flyover
  /// Text before the answer.
  case prompt
  /// The unit after the answer.
  case unit
  /// The low end of a scale.
  case lower
  /// The high end of a scale.
  case upper
  /// A scale.
  case slider
  /// Options to tick.
  case checkBox = "check-box"
  /// Options of which one is chosen.
  case radioButton = "radio-button"
  /// A list that opens.
  case dropDown = "drop-down"
  /// A list that is searched.
  case autocomplete
  /// Rows and columns.
  case table
  /// A repeating group shown as a table.
  case groupTable = "gtable"
}
