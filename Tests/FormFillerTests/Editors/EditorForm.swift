import FHIR
import Library
import Testing

@testable import FormFiller

/// A whole form as an editor writes it.
enum EditorForm {
  /// Compiles a form with the vocabularies that it contains.
  static func form(_ text: String) throws -> Form {
    let library = Library(resources: [])
    let questionnaire = try #require(Questionnaire(JSONDocument(text).root))
    let form = Form(questionnaire, terminology: Terminology(library, for: questionnaire))
    #expect(form.isUsable, "\(form.problems)")
    return form
  }

  /// What of a form cannot be done here, by linkId and kind.
  static func warnings(_ form: Form) -> [String] {
    form.problems.map { "\($0.linkId ?? "-"): \($0.description)" }
  }
}

extension Response {
  /// Completes the response, reads it back and gives its answers as `linkId=value`, in form order.
  func completedAnswers() throws -> [String] {
    #expect(issues().filter(\.isError) == [])
    let document = try document(as: .completed, authored: try #require(Self.noon))
    let source = try #require(QuestionnaireResponse(document.root))
    let (again, issues) = Response.reading(source, form: form, in: context)
    #expect(issues.filter(\.isError) == [])
    return again.answers(in: source.items)
  }

  private func answers(in items: [QuestionnaireResponseItem]) -> [String] {
    items.flatMap { item in
      item.answers.flatMap { answer in
        ["\(item.linkId ?? "")=\(answer.value?.plainText ?? "")"] + answers(in: answer.items)
      } + answers(in: item.items)
    }
  }
}
