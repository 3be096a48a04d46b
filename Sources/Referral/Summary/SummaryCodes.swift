import FHIR
import FormFiller

/// What one question is for, so that it is found without its linkId (code system `summary-role`).
enum SummaryRole: String {
  case consent
  case patientName = "patient-name"
  case birthDate = "birth-date"
  case phone
  case respondent
  case helperName = "helper-name"
  case helperRelation = "helper-relation"
  case legalDecisionMaker = "legal-decision-maker"
  case privateAnswers = "private-answers"
}

/// The code systems by which a questionnaire tells the summary what its items are.
enum SummaryCodeSystem: String {
  case role = "https://intake.example/fhir/CodeSystem/summary-role"
  case section = "https://intake.example/fhir/CodeSystem/summary-section"
  case privacy = "https://intake.example/fhir/CodeSystem/summary-privacy"
}

extension FormItem {
  /// Whether the item has a role.
  func has(_ role: SummaryRole) -> Bool {
    codes(of: .role).contains { $0.code == role.rawValue }
  }

  /// The section that the item, and all below it, belongs to, if it says.
  var summarySection: Coding? { codes(of: .section).first { $0.code != nil } }

  /// How private the item is.
  var privacy: WithheldEntry.Privacy? {
    codes(of: .privacy).lazy.compactMap { $0.code }
      .compactMap { WithheldEntry.Privacy(rawValue: $0) }.first
  }

  private func codes(of system: SummaryCodeSystem) -> [Coding] {
    source.codes.filter { $0.system == system.rawValue }
  }
}

extension SummaryContext.Disclosure {
  /// Whether an item of this privacy is left out.
  func withholds(_ privacy: WithheldEntry.Privacy) -> Bool {
    switch self {
    case .everything: false
    case .withoutWithheldByDefault: privacy == .withheldByDefault
    case .withoutSensitive: true
    }
  }
}
