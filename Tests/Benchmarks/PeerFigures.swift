import Foundation
import TerminalTesting

/// Evaluations per second of one engine on one expression; nil where it raises an error.
struct EngineFigures: Decodable {
  /// Read once, then evaluated.
  var compiled: Double?
  /// Read before each evaluation.
  var parseEach: Double?
  /// Read only.
  var parse: Double?

  func figure(_ way: ExpressionWay) -> Double? {
    switch way {
    case .compiled: compiled
    case .readEachTime: parseEach
    case .parse: parse
    }
  }
}

/// What is measured of an expression.
enum ExpressionWay: String, CaseIterable {
  case compiled
  case readEachTime = "read each time"
  case parse = "read only"
}

/// What fhirpathpy does here and now, and what it and fhirpath.js did where both were measured.
///
/// fhirpath.js cannot be run everywhere; fhirpathpy says how fast this machine is, and so what
/// fhirpath.js would do on it.
struct PeerFigures {
  private struct Published: Decodable {
    struct Row: Decodable {
      var python: EngineFigures
      var javascript: EngineFigures
    }

    var rows: [String: Row]
  }

  private struct Measured: Decodable {
    var rows: [String: EngineFigures]
  }

  private static let folder = "Tests/Benchmarks/peers"

  private let published: [String: Published.Row]
  private let measured: [String: EngineFigures]

  /// Runs fhirpathpy with the Python that INTAKE_PEERS names; nil, saying so, without one.
  init?(expressions: URL, response: URL) throws {
    let environment = ProcessInfo.processInfo.environment
    guard let python = environment["INTAKE_PEERS"] else {
      print("skipped: fhirpathpy; set INTAKE_PEERS to a Python that has it")
      return nil
    }
    guard
      let run = try? PipedProcess(
        executable: python,
        arguments: ["\(Self.folder)/fhirpathpy_peer.py", expressions.path, response.path],
        environment: environment, input: .bytes([]))
    else {
      print("skipped: fhirpathpy; \(python) of INTAKE_PEERS cannot be run")
      return nil
    }
    guard run.status == .exited(0) else {
      print("skipped: fhirpathpy; \(python) failed:\n\(run.errors)")
      return nil
    }
    let decoder = JSONDecoder()
    measured = try decoder.decode(Measured.self, from: Data(run.output.utf8)).rows
    let file = URL(filePath: "\(Self.folder)/published.json")
    published = try decoder.decode(Published.self, from: Data(contentsOf: file)).rows
  }

  /// Times per second that fhirpathpy does it here.
  func measured(_ name: String, _ way: ExpressionWay) -> Double? {
    measured[name]?.figure(way)
  }

  /// Ten times what fhirpath.js would do per second here; nil where it was not measured.
  func bar(_ name: String, _ way: ExpressionWay) -> Double? {
    guard let javascript = published[name]?.javascript.figure(way),
      let scale = scale(name, way) ?? usualScale(way)
    else { return nil }
    return 10 * javascript * scale
  }

  /// How much faster this machine runs an expression than the one of the published figures.
  private func scale(_ name: String, _ way: ExpressionWay) -> Double? {
    guard let here = measured(name, way), let there = published[name]?.python.figure(way) else {
      return nil
    }
    return here / there
  }

  /// The median over all expressions, for one that fhirpathpy cannot evaluate.
  private func usualScale(_ way: ExpressionWay) -> Double? {
    let scales = published.keys.compactMap { scale($0, way) }.sorted()
    return scales.isEmpty ? nil : scales[scales.count / 2]
  }
}
