import FHIRPath

/// An expression on the answers to a form that is no part of the form itself, read once.
public struct AnswerExpression: Sendable {
  /// The expression.
  public let program: FHIRPathExpression
  /// The variables that it uses, without their percent signs, in the order of the alphabet.
  public let variableNames: [String]
  /// Items whose answers it reads, by linkId.
  public let linkIds: [String]
  /// The value sets that it asks about by their names.
  public let valueSets: [String]
  /// What is likely not meant in it.
  public let lints: [ExpressionLint]
  /// Whether it finds `value` under names such as `valueCoding`, as some forms write it.
  let usesTypedNames: Bool

  /// Reads an expression.
  ///
  /// - Throws: `FHIRPathError` of the syntax or the semantic phase, with its place.
  public init(_ text: String) throws(FHIRPathError) {
    program = try FHIRPathExpression(text)
    let facts = program.facts
    variableNames = facts.variables.sorted()
    linkIds = facts.itemReads.map(\.linkId)
    valueSets = facts.valueSets
    lints = program.lints
    usesTypedNames = lints.contains { $0.kind == .typedChoiceName }
  }
}
