import FHIR

/// What a typed line means as an answer.
public enum Reading: Equatable, Sendable {
  /// It is these values.
  ///
  /// `understoodAs` shows them to the person where they differ from what was typed, or where a part
  /// of what was typed, like "about", is not in the values.
  case values([AnswerValue], understoodAs: String?)
  /// It could be one of these, so the person is asked.
  case which([Candidate])
  /// It is no answer to the question.
  case problem(AnswerProblem)
}
