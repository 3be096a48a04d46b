import FHIR
import FormFiller
import Testing

@testable import Interview
@testable import Library

/// The questions are asked and the answers understood in the language that was chosen.
@Suite struct TranslationTests {
  static func setting(_ language: String?) -> InterviewSetting {
    var setting = InterviewSetting.test
    setting.language = language.flatMap { LanguageTag($0) }
    return setting
  }

  private func person(_ language: String? = "es") throws -> Interviewee {
    try Interviewee(
      SpanishForm.items, setting: Self.setting(language), start: #""language":"en","#)
  }

  @Test func `translation: text, prefix, section, display, options and hint are shown`() throws {
    let person = try person()
    for text in [
      "Sobre usted", "Siga leyendo.", "Uno. ¿Dónde le duele?", "Elija.", "1  Espalda",
      "2  Rodilla", "3  Cabeza",
    ] {
      #expect(person.page.contains(text), "\(text)")
    }
    for text in ["About you", "Read on.", "A.", "hurt", "Choose.", "Back", "Head"] {
      #expect(!person.page.contains(text), "\(text)")
    }
  }

  @Test(arguments: ["es-MX", "es", "ES-419"])
  func `translation: another region of the language will do`(_ tag: String) throws {
    #expect(try person(tag).page.contains("¿Dónde le duele?"))
  }

  @Test func `translation: help and the reason are shown`() throws {
    var person = try person()
    person.type("?")
    for text in ["Señálelo.", "Para planear."] { #expect(person.page.contains(text)) }
    #expect(!person.page.contains("Point at it.") && !person.page.contains("To plan."))
  }

  @Test(arguments: [
    ("espalda", "b"), ("rodilla", "k"), ("rodi", "k"), ("Back", "b"), ("knee", "k"), ("2", "k"),
  ])
  func `translation: an answer is understood in both languages`(
    _ typed: String, _ code: String
  ) throws {
    var person = try person()
    person.type(typed)
    guard case .coding(let coding)? = person.values("where").first?.first else {
      Issue.record("\(typed) was not understood: \(person.page)")
      return
    }
    #expect(coding.code == code)
    // What is kept is in the words of the form.
    #expect(coding.display == (code == "b" ? "Back" : "Knee"))
    #expect(person.page.contains("Your answer: \(code == "b" ? "Espalda" : "Rodilla")"))
  }

  @Test func `translation: what is missing is asked in the language of the form`() throws {
    var person = try person()
    person.type("2", "skip")
    #expect(person.question == "How old are you?")
    person.type("50")
    #expect(person.question == "¿Algo más?")
  }

  @Test func `translation: words that the form works out are shown as they are worked out`() throws
  {
    let expression =
      #"{"language":"text/fhirpath","expression":"'Hello ' + 'you'"}"#
    let person = try Interviewee(
      #"""
      {"linkId":"a","type":"string","text":"Hello","_text":{"extension":[
        {"url":"\#(SpanishForm.core)cqf-expression","valueExpression":\#(expression)}]}},
      {"linkId":"b","type":"string",\#(SpanishForm.both("text", "More?", "¿Más?"))}
      """#, setting: Self.setting("es"))
    #expect(person.question == "Hello you")
  }

  @Test func `translation: options stay in the language of their question`() throws {
    let option = SpanishForm.option("y", "Often", "A menudo")
    let person = try Interviewee(
      #"""
      {"linkId":"a","type":"choice","text":"Sleep?","answerOption":[\#(option)]},
      {"linkId":"b","type":"string",\#(SpanishForm.both("text", "More?", "¿Más?"))}
      """#, setting: Self.setting("es"))
    #expect(person.question == "Sleep?" && person.page.contains("1  Often"))
  }

  @Test(arguments: ["2 pastillas", "2 tablets", "two pills"])
  func `translation: a unit is shown and understood in both languages`(_ typed: String) throws {
    var person = try person()
    person.type("2", typed)
    #expect(person.page.contains("Your answer: 2 pastillas"))
    let unit = Coding(code: "{tablet}", display: "tablets")
    #expect(person.values("dose") == [[.quantity(Quantity(value: 2, unit: unit))]])
  }

  @Test func `translation: the list of answers is in the language`() throws {
    var person = try person()
    person.type("2 3", "2 pastillas", "review")
    #expect(person.page.contains("Lugar: Rodilla, Cabeza"))
    #expect(person.page.contains("¿Cuánto?: 2 pastillas"))
  }

  @Test func `translation: an error names units in the language`() throws {
    var person = try person()
    person.type("2", "2 spoons")
    #expect(person.page.contains("Error: ") && person.page.contains("pastillas"))
  }

  @Test func `designation: a concept of a value set is called as it is in the language`() throws {
    let listing = try JSONDocument(
      #"{"code":"b","display":"Back","designation":[{"language":"es","value":"Espalda"}]}"#
    ).root
    let concept = Concept(
      Coding(system: "urn:s", code: "b", display: "Back"), designations: ["Espalda"],
      listing: listing)
    let questionnaire = try #require(
      Questionnaire(
        try JSONDocument(
          #"""
          {"resourceType":"Questionnaire","item":[{"linkId":"a","type":"choice",
            \#(SpanishForm.both("text", "Where?", "¿Dónde?")),"answerValueSet":"urn:v"}]}
          """#
        ).root))
    let form = Form(questionnaire) { _ in [concept] }
    var conversation = Conversation(Response(to: form), setting: Self.setting("es"))
    #expect(conversation.begin().completions.map(\.text) == ["Espalda"])
    _ = conversation.receive(line: "espalda")
    let node = try #require(conversation.response.nodes(linkId: "a").first)
    #expect(conversation.response.answers(of: node).map(\.value) == [.coding(concept.coding)])
  }

  // MARK: - :language

  @Test func `language: lists what there is and asks the same question in another`() throws {
    var person = try person(nil)
    #expect(person.page.contains("English, Español: type :language"))
    #expect(person.question == "A. Where does it hurt?")
    person.type(":language")
    #expect(person.page.contains("1  English (chosen)") && person.page.contains("2  Español"))
    person.type("2")
    #expect(person.question == "Uno. ¿Dónde le duele?")
    // What stood before the question could not be read either.
    #expect(person.page.contains("Sobre usted") && person.page.contains("Siga leyendo."))
    #expect(person.page.contains("Español. The words of the program itself stay in English."))
    #expect(person.states("where") == [.notReached])
    person.type(":language en")
    #expect(person.question == "A. Where does it hurt?")
  }

  @Test(arguments: [
    (":language es", true), (":language es-mx", true), (":language Español", true),
    (":language fr", false), (":language 7", false),
  ])
  func `language: can be named at once`(_ line: String, _ isFound: Bool) throws {
    var person = try person(nil)
    person.type(line)
    #expect(person.page.contains("¿Dónde") == isFound)
    #expect(person.page.contains("Error: ") == !isFound)
  }

  @Test func `language: answers and drafts stay, and Enter changes nothing`() throws {
    var person = try person(nil)
    person.type("1 2", "3 spoons", ":language", "")
    #expect(person.question == "How much?")
    person.type("3 tablets", "back", ":language es")
    #expect(person.question == "¿Cuánto?")
    #expect(person.turn.prefill == "3 pastillas")
    person.type("")
    #expect(person.question == "How old are you?")
    #expect(person.values("where").first?.count == 2)
  }

  @Test func `language: a page of help can be read in another language`() throws {
    var person = try Interviewee(
      #"""
      {"linkId":"a","type":"boolean","text":"Harm?"},
      {"linkId":"p","type":"display",\#(SpanishForm.both("text", "Stay here.", "Quédese aquí.")),
       "enableWhen":[{"question":"a","operator":"=","answerBoolean":true}],
       "extension":[{"url":"\#(SpanishForm.own)help-page","valueCode":"crisis"}]},
      {"linkId":"b","type":"boolean","text":"More?"}
      """#)
    person.type("yes")
    #expect(person.page.contains("Stay here."))
    person.type(":language es")
    #expect(person.page.contains("Quédese aquí."))
    person.type("")
    #expect(person.question == "More?")
  }

  @Test func `language: of a form in one language is said`() throws {
    var person = try Interviewee(#"{"linkId":"a","text":"A?","type":"boolean"}"#)
    #expect(!person.page.contains(":language"))
    person.type(":language")
    #expect(person.page.contains("English only"))
    #expect(person.question == "A?")
  }
}
