import FHIR
import FormFiller
import Testing

/// A form with what a visit looks for: a name and a date of birth by role, rows, a page of help.
enum VisitForm {
  private static func role(_ code: String) -> String {
    #""code":[{"system":"https://intake.example/fhir/CodeSystem/summary-role","code":"\#(code)"}]"#
  }

  private static let own = "https://intake.example/fhir/StructureDefinition/"

  static let items = """
    {"linkId":"who","text":"What is your name?","type":"string",\(role("patient-name"))},
    {"linkId":"born","text":"When were you born?","type":"date",\(role("birth-date"))},
    {"linkId":"danger","text":"In danger?","type":"boolean"},
    {"linkId":"page","text":"Get help.","type":"display","extension":[
      {"url":"\(own)help-page","valueCode":"crisis"}],
     "enableWhen":[{"question":"danger","operator":"=","answerBoolean":true}]},
    {"linkId":"rows","text":"Things","type":"group","repeats":true,"item":[
      {"linkId":"thing","text":"Which thing?","type":"string"}]},
    {"linkId":"last","text":"Last?","type":"string"}
    """

  static let text = """
    {"resourceType":"Questionnaire","url":"https://example.org/visit","version":"2",
     "status":"active","title":"A visit","item":[\(items)]}
    """

  static func form(_ text: String = text) throws -> Form {
    Form(try #require(Questionnaire(try JSONDocument(text).root))) { _ in [] }
  }

  static let time = PartialDateTime("2026-03-27T09:30:00Z")

  /// The fixed clock of the tests.
  static let clock: PartialDateTime = {
    guard let time else { preconditionFailure("The time of the tests is not a time.") }
    return time
  }()

  static func now() throws -> PartialDateTime { try #require(time) }
}

extension Response {
  /// Answers the first question with a linkId.
  mutating func answer(_ linkId: String, _ value: AnswerValue) throws {
    let node = try #require(nodes(linkId: linkId).first)
    try apply(Change(.set([value]), at: path(to: node), by: .patient, time: VisitForm.now()))
  }
}
