import FHIR
import Testing

@testable import FormFiller
@testable import Interview

/// What users of other form engines complain of in what they see, done right.
@Suite struct EngineComplaintTests {
  private static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
  private static let core = "http://hl7.org/fhir/StructureDefinition/"

  @Test func `the error stands as text between the question and its prompt`() throws {
    var person = try Interviewee(#"{"linkId":"n","text":"How many?","type":"integer"}"#)
    person.type("plenty")
    let blocks = person.turn.blocks
    let question = try #require(
      blocks.firstIndex { if case .question = $0 { true } else { false } })
    let error = try #require(blocks.firstIndex { if case .error = $0 { true } else { false } })
    #expect(person.page.contains("How many?"), "the question is asked again with it")
    #expect(error > question || error == blocks.startIndex)
    #expect(person.turn.prefill == "plenty")
    person.type("7")
    #expect(!person.page.contains("Error: "), "it goes with the next answer")
  }

  @Test func `required items that are hidden or disabled do not keep a person from the end`()
    throws
  {
    var person = try Interviewee(
      #"""
      {"linkId":"hidden","text":"Hidden","type":"string","required":true,"readOnly":true,
       "extension":[{"url":"\#(Self.core)questionnaire-hidden","valueBoolean":true},
         {"url":"\#(Self.sdc)calculatedExpression","valueExpression":
           {"language":"text/fhirpath","expression":"'worked out'"}}]},
      {"linkId":"gate","text":"Gate?","type":"boolean"},
      {"linkId":"off","text":"Off?","type":"string","required":true,
       "enableWhen":[{"question":"gate","operator":"=","answerBoolean":true}]}
      """#)
    #expect(person.question == "Gate?")
    person.type("no", "0")
    #expect(person.turn.ending == .completed)
  }

  @Test func `a required group cannot be passed over`() throws {
    var person = try Interviewee(
      #"""
      {"linkId":"g","text":"Group","type":"group","required":true,"item":[
        {"linkId":"q","text":"In it?","type":"string"}]},
      {"linkId":"last","text":"Last?","type":"boolean"}
      """#)
    person.type("skip", "yes", "0")
    #expect(person.turn.ending == nil)
    person.type("words", "0")
    #expect(person.turn.ending == .completed)
  }

  /// A rule of the form, in words.
  private static func rule(_ severity: String, _ expression: String) -> String {
    #"""
    "extension":[{"url":"\#(core)targetConstraint","extension":[
      {"url":"key","valueId":"k"},{"url":"severity","valueCode":"\#(severity)"},
      {"url":"human","valueString":"At most ten."},
      {"url":"expression","valueExpression":
        {"language":"text/fhirpath","expression":"\#(expression)"}}]}]
    """#
  }

  @Test func `an answer that breaks a rule is said and asked again before the end`() throws {
    var person = try Interviewee(
      #"{"linkId":"n","text":"How many?","type":"integer",\#(Self.rule("error", "answer.value <= 10"))}"#
    )
    person.type("12")
    #expect(person.page.contains("Please check: At most ten."))
    person.type("0")
    #expect(person.question == "How many?" && person.turn.ending == nil)
    #expect(person.page.contains("Error: At most ten."))
    person.type("9")
    #expect(!person.page.contains("At most ten."))
    person.type("0")
    #expect(person.turn.ending == .completed)
  }

  @Test func `answers that contradict each other keep the form open on the list`() throws {
    var person = try Interviewee(
      #"""
      {"linkId":"g","text":"Group","type":"group",\#(Self.rule("error", "item.answer.value.sum() <= 10")),
       "item":[{"linkId":"a","text":"First?","type":"integer"},
               {"linkId":"b","text":"Second?","type":"integer"}]}
      """#)
    person.type("6", "7", "0")
    #expect(person.turn.ending == nil)
    #expect(person.page.contains("Error: some answers do not fit together."))
    #expect(person.page.contains("Please check: At most ten."))
    person.type("2", "4", "0")
    #expect(person.turn.ending == .completed)
  }

  @Test func `a rule that only warns is said and does not keep the form open`() throws {
    var person = try Interviewee(
      #"{"linkId":"n","text":"How many?","type":"integer",\#(Self.rule("warning", "answer.value <= 10"))}"#
    )
    person.type("12")
    #expect(person.page.contains("Please check: At most ten."))
    person.type("0")
    #expect(person.turn.ending == .completed)
  }

  @Test func `every question of a chain of conditions is asked, however it is gone through`() throws
  {
    let items = (1...8).map { place in
      let when =
        place == 1
        ? "" : #","enableWhen":[{"question":"q\#(place - 1)","operator":"=","answerBoolean":true}]"#
      return #"{"linkId":"q\#(place)","text":"Question \#(place)?","type":"boolean"\#(when)}"#
    }
    for turnBackAt in 2...8 {
      var person = try Interviewee(items.joined(separator: ","))
      for place in 1...8 {
        #expect(person.question == "Question \(place)?")
        if place == turnBackAt {
          person.type("back", "no", "change \(place - 1)", "yes")
          #expect(person.question == "Question \(place)?")
        }
        person.type("yes")
      }
    }
  }

  @Test func `an answer to a value set is shown in words when a draft is opened`() throws {
    let coding = #"{"system":"urn:s","code":"39065001","display":"Burning"}"#
    let draft = try JSONDocument(
      #"""
      {"resourceType":"QuestionnaireResponse","status":"in-progress","item":[
        {"linkId":"q","answer":[{"valueCoding":{"system":"urn:s","code":"39065001"}}]}]}
      """#
    ).root
    var person = try Interviewee(
      #"""
      {"linkId":"q","text":"Which?","type":"choice","answerOption":[{"valueCoding":\#(coding)}]},
      {"linkId":"last","text":"Last?","type":"boolean"}
      """#, from: draft)
    person.type("review")
    #expect(person.page.contains("Burning"))
    #expect(!person.page.contains("39065001"))
  }
}
