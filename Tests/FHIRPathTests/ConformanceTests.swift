import FHIR
import FHIRPath
import Foundation
import Testing

/// The public part of HL7's FHIRPath R4 suite; skipped where its files are not at hand.
@Suite(.enabled(if: Conformance.isPresent, "the conformance files are not at hand"))
struct ConformanceTests {
  @Test func everyTestPasses() throws {
    var failures: [String] = []
    var stale: [String] = []
    for test in try Conformance.tests() {
      let problem = Conformance.problem(with: test)
      let isDisputed = Conformance.disputed[test.name] != nil
      if let problem, !isDisputed { failures.append("\(test.name): \(problem)") }
      if problem == nil, isDisputed { stale.append(test.name) }
    }
    #expect(failures.isEmpty, "\(failures.count) fail:\n\(failures.joined(separator: "\n"))")
    #expect(stale.isEmpty, "these pass now; take them off the list: \(stale)")
  }
}

/// The suite's files and how a test is judged.
enum Conformance {
  /// Tests whose expected result contradicts the specification, with the reason.
  static let disputed = [
    "testPlusDate19": "a fraction of a second counts: 0.1 's' later is .100, not .000",
    "LowBoundaryDecimal15": "the least of -0.0034 to one digit is -0.1; -0.0 lies above it",
    "HighBoundaryDecimal16": "the sign binds after the call, so it is -(0.0034.highBoundary(1))",
    "HighBoundaryDateTimeMillisecond3": "the last minute of an hour is 59, not 00",
  ]

  struct Output: Decodable {
    let type: String
    let value: String
  }

  struct Case: Decodable {
    let name: String
    let expression: String
    let input: String?
    let mode: String?
    let predicate: Bool
    let invalid: String?
    let outputs: [Output]
  }

  static let folder: String = {
    let named = ProcessInfo.processInfo.environment["INTAKE_CONFORMANCE"].map { URL(filePath: $0) }
    let project = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let beside = project.deletingLastPathComponent().appending(path: "shared/conformance")
    return (named ?? beside).appending(path: "fhirpath-r4").path
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder + "/tests.json") }

  static func tests() throws -> [Case] {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/tests.json"))
    return try JSONDecoder().decode([Case].self, from: data)
  }

  /// What is wrong with the result of a test, or nil.
  static func problem(with test: Case) -> String? {
    let isStrict = test.mode == "strict"
    do {
      let tree = try test.input.map { name in
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/input/\(name)"))
        return ResourceTree(try JSONDocument([UInt8](data)))
      }
      let expression = try FHIRPathExpression(
        test.expression, isStrict: isStrict, rootType: tree?.root.typeName)
      let now = PartialDateTime("2026-01-02T03:04:05.006+02:00")
      let values = try expression.evaluate(on: tree?.root, EvaluationOptions(now: now))
      if test.invalid != nil { return "no error, but \(values.compactMap(\.text))" }
      let found = values.map { $0.text ?? "(\($0.typeName))" }
      let wanted = test.outputs.map {
        $0.value.hasPrefix("@")
          ? String($0.value.dropFirst($0.value.hasPrefix("@T") ? 2 : 1)) : $0.value
      }
      if test.predicate, let only = wanted.first {
        return "\(!values.isEmpty && values.first?.boolean != false)" == only ? nil : "\(found)"
      }
      return found == wanted ? nil : "\(test.expression) gave \(found), not \(wanted)"
    } catch {
      return test.invalid == nil ? "\(test.expression): \(error)" : nil
    }
  }
}
