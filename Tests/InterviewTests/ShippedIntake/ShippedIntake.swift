import FHIR
import Foundation
import Library

@testable import FormFiller

/// The intake of this package, with its vocabularies.
enum ShippedIntake {
  static let library = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Questionnaires")
    return try Library(
      manifest: [UInt8](Data(contentsOf: folder.appending(path: "library.json")))
    ) { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
  }

  static let form = Result { try form(role: .intake) }

  /// A form of the library with the concepts that can be chosen.
  static func form(role: Role) throws -> Form {
    let library = try library.get()
    let questionnaire = try library.questionnaire(role: role).questionnaire
    return Form(questionnaire, terminology: Terminology(library, for: questionnaire))
  }
}
