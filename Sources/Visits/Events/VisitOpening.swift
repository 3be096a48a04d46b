import FHIR

/// What is known when a visit begins; the first thing a record holds.
public struct VisitOpening: Sendable, Hashable {
  /// The canonical URL of the questionnaire, with its version where it has one.
  public var questionnaire: String?
  /// The language that is spoken to begin with.
  public var language: LanguageTag?
  /// What staff call the visit.
  public var label: String?
  /// The appointment that the visit is for.
  public var appointment: String?
  /// Whether it only tries the program out.
  public var isTrial: Bool

  /// Makes an opening.
  public init(
    questionnaire: String? = nil, language: LanguageTag? = nil, label: String? = nil,
    appointment: String? = nil, isTrial: Bool = false
  ) {
    self.questionnaire = questionnaire
    self.language = language
    self.label = label
    self.appointment = appointment
    self.isTrial = isTrial
  }
}
