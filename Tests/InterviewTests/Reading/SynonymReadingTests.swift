import FHIR
import Library
import Testing

@testable import FormFiller
@testable import Interview

/// Options of a value set are found by the other words that people use for them.
@Suite struct SynonymReadingTests {
  private static func read(_ line: String) throws -> Reading {
    let text = """
      {"resourceType":"Questionnaire","status":"active","item":[
        {"linkId":"q","text":"Cause?","type":"choice","answerValueSet":"https://example.org/vs"}]}
      """
    let form = Form(try #require(Questionnaire(try JSONDocument(text).root))) { _ in
      [
        Concept(
          Coding(code: "crps", display: "Complex regional pain syndrome"),
          designations: ["RSD", "Reflex sympathetic dystrophy"]),
        Concept(Coding(code: "nerve", display: "Nerve pain"), designations: ["Neuropathy"]),
      ]
    }
    return AnswerReader(item: form.items[0], today: Question.today).read(line)
  }

  @Test(arguments: [
    ("RSD", "crps"), ("rsd", "crps"), ("reflex", "crps"), ("complex", "crps"),
    ("neuropathy", "nerve"), ("2", "nerve"),
  ])
  func `is understood, and said back in the form's words`(_ line: String, _ code: String) throws {
    guard case .values(let values, let understood) = try Self.read(line) else {
      Issue.record("\(line) was not understood")
      return
    }
    #expect(values.map(\.codeText) == [code])
    #expect(understood != nil)
  }
}
