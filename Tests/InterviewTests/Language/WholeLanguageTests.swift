import FHIR
import FormFiller
import Testing

@testable import Interview

/// An instrument is asked whole in one language or in another, never in both.
@Suite struct WholeLanguageTests {
  /// A question outside, then an instrument of two questions.
  private func person(
    second: String = SpanishForm.both("text", "Sleep?", "¿Sueño?"), marked: Bool = true,
    option: String = SpanishForm.option("n", "Never", "Nunca")
  ) throws -> Interviewee {
    let mark =
      #""extension":[{"url":"\#(SpanishForm.own)whole-language","valueBoolean":\#(marked)}],"#
    return try Interviewee(
      #"""
      {"linkId":"a","type":"boolean",\#(SpanishForm.both("text", "Ready?", "¿Listo?"))},
      {"linkId":"g","type":"group",\#(mark)\#(SpanishForm.both("text", "Test", "Prueba")),"item":[
        {"linkId":"g1","type":"choice",\#(SpanishForm.both("text", "Pain?", "¿Dolor?")),
         "answerOption":[\#(option)]},
        {"linkId":"g2","type":"boolean",\#(second)}]},
      {"linkId":"z","type":"boolean",\#(SpanishForm.both("text", "Done?", "¿Terminó?"))}
      """#, setting: TranslationTests.setting("es"), start: #""language":"en","#)
  }

  @Test func `whole-language: a part with every word is asked in the language`() throws {
    var person = try person()
    #expect(person.question == "¿Listo?")
    person.type("1")
    #expect(person.question == "¿Dolor?" && person.page.contains("Prueba"))
    #expect(!person.page.contains("The next questions are all in"))
  }

  @Test(arguments: [
    (#""text":"Sleep?""#, SpanishForm.option("n", "Never", "Nunca")),
    (
      SpanishForm.both("text", "Sleep?", "¿Sueño?"),
      #"{"valueCoding":{"code":"n","display":"Never"}}"#
    ),
  ])
  func `whole-language: one word missing, and the part is asked as it was written`(
    _ second: String, _ option: String
  ) throws {
    var person = try person(second: second, option: option)
    #expect(person.question == "¿Listo?")
    person.type("1")
    #expect(person.question == "Pain?")
    #expect(person.page.contains("Test") && person.page.contains("1  Never"))
    #expect(person.page.contains("The next questions are all in English"))
    person.type("1")
    #expect(person.question == "Sleep?")
    #expect(!person.page.contains("The next questions are all in"))
    person.type("1")
    #expect(person.question == "¿Terminó?")
  }

  @Test func `whole-language: a part that is not marked is asked question by question`() throws {
    var person = try person(second: #""text":"Sleep?""#, marked: false)
    person.type("1")
    #expect(person.question == "¿Dolor?")
    person.type("1")
    #expect(person.question == "Sleep?" && !person.page.contains("The next questions are all in"))
  }

  @Test func `whole-language: numbers and codes of units need no translation`() throws {
    var person = try Interviewee(
      #"""
      {"linkId":"g","type":"group",\#(SpanishForm.both("text", "Test", "Prueba")),
       "extension":[{"url":"\#(SpanishForm.own)whole-language","valueBoolean":true}],"item":[
        {"linkId":"g1","type":"choice","prefix":"1.",\#(SpanishForm.both("text", "How bad?", "¿Cuánto?")),
         "answerOption":[{"valueInteger":0},{"valueString":"10"}]},
        {"linkId":"g2","type":"quantity",\#(SpanishForm.both("text", "Weight?", "¿Peso?")),
         "extension":[{"url":"\#(SpanishForm.core)questionnaire-unitOption",
           "valueCoding":{"code":"kg","display":"kg"}}]}]}
      """#, setting: TranslationTests.setting("es"))
    #expect(person.question == "1. ¿Cuánto?")
    person.type("b")
    #expect(person.question == "¿Peso?")
  }

  @Test func `whole-language: on the form it holds for all of it`() throws {
    let mark =
      #""language":"en","extension":[{"url":"\#(SpanishForm.own)whole-language","valueBoolean":true}],"#
    let person = try Interviewee(
      SpanishForm.items, setting: TranslationTests.setting("es"), start: mark)
    #expect(person.question == "A. Where does it hurt?")
    #expect(person.page.contains("The next questions are all in English"))
  }

  @Test func `whole-language: a language that the form does not have changes nothing`() throws {
    let person = try Interviewee(
      SpanishForm.items, setting: TranslationTests.setting("fr"), start: #""language":"en","#)
    #expect(person.question == "A. Where does it hurt?")
  }
}
