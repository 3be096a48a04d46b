import FHIR

/// Which questionnaire was answered.
public struct QuestionnaireIdentity: Sendable, Equatable {
  /// The canonical URL, without version.
  public let url: String?
  /// The version of the content.
  public let version: String?
  /// The name for people.
  public let title: String?
  /// Where the content stands: `draft`, `active`, `retired` or `unknown`, as the questionnaire has
  /// it.
  public let status: String?
  /// Who may use the content, and whom to credit.
  public let copyright: String?

  init(_ questionnaire: Questionnaire) {
    url = questionnaire.url
    version = questionnaire.version
    title = questionnaire.title
    status = questionnaire.status?.rawValue
    copyright = questionnaire.copyright
  }

  /// Whether the content has not been released.
  public var isDraft: Bool { status == "draft" }
}
