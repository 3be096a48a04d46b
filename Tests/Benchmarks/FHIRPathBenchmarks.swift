import FHIR
import FHIRPath
import Foundation

/// The speed workload for expressions: each compiled once, read anew each time, and only read.
///
/// It lies outside the project, in `../shared/benchmarks` or the folder INTAKE_BENCHMARKS names.
enum FHIRPathBenchmarks {
  static func run() throws {
    let named = ProcessInfo.processInfo.environment["INTAKE_BENCHMARKS"]
    let folder = URL(filePath: named ?? "../shared/benchmarks")
    let expressionFile = folder.appending(path: "expressions.json")
    let responseFile = folder.appending(path: "phq9-response.json")
    guard let expressions = try? document(expressionFile),
      let response = try? document(responseFile)
    else {
      print("skipped: the workload for expressions is not here; set INTAKE_BENCHMARKS")
      return
    }
    let peers = try PeerFigures(expressions: expressionFile, response: responseFile)
    let resource = ResourceTree(response).root
    var table = ExpressionTable()
    for member in expressions.root.children {
      guard let name = member.name, let text = member.string else { continue }
      for way in ExpressionWay.allCases {
        table.note(
          name, way, try perSecond(way, text, on: resource), least: least(name, way, text),
          peers: peers)
      }
    }
    print(table)
  }

  private static func document(_ file: URL) throws -> JSONDocument {
    try JSONDocument([UInt8](Data(contentsOf: file)))
  }

  /// What must be reached on any machine of today.
  private static func least(_ name: String, _ way: ExpressionWay, _ text: String) -> Double? {
    switch way {
    case .compiled:
      ["a1_descendants_where": 60_000, "b1_ext_sum": 200_000, "c1_where_exists": 300_000][name]
    case .readEachTime: nil
    case .parse: 60...100 ~= text.utf8.count ? 200_000 : nil
    }
  }

  // MARK: - Measuring

  private static func perSecond(
    _ way: ExpressionWay, _ text: String, on resource: ResourceNode
  ) throws -> [Double] {
    let expression = try FHIRPathExpression(text)
    return switch way {
    case .compiled: try perSecond { _ = try expression.evaluate(on: resource) }
    case .readEachTime: try perSecond { _ = try FHIRPathExpression(text).evaluate(on: resource) }
    case .parse: try perSecond { _ = try FHIRPathExpression(text) }
    }
  }

  private static func perSecond(_ body: () throws -> Void) throws -> [Double] {
    try microseconds(body).map { 1_000_000 / $0 }
  }

  /// The processor time of one call in each of several windows.
  static func microseconds(_ body: () throws -> Void) throws -> [Double] {
    var windows: [Double] = []
    for _ in 0..<7 {
      var calls = 0
      let start = ProcessorTime.now
      var length = Duration.zero
      while length < .milliseconds(30) {
        for _ in 0..<20 { try body() }
        calls += 20
        length = ProcessorTime.now - start
      }
      windows.append(length / .microseconds(1) / Double(calls))
    }
    return windows
  }
}
