import FormFiller

/// Who gave the answers.
public struct Respondent: Sendable, Equatable {
  /// Who made the changes, as recorded by the program; empty when it is not known.
  public let authors: [Change.Author]
  /// Who types, as answered in the form.
  public let who: QuestionEntry?
  /// The name of the helper.
  public let helperName: QuestionEntry?
  /// How the helper knows the patient.
  public let helperRelation: QuestionEntry?
  /// Whether the helper may decide for the patient.
  public let mayDecide: QuestionEntry?
}
