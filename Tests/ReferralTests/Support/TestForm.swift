import FHIR
import FormFiller
import Foundation
import Library
import Rules
import Testing

@testable import Referral

/// Forms and responses for tests.
enum TestForm {
  /// The time of every change.
  static func now() throws -> PartialDateTime {
    try #require(PartialDateTime("2025-06-01T10:00:00+02:00"))
  }

  /// The extension that gives an item a few words.
  static func short(_ text: String) -> String {
    #""extension":[{"url":"\#(ExtensionURL.shortText.rawValue)","valueString":"\#(text)"}]"#
  }

  /// The code that gives an item a role.
  static func role(_ code: String) -> String { Self.code(.role, code) }

  /// A code of one of the summary's code systems.
  static func code(_ system: SummaryCodeSystem, _ code: String, display: String? = nil) -> String {
    let words = display.map { #","display":"\#($0)""# } ?? ""
    return #""code":[{"system":"\#(system.rawValue)","code":"\#(code)"\#(words)}]"#
  }

  /// A form with these items, as JSON.
  static func form(_ items: String, status: String = "active") throws -> Form {
    try form(
      json: """
        {"resourceType":"Questionnaire","url":"https://example.org/q","version":"1","title":"Test",
         "status":"\(status)","item":[\(items)]}
        """)
  }

  /// A form of a whole questionnaire, as JSON.
  static func form(json: String) throws -> Form {
    let document = try JSONDocument(json)
    let questionnaire = try #require(Questionnaire(document.root))
    return Form(
      questionnaire, terminology: Terminology(Library(resources: []), for: questionnaire))
  }

  /// A form with these items, contained resources and vocabularies, all as JSON.
  static func form(
    _ items: String, containing contained: String = "", with vocabularies: String...
  ) throws -> Form {
    let json = """
      {"resourceType":"Questionnaire","url":"https://example.org/q","version":"1","title":"Test",
       "status":"active","contained":[\(contained)],"item":[\(items)]}
      """
    let questionnaire = try #require(Questionnaire(JSONDocument(json).root))
    let library = Library(resources: try vocabularies.map { try JSONDocument($0).root })
    return Form(questionnaire, terminology: Terminology(library, for: questionnaire))
  }

  /// The questionnaire that the program comes with, put together and with its value sets.
  static func intake() throws -> Form { try intakeRead.get() }

  /// The library that the program comes with.
  static func library() throws -> Library { try libraryRead.get() }

  private static let libraryRead = Result {
    let folder = repository.appending(path: "Questionnaires")
    return try Library(manifest: Array(Data(contentsOf: folder.appending(path: "library.json")))) {
      try Array(Data(contentsOf: folder.appending(path: $0)))
    }
  }

  private static let intakeRead = Result {
    let library = try Self.library()
    let questionnaire = try library.questionnaire(role: .intake).questionnaire
    return Form(questionnaire, terminology: Terminology(library, for: questionnaire))
  }

  /// The folder of the repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A context with everything shown.
  static func context(
    disclosure: Disclosure = .everything
  ) throws -> SummaryContext {
    SummaryContext(
      made: try now(), programVersion: "0.1.0", disclosure: disclosure)
  }

  /// What a summary can be told to show.
  static let disclosures: [Disclosure] = [
    .everything, .withoutWithheldByDefault, .withoutSensitive,
  ]

  /// Reads a response.
  static func response(json: String) throws -> QuestionnaireResponse {
    try #require(QuestionnaireResponse(JSONDocument(json).root))
  }
}

extension Response {
  /// Makes a change to the first question with a linkId, or to the one in a row.
  mutating func change(_ linkId: String, row: Int = 0, _ action: Change.Action) throws {
    let nodes = nodes(linkId: linkId)
    let node = try #require(nodes.indices.contains(row) ? nodes[row] : nil)
    try apply(Change(action, at: path(to: node), by: .patient, time: TestForm.now()))
  }

  /// Answers the first question with a linkId, or the one in a row.
  mutating func answer(_ linkId: String, row: Int = 0, _ values: AnswerValue...) throws {
    try change(linkId, row: row, .set(values))
  }

  /// The summary of a response in progress, with everything shown.
  func summary(
    _ status: QuestionnaireResponse.Status = .inProgress,
    disclosure: Disclosure = .everything, rules: RuleBook? = nil
  ) throws -> ReferralSummary {
    ReferralSummary(
      of: self, status: status, context: try TestForm.context(disclosure: disclosure), rules: rules)
  }
}
