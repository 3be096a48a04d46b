import FHIR

/// Who has looked at a piece of content.
public enum ContentReview: Sendable, Equatable {
  /// Nobody has, or it was changed since.
  case draft
  /// A person has, on a day.
  case approved(by: String, on: PartialDate)
}
