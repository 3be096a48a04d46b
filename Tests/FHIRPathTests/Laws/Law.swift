import FHIR
import Testing

@testable import FHIRPath

/// An expression that is true of any values of its variables.
struct Law: Sendable, CustomTestStringConvertible {
  let text: String

  init(_ text: String) { self.text = text }

  var testDescription: String { text }

  /// Notes where the law does not hold.
  func check(
    _ expression: FHIRPathExpression, _ values: [String: FHIRPathValue],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let variables = values.mapValues { [$0] }
    let found = try expression.evaluate(on: nil, EvaluationOptions(variables: variables))
    guard found.map(\.text) != ["true"] else { return }
    let shown = values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value.text ?? "")" }
    Issue.record(
      "\(text) is \(found.map(\.text)) for \(shown.joined(separator: ", "))",
      sourceLocation: sourceLocation)
  }
}
