import FHIR
import Foundation
import Testing

@testable import FHIRPath

/// Part of HL7's FHIRPath suite for R4.
@Suite struct ConformanceTests {
  /// Tests that we do not pass, each with its reason; one that passes fails the list.
  static let reasons: [String: String] = [
    "testPlusDate19": "a tenth of a second is not dropped where milliseconds are known",
    "LowBoundaryDecimal15": "the low boundary -0.00345 to one digit is -0.1, not -0.0",
    "HighBoundaryDecimal16": "the minus is applied to the boundary of 0.0034, which is 0.1",
    "HighBoundaryDateTimeMillisecond3": "the last minute of an hour is 59, not 00",
  ]

  @Test(
    .enabled(
      if: Suite.isPresent,
      "the public conformance data is not here; set INTAKE_CONFORMANCE to its folder"))
  func `agrees with the suite`() throws {
    var failures: [String: String] = [:]
    let cases = try Suite.cases()
    for row in cases {
      if let failure = row.failure() { failures[row.name] = "\(row.expression): \(failure)" }
    }
    for (name, failure) in failures.sorted(by: { $0.key < $1.key })
    where Self.reasons[name] == nil {
      Issue.record("\(name): \(failure)")
    }
    for name in Self.reasons.keys where failures[name] == nil {
      Issue.record("\(name) passes; take it from the list of reasons")
    }
    #expect(cases.count > 600)
  }
}

/// The suite, which lies outside the project.
enum Suite {
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["INTAKE_CONFORMANCE"] {
      return URL(filePath: named).appending(path: "fhirpath-r4")
    }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/conformance/fhirpath-r4")
  }()

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "tests.json").path)
  }

  static func document(_ path: String) throws -> JSONDocument {
    try JSONDocument([UInt8](Data(contentsOf: folder.appending(path: path))))
  }

  static func cases() throws -> [SuiteCase] {
    var trees: [String: ResourceTree] = [:]
    return try document("tests.json").root.children.map { node in
      let input = node["input"]?.string
      if let input, trees[input] == nil {
        trees[input] = ResourceTree(try document("input/\(input)"))
      }
      return SuiteCase(node: node, tree: input.flatMap { trees[$0] })
    }
  }
}

/// One test of the suite.
struct SuiteCase {
  let node: JSONNode
  let tree: ResourceTree?

  var name: String { node["name"]?.string ?? "" }
  var expression: String { node["expression"]?.string ?? "" }

  /// How the result differs from what the suite says, or nil.
  func failure() -> String? {
    let isStrict = node["mode"]?.string == "strict"
    let mustFail = node["invalid"]?.string != nil
    let values: [FHIRPathValue]
    do {
      let expression = try FHIRPathExpression(expression, strictness: isStrict ? .strict : .lenient)
      values = try expression.evaluate(on: tree?.root, options)
    } catch {
      return mustFail ? nil : "\(error)"
    }
    if mustFail { return "gave \(values.map { $0.text ?? $0.typeName }), should be an error" }
    let outputs = node["outputs"]?.elements ?? []
    if node["predicate"]?.boolean == true {
      let truth = values.isEmpty ? "false" : (values[0].boolean == false ? "false" : "true")
      let wanted = outputs.first?["value"]?.string ?? ""
      return truth == wanted ? nil : "is \(truth), should be \(wanted)"
    }
    let found = values.map { Self.literal($0) }
    let wanted = outputs.map { $0["value"]?.string ?? "" }
    let isSame =
      node["ordered"]?.boolean == false ? found.sorted() == wanted.sorted() : found == wanted
    return isSame ? nil : "is \(found), should be \(wanted)"
  }

  private var options: EvaluationOptions {
    EvaluationOptions(
      variables: [
        "sct": [.string("http://snomed.info/sct")], "loinc": [.string("http://loinc.org")],
        "ucum": [.string("http://unitsofmeasure.org")],
        "vs-administrative-gender": [
          .string("http://hl7.org/fhir/ValueSet/administrative-gender")
        ],
        "ext-patient-birthTime": [
          .string("http://hl7.org/fhir/StructureDefinition/patient-birthTime")
        ],
      ],
      now: PartialDateTime("2026-03-01T09:30:00.000Z"))
  }

  private static func literal(_ value: FHIRPathValue) -> String {
    let text = value.text ?? ""
    switch value {
    case .date, .dateTime: return "@\(text)"
    case .time: return "@T\(text)"
    case .node(let node) where ["date", "dateTime", "instant"].contains(node.typeName):
      return "@\(text)"
    case .node(let node) where node.typeName == "time": return "@T\(text)"
    default: return text
    }
  }
}
