/// How many questions of a response stand where, over all that are asked of a person.
///
/// A question in a repeating group counts once for each row.
public struct QuestionCounts: Sendable, Equatable {
  private var counts: [QuestionState: Int] = [:]

  /// How many questions are in this state.
  public subscript(_ state: QuestionState) -> Int { counts[state, default: 0] }

  /// How many questions there are, as far as it is known from the answers so far.
  public var total: Int { counts.values.reduce(0, +) }

  /// How many questions somebody was asked.
  public var asked: Int { QuestionState.allCases.filter(\.wasAsked).map { self[$0] }.reduce(0, +) }

  mutating func count(_ state: QuestionState) { counts[state, default: 0] += 1 }
}
