import FHIR
import FormFiller
import Foundation
import Library
import Rules

/// The content that the program comes with: the intake, its vocabularies and its rules.
struct ClinicalContent: Sendable {
  let library: Library
  let form: Form
  let rules: RuleBook
  /// Every rule of the library, whether it applies to the form or not.
  let definitions: [PlanDefinition]

  /// The content of the repository, read once.
  static func shared() throws -> ClinicalContent { try read.get() }

  private static let read = Result { try ClinicalContent() }

  private init() throws {
    let folder = ClinicalFile.repository.appending(path: "Questionnaires")
    let library = try Library(
      manifest: [UInt8](Data(contentsOf: folder.appending(path: "library.json")))
    ) { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
    let questionnaire = try library.questionnaire(role: .intake).questionnaire
    self.library = library
    form = Form(questionnaire, terminology: Terminology(library, for: questionnaire))
    definitions = try library.planDefinitions().map(\.definition)
    rules = RuleBook(definitions, for: form)
  }

  /// What comes of one rule for a response; nil where the library has no such rule, or the form does
  /// not ask what it reads.
  func finding(of rule: String, for response: Response) -> Finding? {
    RuleBook(definitions.filter { $0.id == rule }, for: form).findings(for: response).first
  }

  /// A response without answers, on a day.
  func response(on time: PartialDateTime) -> Response {
    Response(to: form, in: FormContext(now: time))
  }
}

/// Something that a test cannot go on with, in words.
struct ClinicalProblem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  /// The morning of a day that is written `2026-04-20`.
  static func morning(of day: String) throws -> PartialDateTime {
    guard let time = PartialDateTime("\(day)T09:30:00Z") else {
      throw ClinicalProblem("'\(day)' is not a day")
    }
    return time
  }
}
