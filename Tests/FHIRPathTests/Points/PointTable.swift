import FHIR
import FHIRPath
import Testing

/// An expression and what the specification says it gives.
struct PointCase: Sendable, CustomTestStringConvertible {
  let expression: String
  /// The items as `PointCase.text(of:)` writes them, `{}` for none, or `error` and its kind.
  let expected: String

  var testDescription: String { expression }

  /// Reads a table: a line for a case, `=>` between the expression and the result.
  static func table(_ text: String) -> [PointCase] {
    text.split(separator: "\n").map { line in
      let parts = line.split(separator: " => ", maxSplits: 1)
      precondition(parts.count == 2, "no => in \(line)")
      return PointCase(
        expression: parts[0].trimmingSpaces, expected: parts[1].trimmingSpaces)
    }
  }

  /// Evaluates the expression and compares.
  func check(
    on resource: ResourceTree? = nil, isStrict: Bool = false,
    with options: EvaluationOptions = EvaluationOptions(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      result(on: resource?.root, isStrict: isStrict, options) == expected,
      sourceLocation: sourceLocation)
  }

  private func result(
    on node: ResourceNode?, isStrict: Bool, _ options: EvaluationOptions
  ) -> String {
    do {
      let program = try FHIRPathExpression(
        expression, isStrict: isStrict, rootType: isStrict ? node?.typeName : nil)
      let values = try program.evaluate(on: node, options)
      return values.isEmpty ? "{}" : values.map(Self.text).joined(separator: ", ")
    } catch {
      // The name of the enumeration's case, without what it holds.
      return "error \(Mirror(reflecting: error.reason).children.first?.label ?? "")"
    }
  }

  /// A System value as FHIRPath writes it; a value of a resource as its type and text.
  static func text(of value: FHIRPathValue) -> String {
    switch value {
    case .node(let node): node.text.map { "\(node.typeName)(\($0))" } ?? node.typeName
    case .string(let text): "'\(text)'"
    case .long: "\(value.text ?? "")L"
    case .date, .dateTime: "@\(value.text ?? "")"
    case .time: "@T\(value.text ?? "")"
    default: value.text ?? value.typeName
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
