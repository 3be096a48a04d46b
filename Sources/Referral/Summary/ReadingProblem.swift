import FormFiller

/// Something in a response that does not fit the form or cannot be worked out, and so may be missing
/// here.
public struct ReadingProblem: Sendable, Equatable {
  /// The linkId in the response, if there is one.
  public let linkId: String?
  /// The code of the problem.
  public let code: IssueCode
  /// The place in the response, as FHIRPath.
  public let place: String
  /// What does not fit, in words, without any answer.
  public let details: String

  init(_ issue: ResponseIssue) {
    linkId = issue.linkId
    code = issue.code
    place = issue.expression
    details = issue.details
  }

  init(_ failure: ExpressionFailure) {
    linkId = failure.linkId
    code = .notEvaluated
    place =
      failure.linkId.map { "QuestionnaireResponse.descendants().where(linkId = '\($0)')" }
      ?? "QuestionnaireResponse"
    details = failure.description
  }

  /// Whether there is an answer that could not be read.
  var isUnreadableAnswer: Bool { code == .invalidAnswerType || code == .emptyAnswer }
}
