import FHIR

/// A FHIRPath expression made ready to be evaluated any number of times, by any number of threads.
///
///     let expression = try FHIRPathExpression("name.where(use = 'official').family")
///     let names = try expression.evaluate(on: ResourceTree(document).root)
public struct FHIRPathExpression: Sendable {
  /// How strictly names are taken.
  public enum Strictness: Sendable {
    /// An element that a type does not have is empty.
    case lenient
    /// An element that a type does not have is an error.
    case strict
  }

  /// The expression as it was parsed.
  public let syntax: SyntaxTree
  private let program: Program

  /// Reads an expression.
  ///
  /// - Throws: `FHIRPathError` of the phase syntax or semantic.
  public init(_ text: String, strictness: Strictness = .lenient) throws(FHIRPathError) {
    syntax = try SyntaxTree(text)
    program = try Compiler.compile(syntax, isStrict: strictness == .strict)
  }

  /// The items that the expression gives on a node; without one its context is empty.
  ///
  /// - Throws: `FHIRPathError` of the phase execution.
  public func evaluate(
    on node: ResourceNode?, _ options: EvaluationOptions = EvaluationOptions()
  ) throws(FHIRPathError) -> [FHIRPathValue] {
    try Evaluation.values(program, on: node, options)
  }

  /// Whether the expression is true on a node; nil where it is empty.
  ///
  /// - Throws: `FHIRPathError` of the phase execution.
  public func isTrue(
    on node: ResourceNode?, _ options: EvaluationOptions = EvaluationOptions()
  ) throws(FHIRPathError) -> Bool? {
    try Evaluation.truth(program, on: node, options)
  }
}
