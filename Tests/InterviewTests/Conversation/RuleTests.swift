import FHIR
import FormFiller
import Testing

@testable import Interview

/// Rules of the form, and values that it works out, as a person meets them.
@Suite struct RuleTests {
  private static let core = "http://hl7.org/fhir/StructureDefinition/"

  private static func rule(_ text: String, _ words: String, severity: String = "error") -> String {
    #"{"url":"\#(core)targetConstraint","extension":[{"url":"key","valueId":"k"},{"url":"severity","valueCode":"\#(severity)"},{"url":"human","valueString":"\#(words)"},{"url":"expression","valueExpression":{"language":"text/fhirpath","expression":"\#(text)"}}]}"#
  }

  private static func group(_ rules: String) -> String {
    #"""
    {"linkId":"g","type":"group","extension":[\#(rules)],"item":[
      {"linkId":"now","type":"integer","text":"Now?"},
      {"linkId":"worst","type":"integer","text":"Worst?"}]}
    """#
  }

  private static let order =
    "item.where(linkId='worst').answer.value >= item.where(linkId='now').answer.value"

  @Test func `an answer that breaks a rule is refused in the rule's words`() throws {
    var person = try Interviewee(Self.group(Self.rule(Self.order, "Worst is below now.")))
    person.type("4")
    person.type("3")
    #expect(person.page.contains("Error: Worst is below now."))
    #expect(person.page.contains("Worst?"))
    person.type("5")
    #expect(person.page.contains("Check your answers"))
  }

  @Test func `a rule that only warns is told and the answer is kept`() throws {
    var person = try Interviewee(
      Self.group(Self.rule(Self.order, "Worst is below now.", severity: "warning")))
    person.type("4")
    person.type("3")
    #expect(person.page.contains("Worst is below now."))
    #expect(person.page.contains("Check your answers"))
  }

  @Test func `a rule that was not kept all along keeps from finishing, not from answering`() throws
  {
    let all = Self.rule("item.item.answer.count() = 2", "Both are needed.")
    var person = try Interviewee(
      Self.group(Self.rule("true", "never")), start: #""extension":[\#(all)],"#)
    person.type("4")
    #expect(!person.page.contains("Both are needed."))
    person.type("skip")
    person.type("done")
    #expect(person.page.contains("Error: Both are needed."))
  }

  @Test func `a rule that cannot be checked keeps from finishing and says what to do`() throws {
    var person = try Interviewee(
      Self.group(Self.rule("item.where(linkId='now').answer.value > 'x'", "A rule.")))
    person.type("4")
    #expect(person.page.contains("Please tell the staff."))
    #expect(person.values("now") == [[.integer(4)]])
    person.type("5", "done")
    #expect(person.page.contains("Please tell the staff."))
    #expect(person.conversation.place != .ended(.completed))
  }

  @Test func `a calculated value stands in the line and Enter keeps it as such`() throws {
    let sum = #"""
      {"linkId":"a","type":"integer","text":"A?"},
       {"linkId":"twice","type":"integer","text":"Twice?","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%resource.item.where(linkId='a').answer.value * 2"}}]}
      """#
    var person = try Interviewee(sum)
    person.type("4")
    #expect(person.page.contains("We worked this out from your answers."))
    person.type("8")
    let node = try #require(person.conversation.response.nodes(linkId: "twice").first)
    #expect(person.conversation.response.calculation(of: node) == .calculated([.integer(8)]))
    person.type("2")
    person.type("9")
    #expect(person.conversation.response.calculation(of: node) == .edited([.integer(9)]))
  }
}
