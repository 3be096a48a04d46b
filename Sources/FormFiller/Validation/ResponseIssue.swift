import FHIR

/// Something wrong with a response, with its place.
public struct ResponseIssue: Sendable, Hashable {
  /// How much it matters (R4 code system `issue-severity`).
  public enum Severity: String, Sendable {
    /// The response cannot be read as answers to this form.
    case fatal
    /// A rule of the form does not hold.
    case error
    /// Something to know about.
    case warning
    /// Something that was not looked at.
    case information
  }

  /// How much it matters.
  public let severity: Severity
  /// What is wrong.
  public let code: IssueCode
  /// The linkId of the item, or nil for the response as a whole.
  public let linkId: String?
  /// The place in the response as FHIRPath.
  public let expression: String
  /// What is wrong in words, with how to mend it.
  public let details: String
  /// The question, where the issue is about one that the response holds.
  public let node: NodeID?

  /// Whether the response is invalid because of it.
  public var isError: Bool { severity == .fatal || severity == .error }
}
