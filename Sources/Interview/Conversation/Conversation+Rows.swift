import FHIR
import FormFiller

extension Conversation {
  mutating func receiveAnotherRow(_ line: String, of group: NodeID) {
    switch CommandReader(wording: wording).read(line, for: nil) {
    case .command(let command):
      if command == .skip { closeRows(of: group) } else { perform(command) }
    case .answer(let text):
      switch wording.yesOrNo(text) {
      case true?: addRow(to: group)
      case false?: closeRows(of: group)
      case nil where isOneLineRow(group): receiveNextRow(text, of: group)
      case nil: remarks.append(.error(wording.answerYesOrNo))
      }
    }
  }

  mutating func closeRows(of group: NodeID) {
    settledGroups.insert(group)
    keep(.rowsClosed(response.path(to: group)))
    moveOn(after: .anotherRow(group))
  }

  mutating func addRow(to group: NodeID) {
    // A row that was left blank is used before another is made.
    if let last = response.rows(of: group).last, answersText(ofRow: last, in: group) == nil {
      enterRow(last, of: group)
      return
    }
    guard let row = apply(.addRow, at: response.path(to: group))?.addedRow else { return }
    enterRow(row, of: group)
  }

  mutating func changeRow(_ number: Int, of group: NodeID) {
    guard let row = row(number, of: group) else { return }
    revisitedRows.insert(row)
    enterRow(row, of: group)
  }

  private mutating func enterRow(_ row: InstanceID, of group: NodeID) {
    returns.append(.rows(group: group, row: row))
    guard let first = response.nodes(in: row, of: group).first else { return }
    let stop = Stop.item(first)
    if response.isVisible(stop), isAsked(stop) {
      revisit(stop)
    } else {
      moveOn(after: stop)
    }
  }

  mutating func removeRow(_ number: Int, of group: NodeID) {
    guard let row = row(number, of: group) else { return }
    place = .removal(group: group, row: row)
  }

  private mutating func row(_ number: Int, of group: NodeID) -> InstanceID? {
    let rows = response.rows(of: group)
    guard number >= 1, number <= rows.count else {
      remarks.append(.error(wording.noSuchNumber(number)))
      return nil
    }
    return rows[number - 1]
  }

  mutating func receiveRemoval(_ line: String, of row: InstanceID, in group: NodeID) {
    if case .command(let command) = CommandReader(wording: wording).read(line, for: nil) {
      revisit(.anotherRow(group))
      if command != .back { perform(command) }
      return
    }
    switch wording.yesOrNo(line) {
    case true?:
      apply(.removeRow, at: response.path(toRow: row, of: group))
      remarks.append(.note(wording.rowRemoved))
      revisit(.anotherRow(group))
      showPendingPages(openedAt: .anotherRow(group))
    case false?: revisit(.anotherRow(group))
    case nil: remarks.append(.error(wording.answerYesOrNo))
    }
  }

  // MARK: - What is shown

  func rowBlocks(of group: NodeID) -> [Block] {
    let rows = response.rows(of: group).enumerated().map { index, row in
      Block.Choice(
        marker: String(index + 1),
        label: answersText(ofRow: row, in: group) ?? wording.emptyRow)
    }
    let list: [Block] = [.text(wording.rowsHeading(words(of: group).name)), .choices(rows)]
    let question: [Block] =
      isOneLineRow(group)
      ? [.question(wording.nextRow)]
      : [.question(wording.anotherRow), .choices(yesOrNoChoices(now: nil))]
    return list + question + [.keys(wording.rowKeys(example: rows.count))]
  }

  func removalBlocks(of row: InstanceID, in group: NodeID) -> [Block] {
    let text = answersText(ofRow: row, in: group) ?? wording.emptyRow
    return [.question(wording.removeRow(text)), .choices(yesOrNoChoices(now: nil))]
  }

  /// The first answers of a row, by which it is known, or nil when it has none.
  func answersText(ofRow row: InstanceID, in group: NodeID) -> String? {
    if isOneLineRow(group) { return lineText(ofRow: row, in: group) }
    let answers = answerTexts(ofRow: row, in: group)
    return answers.isEmpty ? nil : answers.prefix(2).joined(separator: ", ")
  }

  func answerTexts(ofRow row: InstanceID, in group: NodeID) -> [String] {
    response.nodes(in: row, of: group).compactMap { node in
      guard response.isEnabled(node), case .answered(let values) = response.state(of: node) else {
        return nil
      }
      return words(of: node).list(values, wording)
    }
  }
}
