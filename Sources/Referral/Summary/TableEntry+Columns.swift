extension TableEntry {
  /// The questions directly in the rows, in the order of the form, without those that were answered
  /// in no row and asked in none.
  public var columns: [Column] {
    var columns: [Column] = []
    // A question that stands only in a later row has its place after the one before it there.
    for row in rows {
      var place = 0
      for case .question(let entry) in row.items {
        if let known = columns.firstIndex(where: { $0.linkId == entry.linkId }) {
          place = known + 1
        } else {
          columns.insert(Column(linkId: entry.linkId, label: entry.label), at: place)
          place += 1
        }
      }
    }
    return columns.filter { column in
      rows.contains { row in
        row.items.contains { item in
          guard case .question(let entry) = item else { return false }
          return entry.linkId == column.linkId && entry.state.wasAsked
        }
      }
    }
  }
}

extension TableEntry.Row {
  /// The questions of the row, or nil when the row holds more than questions without anything below.
  var plainQuestions: [QuestionEntry]? {
    var questions: [QuestionEntry] = []
    for item in items {
      guard case .question(let entry) = item, entry.answers.allSatisfy(\.items.isEmpty) else {
        return nil
      }
      questions.append(entry)
    }
    return questions
  }
}
