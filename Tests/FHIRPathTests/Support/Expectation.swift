import FHIR
import FHIRPath
import Testing

/// An expression and what the specification says it gives.
struct Expectation: Sendable, CustomTestStringConvertible {
  let expression: String
  /// The items as `Expectation.text(of:)` writes them, `{}` for none, or `error` and its phase.
  let result: String

  var testDescription: String { expression }

  /// The instant of `now()`.
  static let now = PartialDateTime("2026-03-01T09:30:15.250+02:00")

  /// Reads a table: a line for a case, `=>` between the expression and its result.
  static func table(_ text: String) -> [Expectation] {
    text.split(separator: "\n").map { line in
      let parts = line.split(separator: " => ", maxSplits: 1).map(trimmed)
      precondition(parts.count == 2, "no => in \(line)")
      return Expectation(expression: parts[0], result: parts[1])
    }
  }

  /// Evaluates the expression and compares what it gives.
  func check(
    on resource: ResourceTree? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = Self.evaluated(expression, on: resource)
    #expect(found == result, "\(expression)", sourceLocation: sourceLocation)
  }

  /// What an expression gives, as text.
  static func evaluated(_ expression: String, on resource: ResourceTree? = nil) -> String {
    do {
      let values = try FHIRPathExpression(expression)
        .evaluate(on: resource?.root, EvaluationOptions(now: now))
      return values.isEmpty ? "{}" : values.map(text).joined(separator: ", ")
    } catch {
      return "error \(error.phase)"
    }
  }

  /// The type of a value and the value, without `System`; for a part of a resource, with `FHIR`.
  private static func text(of value: FHIRPathValue) -> String {
    guard case .node(let node) = value else {
      let type = value.typeName.split(separator: ".").last ?? ""
      let text = value.text ?? ""
      return "\(type) \(text.isEmpty ? "''" : text)"
    }
    return "FHIR.\(node.typeName)" + (node.text.map { " \($0)" } ?? "")
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
  }
}
