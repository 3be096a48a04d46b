import FHIR

/// Words of a line that a question of the row understands as its answer.
struct RowLineClaim: Equatable, Sendable {
  /// The words.
  let words: Range<Int>
  /// The answer.
  let value: AnswerValue
}
