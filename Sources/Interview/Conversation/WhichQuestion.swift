import FormFiller

/// What a person is asked when a typed line could mean several things.
struct WhichQuestion: Equatable {
  /// The question that the line answers.
  let node: NodeID
  /// What it could mean.
  let candidates: [Candidate]
  /// The line that each candidate names a row in, where a whole row was typed.
  var lines: [RowLine] = []

  /// Whether the person can keep what was typed, so that they are not asked again.
  var offersTyped: Bool { candidates.contains { $0.kind == .asTyped } }
}
