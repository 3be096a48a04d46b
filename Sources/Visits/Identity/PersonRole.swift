import FHIR
import FormFiller

/// What a question is asked for, as far as a visit needs to know (code system `summary-role`), so that
/// nothing is found by its linkId.
enum PersonRole: String {
  case patientName = "patient-name"
  case birthDate = "birth-date"

  private static let system = "https://intake.example/fhir/CodeSystem/summary-role"

  /// The answer to the first question with the role that is asked and was answered.
  func answer(in response: Response) -> AnswerValue? {
    let items = response.form.items.filter { item in
      item.source.codes.contains { $0.system == Self.system && $0.code == rawValue }
    }
    for node in items.flatMap({ response.nodes(linkId: $0.linkId) }) where response.isEnabled(node)
    {
      if case .answered(let values) = response.state(of: node), let value = values.first {
        return value
      }
    }
    return nil
  }
}

extension Response {
  /// The name that the person gave, where the form asks for it by role.
  var personName: String? { PersonRole.patientName.answer(in: self)?.plainText }

  /// The date of birth that the person gave, where the form asks for it by role; it may be partial.
  var personBirthDate: PartialDate? {
    guard case .date(let date)? = PersonRole.birthDate.answer(in: self) else { return nil }
    return date
  }
}
