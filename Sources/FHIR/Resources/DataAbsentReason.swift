/// Why a question has an answer without a value (code system `data-absent-reason`).
public enum DataAbsentReason: String, Sendable {
  /// The person does not know.
  case askedUnknown = "asked-unknown"
  /// The person prefers not to say.
  case askedDeclined = "asked-declined"
}
