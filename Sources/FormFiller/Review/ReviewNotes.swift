import FHIR

/// What a review has found, before the places in the files are looked up.
struct ReviewNotes {
  private var notes: [(finding: ReviewFinding, node: JSONNode, linkId: String?)] = []

  mutating func add(_ finding: ReviewFinding, at node: JSONNode, linkId: String?) {
    notes.append((finding, node, linkId))
  }

  mutating func add(_ finding: ReviewFinding, at item: FormItem) {
    add(finding, at: item.source.node, linkId: item.linkId)
  }

  /// Finding a place means reading the file up to it, so that all are found together.
  func problems(of questionnaire: Questionnaire) -> [FormProblem] {
    let positions = JSONNode.positions(of: notes.map(\.node))
    return FormProblem.inOrder(
      zip(notes, positions).map { note, position in
        FormProblem(
          severity: .warning, kind: .review(note.finding), linkId: note.linkId,
          file: note.node.fileName, position: position)
      }, firstFile: questionnaire.node.fileName)
  }
}
