import FHIR
import Foundation
import Library
import Testing

@testable import FormFiller

/// Holds `Response.issues(in:form:)` to public test data for validators of responses.
@Suite struct ConformanceTests {
  /// Where we differ from the data, with the reason.
  ///
  /// An entry that no longer differs fails.
  static let differences = [
    "choice-async-qr": displayIsIgnored, "choice-gender-coding-async-qr": displayIsIgnored,
    "open-choice-gender-coding-async-qr": displayIsIgnored,
  ]

  private static let displayIsIgnored =
    "codings with the right code and another display are the same here"

  /// As much of the value sets that the data names as its answers need.
  static let concepts = [
    "http://hl7.org/fhir/ValueSet/jurisdiction": ["AU", "BD"].map {
      Coding(system: "urn:iso:std:iso:3166", code: $0)
    },
    "http://hl7.org/fhir/ValueSet/item-type": ["boolean", "string"].map {
      Coding(system: "http://hl7.org/fhir/item-type", code: $0)
    },
  ]

  @Test(
    .enabled(
      if: ConformanceData.isPresent,
      "the public conformance data is not here; set INTAKE_CONFORMANCE to its folder"),
    arguments: ConformanceData.responseValidationCases)
  func `agrees with a public validator`(_ name: String) throws {
    let expected = try #require(ConformanceData.json("response-validation/\(name).expected.json"))
    let questionnaire = try #require(
      ConformanceData.json("response-validation/\(name).questionnaire.json"))
    let source = try #require(ConformanceData.json("response-validation/\(name).response.json"))
    let form = Form(try #require(Questionnaire(questionnaire))) {
      (Self.concepts[$0] ?? []).map { Concept($0) }
    }
    let issues = Response.issues(in: try #require(QuestionnaireResponse(source)), form: form)

    let isValid = !issues.contains { $0.isError }
    let found = issues.map { "\($0.code.rawValue) \($0.linkId ?? "-") \($0.expression)" }.sorted()
    let wanted = (expected["issues"]?.elements ?? []).map { issue in
      let linkId =
        issue["location"]?.elements.first?.string
        .map { $0.dropFirst("linkId='".count).dropLast() } ?? "-"
      let place = issue["expression"]?.elements.first?.string ?? ""
      return "\(issue["code"]?.string ?? "") \(linkId) \(place)"
    }.sorted()
    let agrees = isValid == expected["valid"]?.boolean && found == wanted
    if Self.differences[name] == nil {
      #expect(isValid == expected["valid"]?.boolean)
      #expect(found == wanted)
    } else {
      #expect(!agrees, "the difference is gone; take it from the list")
    }
  }
}

/// The public test data, which lies outside the project.
enum ConformanceData {
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["INTAKE_CONFORMANCE"] {
      return URL(filePath: named)
    }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/conformance")
  }()

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "README.md").path)
  }

  static func json(_ path: String) -> JSONNode? {
    guard let data = try? Data(contentsOf: folder.appending(path: path)) else { return nil }
    return try? JSONDocument([UInt8](data)).root
  }

  /// The names of the cases.
  static var responseValidationCases: [String] {
    let files =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "response-validation").path)) ?? []
    return files.filter { $0.hasSuffix(".expected.json") }.sorted()
      .map { String($0.dropLast(".expected.json".count)) }
  }
}
