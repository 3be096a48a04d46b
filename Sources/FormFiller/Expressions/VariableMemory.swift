import FHIRPath

/// The values of variables that were worked out since the last change.
struct VariableMemory: Sendable {
  /// A variable in one place.
  struct Key: Hashable, Sendable {
    let variable: Int
    let place: EvaluationPlace
  }

  private var values: [Key: Result<[FHIRPathValue], ExpressionFailure>] = [:]

  subscript(key: Key) -> Result<[FHIRPathValue], ExpressionFailure>? {
    get { values[key] }
    set { values[key] = newValue }
  }
}

/// What an expression is evaluated on.
enum EvaluationPlace: Hashable, Sendable {
  /// The response as a whole.
  case response
  /// A row of a group.
  case row(Int)
  /// A question, with all its answers.
  case question(Int)
  /// An item that is not one place in the response, such as all rows of a group.
  case nowhere(node: Int)
}
