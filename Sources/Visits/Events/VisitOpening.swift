import FHIR
import FormFiller

/// What is known when a visit begins; the first thing a record holds.
public struct VisitOpening: Sendable, Equatable {
  /// The canonical URL of the questionnaire, with its version where it has one.
  public var questionnaire: String?
  /// The language that is spoken to begin with.
  public var language: LanguageTag?
  /// Who gives the answers.
  public var author: Change.Author
  /// What staff call the visit.
  public var label: String?
  /// The appointment that the visit is for.
  public var appointment: String?
  /// Who helps the person, where somebody said.
  public var helper: String?
  /// Whether it only tries the program out.
  public var isTrial: Bool
  /// The version of the program.
  public var programVersion: String?
  /// When the form was begun, which is the time that its expressions take for now.
  public var started: PartialDateTime?
  /// The resources that the form was begun with, by the names that it has for them.
  public var context: [String: JSONNode]

  /// Makes an opening.
  public init(
    questionnaire: String? = nil, language: LanguageTag? = nil, author: Change.Author = .patient,
    label: String? = nil, appointment: String? = nil, helper: String? = nil,
    isTrial: Bool = false, programVersion: String? = nil, started: PartialDateTime? = nil,
    context: [String: JSONNode] = [:]
  ) {
    self.questionnaire = questionnaire
    self.language = language
    self.author = author
    self.label = label
    self.appointment = appointment
    self.helper = helper
    self.isTrial = isTrial
    self.programVersion = programVersion
    self.started = started
    self.context = context
  }

  /// What the form is filled in with.
  public var formContext: FormContext { FormContext(reading: context, now: started) }
}
