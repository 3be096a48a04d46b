import FHIR
import Testing

@testable import FormFiller
@testable import Interview

/// One question after the other: answering, going back, leaving out, help.
@Suite struct QuestionFlowTests {
  static let branch = #"""
    {"linkId":"g","text":"Section","type":"group","item":[
      {"linkId":"any","text":"Any?","type":"boolean"},
      {"linkId":"what","text":"What?","type":"string","required":true,
       "enableWhen":[{"question":"any","operator":"=","answerBoolean":true}]},
      {"linkId":"last","text":"Last?","type":"integer"}]}
    """#

  @Test func `asks what a branch opens and passes what it closes`() throws {
    var person = try Interviewee(Self.branch)
    #expect(person.question == "Any?")
    person.type("1")
    #expect(person.question == "What?")
    person.type("back", "2")
    #expect(person.question == "Last?")
  }

  @Test func `a question that goes on with the words of its group is shown with them`() throws {
    var person = try Interviewee(
      #"""
      {"linkId":"g","text":"Section","type":"group","item":[
        {"linkId":"a","text":"Alone?","type":"boolean"},
        {"linkId":"stem","text":"In the past week, did you ...","type":"group","item":[
          {"linkId":"b","text":"sleep?","type":"boolean"},
          {"linkId":"c","text":"eat?","type":"boolean"}]}]}
      """#)
    #expect(!person.page.contains("In the past week"))
    for question in ["sleep?", "eat?"] {
      person.type("1")
      #expect(person.question == question)
      #expect(person.page.contains("In the past week, did you ..."))
    }
  }

  @Test func `an answer that does not fit is asked again and stands in the line`() throws {
    var person = try Interviewee(Self.branch)
    person.type("2", "plenty")
    #expect(person.question == "Last?")
    #expect(person.turn.prefill == "plenty")
    #expect(person.page.contains("Error: "))
    #expect(person.states("last") == [.notReached])
  }

  @Test func `what is typed behind a rejected text counts alone`() throws {
    var person = try Interviewee(Self.branch)
    person.type("2", "plenty", "plenty7")
    #expect(person.values("last") == [[.integer(7)]])
  }

  @Test func `a mark that does not exist does not get in the way of the next`() throws {
    var person = try Interviewee(Self.branch)
    person.type("maybe")
    #expect(person.turn.prefill == "" && person.page.contains("Error: "))
    person.type("1")
    #expect(person.values("any") == [[.boolean(true)]])
  }

  @Test func `an empty line is no answer`() throws {
    var person = try Interviewee(Self.branch)
    person.type("")
    #expect(person.question == "Any?")
    #expect(person.page.contains("Error: "))
    #expect(person.states("any") == [.notReached])
  }

  @Test func `going back is never blocked by what stands in the line and keeps it`() throws {
    var person = try Interviewee(Self.branch)
    person.type("2")
    person.turn = person.conversation.receiveBack(draft: "not a number")
    #expect(person.question == "Any?")
    person.type("2")
    #expect(person.question == "Last?")
    #expect(person.turn.prefill == "not a number")
  }

  @Test func `Enter keeps an answer that was given before`() throws {
    var person = try Interviewee(Self.branch)
    person.type("1", "back")
    #expect(person.page.contains("Your answer now: Yes"))
    person.type("")
    #expect(person.question == "What?")
    #expect(person.values("any") == [[.boolean(true)]])
  }

  @Test func `a typed answer returns in the line, and a command behind it is a command`() throws {
    var person = try Interviewee(Self.branch)
    person.type("1", "Something", "back")
    #expect(person.turn.prefill == "Something")
    person.type("Somethingskip")
    #expect(person.states("what") == [.skipped])
    #expect(person.question == "Last?")
  }

  @Test(arguments: [
    ("skip", AnswerState.skipped), ("not sure", .declined(.askedUnknown)),
    ("prefer not to say", .declined(.askedDeclined)),
  ])
  func `leaves a question without an answer`(_ line: String, _ state: AnswerState) throws {
    var person = try Interviewee(Self.branch)
    person.type(line)
    #expect(person.states("any") == [state])
    #expect(person.question == "Last?")
  }

  @Test(arguments: [
    ("2", AnswerState.declined(.askedUnknown)), ("3", .declined(.askedDeclined)), ("4", .skipped),
  ])
  func `help offers the same with digits`(_ digit: String, _ state: AnswerState) throws {
    var person = try Interviewee(Self.branch)
    person.type("?")
    #expect(person.page.contains("Help for this question"))
    person.type(digit)
    #expect(person.states("any") == [state])
  }

  @Test func `help comes back to the question, and an answer typed there counts`() throws {
    var person = try Interviewee(Self.branch)
    person.type("?", "")
    #expect(person.question == "Any?")
    person.type("?", "yes")
    #expect(person.values("any") == [[.boolean(true)]])
  }

  @Test(arguments: [("string", ""), ("text", "far too long")])
  func `a line that was cut is said; only long text stays in the line`(
    _ type: String, _ prefill: String
  ) throws {
    var person = try Interviewee(#"{"linkId":"a","text":"A?","type":"\#(type)"}"#)
    person.turn = person.conversation.receiveCutLine(draft: "far too long", limit: 2000)
    #expect(person.page.contains("Error: your answer is too long. Use 2000 letters or less."))
    #expect(person.turn.prefill == prefill)
    #expect(person.states("a") == [.notReached])
  }

  @Test func `the first question has nothing before it`() throws {
    var person = try Interviewee(Self.branch)
    person.type("back")
    #expect(person.question == "Any?")
    #expect(person.page.contains("first question"))
  }

  @Test func `a blank screen shows nothing of the person, and the question comes back`() throws {
    var person = try Interviewee(Self.branch)
    person.type("1", "secret", "back", "hide")
    #expect(person.turn.isHidden)
    #expect(!person.page.contains("secret") && !person.page.contains("What"))
    person.type("")
    #expect(person.question == "What?")
  }

  @Test(arguments: [
    (":why", "Why we ask: Because."), (":progress", "You have answered 1 question."),
    (":language", "English"), ("person", "555 0100"), (":commands", "prefer not to say"),
    (":nonsense", "\":nonsense\" is not a word we know"), ("remove 3", "does not work here"),
  ])
  func `says more and asks the same question again`(_ line: String, _ text: String) throws {
    var person = try Interviewee(
      #"""
      {"linkId":"g","text":"Section","type":"group",
       "extension":[{"url":"https://intake.example/fhir/StructureDefinition/why-asked",
                     "valueString":"Because."}],
       "item":[{"linkId":"a","text":"A?","type":"boolean"},
               {"linkId":"b","text":"B?","type":"boolean"}]}
      """#)
    person.type("1", line)
    #expect(person.page.contains(text))
    #expect(person.question == "B?")
    #expect(person.states("b") == [.notReached])
  }

  @Test func `a list without options takes one answer a line`() throws {
    var person = try Interviewee(
      #"""
      {"linkId":"names","text":"Names?","type":"string","repeats":true},
      {"linkId":"after","text":"After?","type":"boolean"}
      """#)
    person.type("Ana", "Bo", "Cem", "remove 2")
    #expect(person.values("names") == [[.string("Ana"), .string("Cem")]])
    person.type("")
    #expect(person.question == "After?")
  }

  @Test func `files are never taken, which is said first`() throws {
    var person = try Interviewee(
      #"{"linkId":"file","text":"Picture?","type":"attachment"}, {"linkId":"b","text":"B?","type":"boolean"}"#
    )
    #expect(person.page.contains("You cannot give files here"))
    person.type("")
    #expect(person.question == "Picture?")
    person.type("/etc/passwd")
    #expect(person.question == "B?")
    #expect(person.states("file") == [.skipped])
  }

  @Test func `texts before a question are shown once, with the section`() throws {
    var person = try Interviewee(
      #"""
      {"linkId":"g","text":"Section","type":"group","item":[
        {"linkId":"t","text":"Read this.","type":"display"},
        {"linkId":"a","text":"A?","type":"boolean","item":[
          {"linkId":"h","text":"More help.","type":"display","extension":[
            {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
             "valueCodeableConcept":{"coding":[{"code":"help"}]}}]}]},
        {"linkId":"b","text":"B?","type":"boolean"}]}
      """#)
    #expect(person.page.contains("Read this.") && person.page.contains("Section"))
    person.turn = person.conversation.receiveRedraw(draft: "")
    #expect(person.page.contains("Read this."))
    person.type("1")
    // Help under an answered question is not a text of its own.
    #expect(person.question == "B?" && !person.page.contains("More help."))
    person.type("back", "?")
    #expect(person.page.contains("More help.") && !person.page.contains("Read this."))
  }

  @Test func `a number of a long list counts only when the list has been shown`() throws {
    let options = ["Arm", "Leg", "Head", "Neck", "Back", "Hip", "Knee", "Foot", "Hand", "Jaw"]
      .map { place in #"{"valueString":"\#(place)"}"# }.joined(separator: ",")
    var person = try Interviewee(
      #"""
      {"linkId":"where","text":"Where?","type":"choice","answerOption":[\#(options)],
       "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
        "valueCodeableConcept":{"coding":[
          {"system":"http://hl7.org/fhir/questionnaire-item-control","code":"autocomplete"}]}}]},
      {"linkId":"end","text":"End?","type":"boolean"}
      """#)
    #expect(!person.page.contains("Leg"))
    person.type("2")
    #expect(person.question == "Where?" && person.page.contains("Leg"))
    #expect(person.values("where") == [[]])
    person.type("2")
    #expect(person.values("where") == [[.string("Leg")]])
  }
}
