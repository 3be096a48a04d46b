import FHIR
import Testing

@testable import FormFiller

/// Words without a translation are named once for each language and item.
@Suite struct TranslationReviewTests {
  private static let core = ExpressionForm.core

  /// A member with its translations.
  private static func words(_ name: String, _ text: String, _ languages: String...) -> String {
    guard !languages.isEmpty else { return #""\#(name)":"\#(text)""# }
    let translations = languages.map {
      #"{"url":"\#(core)translation","extension":[{"url":"lang","valueCode":"\#($0)"},{"url":"content","valueString":"\#(text) \#($0)"}]}"#
    }
    return
      #""\#(name)":"\#(text)","_\#(name)":{"extension":[\#(translations.joined(separator: ","))]}"#
  }

  private static func findings(_ items: [String], _ members: String = #""language":"en""#) throws
    -> [String]
  {
    let text =
      #"{"resourceType":"Questionnaire",\#(members),"item":[\#(items.joined(separator: ","))]}"#
    return Form(try #require(Questionnaire(JSONDocument(text).root))) { _ in [] }.review()
      .compactMap { problem in
        guard case .review(.missingTranslation(let language, let words)) = problem.kind else {
          return nil
        }
        return "\(problem.linkId ?? "form") \(language): \(words.joined(separator: ", "))"
      }
  }

  private static func item(_ linkId: String, _ members: String...) -> String {
    ExpressionForm.item(linkId, "display", [], members.joined(separator: ","))
  }

  private static let translated = item("a", words("text", "Hello", "es"))

  @Test(
    arguments: [
      ([item("a", words("text", "Hello")), item("b", words("text", "You"))], []),
      ([translated, item("b", words("text", "You", "es"))], []),
      ([translated, item("b", words("text", "You"))], ["b es: the text"]),
      // Signs can be read in every language.
      ([translated, item("b", words("text", "* * *"))], []),
      ([translated, item("b", words("text", "You", "fr"))], ["a fr: the text", "b es: the text"]),
      (
        [translated, item("b", words("text", "You", "es"), words("prefix", "One"))],
        ["b es: the prefix"]
      ),
      // The form's own language needs none.
      ([item("a", words("text", "Hello", "en")), item("b", words("text", "You"))], []),
      // Nobody sees it.
      (
        [
          translated,
          #"{"linkId":"b","type":"string","text":"You","extension":[{"url":"\#(core)questionnaire-hidden","valueBoolean":true}]}"#,
        ], []
      ),
      (
        [
          translated,
          #"""
          {"linkId":"b","type":"choice",\#(words("text", "You", "es")),"extension":[
            {"url":"\#(core)entryFormat","valueString":"One word"},
            {"url":"https://intake.example/fhir/StructureDefinition/why-asked","valueString":"So"},
            \#(ExpressionForm.constraint("rule", "true"))],
          "answerOption":[{"valueCoding":{"code":"y",\#(words("display", "Yes", "es"))}},
            {"valueCoding":{"code":"n","display":"No"}}]}
          """#,
        ],
        ["b es: the entry format, why it is asked, the rule 'rule', the option \"No\""]
      ),
    ] as [([String], [String])])
  func `names what others have`(_ items: [String], _ expected: [String]) throws {
    #expect(try Self.findings(items) == expected)
  }

  @Test func `names the title of the form`() throws {
    let title = #""language":"en",\#(Self.words("title", "My form"))"#
    #expect(try Self.findings([Self.translated], title) == ["form es: the title"])
  }
}
