/// Why an item is never asked.
public enum NeverAskedReason: Sendable, Equatable {
  /// Two conditions that cannot both be met; texts such as `'pain' > 5`, with the item that has them
  /// where it is another.
  case contradiction(String, String)
  /// A condition that no answer to its question can meet.
  case impossibleAnswer(String)
  /// A condition on a question that is never asked itself.
  case questionNeverAsked(String)
  /// A condition on a question that nobody can answer and nothing works out.
  case questionNeverAnswered(String)
  /// An expression that is never true, whatever is answered.
  case expressionNeverTrue
}

extension NeverAskedReason {
  var text: String {
    switch self {
    case .contradiction(let first, let second): "\(first) and \(second) cannot both hold"
    case .impossibleAnswer(let condition): "no answer that can be given meets \(condition)"
    case .questionNeverAsked(let linkId): "it waits for '\(linkId)', which is never asked"
    case .questionNeverAnswered(let linkId):
      "it waits for '\(linkId)', which is hidden and read-only and which nothing works out"
    case .expressionNeverTrue: "its enableWhenExpression is never true"
    }
  }
}
