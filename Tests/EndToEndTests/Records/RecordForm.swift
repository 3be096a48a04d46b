/// A questionnaire with what a visit looks for: a name and a date of birth by role, a page of help, and
/// a page that ends it with nothing kept.
enum RecordForm {
  private static let own = "https://intake.example/fhir/StructureDefinition/"

  private static func role(_ code: String) -> String {
    """
    "code": [{"system": "https://intake.example/fhir/CodeSystem/summary-role", "code": "\(code)"}]
    """
  }

  static let text = Forms.form(
    """
    {"linkId": "danger", "type": "boolean", "text": "In danger?"},
    {"linkId": "page", "type": "display", "text": "The page of help.", "extension": [
      {"url": "\(own)help-page", "valueCode": "crisis"}],
     "enableWhen": [{"question": "danger", "operator": "=", "answerBoolean": true}]},
    {"linkId": "agree", "type": "boolean", "text": "Do you agree?"},
    {"linkId": "end", "type": "display", "text": "Nothing is kept.", "extension": [
      {"url": "\(own)end-page", "valueCode": "discard"}],
     "enableWhen": [{"question": "agree", "operator": "=", "answerBoolean": false}]},
    {"linkId": "name", "type": "string", "text": "What is your name?", \(role("patient-name"))},
    {"linkId": "born", "type": "date", "text": "When were you born?", \(role("birth-date"))},
    {"linkId": "secret", "type": "string", "text": "What is the secret?"},
    {"linkId": "more", "type": "string", "text": "What else?"}
    """)

  /// An answer that must not be read anywhere but where it belongs.
  static let canary = "ZQX-CANARY-7"

  /// Questions and lines up to the last question.
  static let lines = [
    ("In danger?", "no"), ("Do you agree?", "yes"), ("What is your name?", "Ana \(canary)"),
    ("When were you born?", "27 March 1950"), ("What is the secret?", "my \(canary)"),
  ]
}
