import FHIR
import FormFiller

/// What one question or group is for, so that it is found without its linkId (code system
/// `summary-role`).
enum SummaryRole: String {
  case consent
  case patientName = "patient-name"
  case birthDate = "birth-date"
  case phone
  case interpreter
  case language
  case respondent
  case helperName = "helper-name"
  case helperRelation = "helper-relation"
  case legalDecisionMaker = "legal-decision-maker"
  case privateAnswers = "private-answers"
  case routing
  case mainSite = "main-pain-site"
  case mainSide = "main-pain-side"
  case since = "pain-since"
  case diagnosis
  case diagnosisText = "diagnosis-text"
  case medicine
  case totalUsual = "dose-total-usual"
  case totalMost = "dose-total-most"
  case totalNote = "dose-total-note"
  case allergy
  case weight = "body-weight"
  case height = "body-height"
  case bodyMassIndex = "body-mass-index"
  case systolicPressure = "systolic-pressure"
  case diastolicPressure = "diastolic-pressure"
  case pressureDate = "pressure-date"
  case treatment
  case procedure
  case goal
  case escort
}

/// The code systems by which a questionnaire tells the summary what its items are.
enum SummaryCodeSystem: String {
  case role = "https://intake.example/fhir/CodeSystem/summary-role"
  case section = "https://intake.example/fhir/CodeSystem/summary-section"
  case privacy = "https://intake.example/fhir/CodeSystem/summary-privacy"
  case bodyRegion = "https://intake.example/fhir/CodeSystem/body-region"
}

/// A property of the concept that a question was answered with, which the summary prints.
enum ConceptProperty: String {
  /// What is known of a treatment for the concept, a sentence.
  case evidence
  /// Where the sentence is from.
  case evidenceSource = "evidence-source"
  /// The name of a list that the concept stands on.
  case listedAs = "listed-as"
}

extension FormItem {
  /// Whether the item has a role.
  func has(_ role: SummaryRole) -> Bool { hasRole(role.rawValue) }

  /// Whether the item has the role with this code.
  func hasRole(_ code: String) -> Bool { codes(of: .role).contains { $0.code == code } }

  /// The section that the item, and all below it, belongs to, if it says.
  var summarySection: Coding? { codes(of: .section).first { $0.code != nil } }

  /// How private the item is.
  var privacy: WithheldEntry.Privacy? {
    codes(of: .privacy).lazy.compactMap { $0.code }
      .compactMap { WithheldEntry.Privacy(rawValue: $0) }.first
  }

  /// The names by which the item can be shown or withheld: its linkId and its section.
  var disclosureNames: Set<String> { Set([linkId] + [summarySection?.code].compactMap { $0 }) }

  private func codes(of system: SummaryCodeSystem) -> [Coding] {
    source.codes.filter { $0.system == system.rawValue }
  }

  /// The values of a property of the concept that a value is, in order.
  func properties(_ property: ConceptProperty, of value: AnswerValue) -> [String] {
    properties(property.rawValue, of: value)
  }

  /// The values of the property with this name of the concept that a value is, in order.
  func properties(_ name: String, of value: AnswerValue) -> [String] {
    guard let option = options.first(where: { $0.value.means(value) }) else { return [] }
    return (option.definition?.conceptProperties(name) ?? [])
      .compactMap { $0["code"]?.string ?? $0.string }
  }
}
