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

  @Test func `an answer that a later one makes wrong is asked again before the end`() throws {
    let bound = #"""
      {"url":"\#(Self.core)maxValue","_valueInteger":{"extension":[
        {"url":"\#(Self.core)cqf-expression","valueExpression":{"language":"text/fhirpath",
          "expression":"%resource.item.where(linkId='most').answer.value"}}]}}
      """#
    var person = try Interviewee(
      #"""
      {"linkId":"n","text":"How many?","type":"integer","extension":[\#(bound)]},
      {"linkId":"most","text":"Most?","type":"integer"}
      """#)
    person.type("12", "10", "0")
    #expect(person.question == "How many?" && person.turn.ending == nil)
    #expect(person.page.contains("Error: this answer does not fit any more."))
    person.type("9", "0")
    #expect(person.turn.ending == .completed)
  }

  @Test func `what is needed and nobody can give is said, and the answers are kept`() throws {
    var person = try Interviewee(
      #"""
      {"linkId":"n","text":"How many?","type":"integer"},
      {"linkId":"number","text":"Number","type":"string","required":true,"readOnly":true}
      """#)
    person.type("1", "0")
    #expect(person.turn.ending == nil)
    #expect(person.page.contains("Please tell the staff."))
    person.type("stop", "yes")
    #expect(person.turn.ending == .stopped)
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
