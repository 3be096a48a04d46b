import FHIR

/// An expression, read and made ready once, to be evaluated any number of times.
///
///     let expression = try FHIRPathExpression("item.where(linkId = 'pain').answer.value")
///     let values = try expression.evaluate(on: ResourceTree(document).root)
///
/// Immutable: any number of threads may use one at a time.
public struct FHIRPathExpression: Sendable {
  /// The expression as it was written, part by part.
  public let syntax: SyntaxTree
  /// Whether unknown elements are errors.
  public let isStrict: Bool
  let program: Program

  /// Reads an expression.
  ///
  /// - Parameters:
  ///   - isStrict: whether an element that its type does not have is an error, and not empty.
  ///   - rootType: the type that the expression will be evaluated on; with it, strict reading finds
  ///     unknown elements before there is any data.
  /// - Throws: `FHIRPathError` of the syntax or the semantic phase, with its place.
  public init(
    _ text: String, isStrict: Bool = false, rootType: String? = nil,
    limits: SyntaxLimits = .standard
  ) throws(FHIRPathError) {
    syntax = try SyntaxTree(text, limits: limits)
    self.isStrict = isStrict
    program = try Compiler.compile(syntax, isStrict: isStrict)
    if isStrict { try TypeChecker(syntax).check(rootType: rootType) }
  }

  /// The items that the expression gives for a value of a resource.
  ///
  /// - Parameter node: what the expression is evaluated on, its `%context`; nil for nothing.
  /// - Throws: `FHIRPathError` of the execution phase, with its place.
  public func evaluate(
    on node: ResourceNode? = nil, _ options: EvaluationOptions = EvaluationOptions()
  ) throws(FHIRPathError) -> [FHIRPathValue] {
    try Evaluation.values(program, on: node, options)
  }

  /// Whether what the expression gives is true; nil where it is empty.
  ///
  /// One item that is not a Boolean is true, and several are an error.
  public func isTrue(
    on node: ResourceNode? = nil, _ options: EvaluationOptions = EvaluationOptions()
  ) throws(FHIRPathError) -> Bool? {
    try Evaluation.truth(program, on: node, options)
  }
}
