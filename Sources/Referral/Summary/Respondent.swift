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
  /// Whether somebody else than the patient answered or typed, by the record or the form.
  public let isHelper: Bool

  init(_ reader: QuestionReader, authors: [Change.Author]) {
    self.authors = authors.filter { $0 != .form }
    who = reader.first(.respondent)
    helperName = reader.first(.helperName)
    helperRelation = reader.first(.helperRelation)
    mayDecide = reader.first(.legalDecisionMaker)
    // Only of helpers does a form ask who the helper is.
    isHelper = authors.contains(.helper) || helperName != nil || helperRelation != nil
  }
}
