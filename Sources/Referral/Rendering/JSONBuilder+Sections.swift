import FHIR

/// The sections with all answers.
extension JSONBuilder {
  mutating func addSection(_ section: SummarySection) {
    addObject { object in
      switch section.topic {
      case .code(let code): object.addObject("code") { $0.addMembers(of: code) }
      case .group(let linkId): object.add("linkId", linkId)
      case .ungrouped: break
      }
      object.add("title", section.title)
      object.addItems(section.items)
    }
  }

  private mutating func addItems(_ items: [SummaryItem]) {
    addArray("items") { array in
      for item in items {
        array.addObject { object in
          switch item {
          case .question(let entry): object.addMembers(of: entry)
          case .group(let group): object.addMembers(of: group)
          case .table(let table): object.addMembers(of: table)
          case .withheld(let entry): object.addMembers(of: entry)
          }
        }
      }
    }
  }

  private mutating func addMembers(of entry: QuestionEntry) {
    add("kind", "question")
    addHead(entry.linkId, entry.label, entry.text, entry.codes)
    add("type", entry.type.rawValue)
    add("origin", entry.origin.rawValue)
    add("state", entry.state.rawValue)
    if entry.meaning == .no { add("meaning", "no") }
    if !entry.choices.isEmpty {
      addArray("choices") { choices in
        for choice in entry.choices { choices.addObject { $0.add("value", choice) } }
      }
    }
    addAnswers(entry.answers)
  }

  mutating func addAnswers(_ answers: [QuestionEntry.Answer]) {
    addArray("answers") { array in
      for answer in answers {
        array.addObject { object in
          object.add("value", answer.value)
          object.add("text", answer.text)
          if !answer.items.isEmpty { object.addItems(answer.items) }
        }
      }
    }
  }

  private mutating func addMembers(of group: GroupEntry) {
    add("kind", "group")
    addHead(group.linkId, group.label, group.text, group.codes)
    addItems(group.items)
  }

  private mutating func addMembers(of table: TableEntry) {
    add("kind", "table")
    addHead(table.linkId, table.label, table.text, table.codes)
    addArray("columns") { columns in
      for column in table.columns {
        columns.addObject { object in
          object.add("linkId", column.linkId)
          object.add("label", column.label)
        }
      }
    }
    addArray("rows") { rows in
      for row in table.rows {
        rows.addObject { object in
          object.add("number", row.number)
          object.addItems(row.items)
        }
      }
    }
  }

  private mutating func addMembers(of entry: WithheldEntry) {
    add("kind", "withheld")
    add("linkId", entry.linkId)
    add("label", entry.label)
    add("privacy", entry.privacy.rawValue)
  }

  private mutating func addHead(
    _ linkId: String, _ label: String, _ text: String, _ codes: [Coding]
  ) {
    add("linkId", linkId)
    add("label", label)
    add("text", text)
    guard !codes.isEmpty else { return }
    addArray("codes") { array in
      for code in codes { array.addObject { $0.addMembers(of: code) } }
    }
  }
}
