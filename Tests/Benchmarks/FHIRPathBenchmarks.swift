import FHIR
import FHIRPath
import Foundation

/// The speed workload for expressions: each compiled once, and read anew each time.
///
/// It lies outside the project, in `../shared/benchmarks` or the folder INTAKE_BENCHMARKS names.
enum FHIRPathBenchmarks {
  static func run(_ table: inout BenchmarkTable) throws {
    let named = ProcessInfo.processInfo.environment["INTAKE_BENCHMARKS"]
    let folder = URL(filePath: named ?? "../shared/benchmarks")
    guard let expressions = try? document("expressions.json", in: folder),
      let response = try? document("phq9-response.json", in: folder)
    else {
      print("skipped: the workload for expressions is not here; set INTAKE_BENCHMARKS")
      return
    }
    let resource = ResourceTree(response).root
    for member in expressions.root.children {
      guard let name = member.name, let text = member.string else { continue }
      let expression = try FHIRPathExpression(text)
      table.note(
        "fhirpath \(name): compiled",
        try microseconds { _ = try expression.evaluate(on: resource) }, unit: "µs")
      table.note(
        "fhirpath \(name): read each time",
        try microseconds { _ = try FHIRPathExpression(text).evaluate(on: resource) }, unit: "µs")
    }
  }

  private static func document(_ name: String, in folder: URL) throws -> JSONDocument {
    try JSONDocument([UInt8](Data(contentsOf: folder.appending(path: name))))
  }

  /// The time of one call in each of several windows.
  static func microseconds(_ body: () throws -> Void) throws -> [Double] {
    let clock = ContinuousClock()
    var windows: [Double] = []
    for _ in 0..<7 {
      var calls = 0
      let start = clock.now
      while clock.now - start < .milliseconds(30) {
        for _ in 0..<20 { try body() }
        calls += 20
      }
      windows.append((clock.now - start) / .microseconds(1) / Double(calls))
    }
    return windows
  }
}
