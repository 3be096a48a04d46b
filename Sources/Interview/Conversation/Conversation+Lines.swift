import FHIR
import FormFiller
import LineEditor

/// Rows that are typed in one line.
extension Conversation {
  /// Whether the rows of a group can be typed in one line.
  func isOneLineRow(_ group: NodeID) -> Bool {
    let item = response.item(of: group)
    return item.isRepeatingGroup && item.source.isOneLineRow
  }

  /// Whether a question is the one that a line for its row answers first.
  func isNameOfLine(_ node: NodeID) -> Bool {
    guard let (group, _) = response.row(of: node), isOneLineRow(group) else { return false }
    return isFirstOfRow(node)
  }

  private func isFirstOfRow(_ node: NodeID) -> Bool {
    guard let (group, row) = response.row(of: node) else { return false }
    return questions(ofRow: row, in: group).first == node
  }

  /// Whether a question begins a row that was opened beside others and holds nothing yet.
  ///
  /// Somebody may have opened it by mistake; Enter alone gives it up.
  func beginsSpareRow(_ node: NodeID) -> Bool {
    guard isFirstOfRow(node), let (group, row) = response.row(of: node) else { return false }
    return response.item(of: group).isRepeatingGroup && response.rows(of: group).count > 1
      && answersText(ofRow: row, in: group) == nil
  }

  /// The questions of a row that a person is asked, open or not, without those of rows within it.
  private func questions(ofRow row: InstanceID, in group: NodeID) -> [NodeID] {
    response.nodes(in: row, of: group).flatMap { node -> [NodeID] in
      let item = response.item(of: node)
      if item.isHidden || item.isReadOnly { return [] }
      if item.isQuestion { return [node] }
      guard item.type == .group, !item.repeats, let only = response.rows(of: node).first else {
        return []
      }
      return questions(ofRow: only, in: node)
    }
  }

  /// Whether a stop is passed over because a line has answered it.
  func isFilledByLine(_ stop: Stop) -> Bool {
    guard case .item(let node) = stop, response.state(of: node).isSettled,
      let (group, row) = response.row(of: node), isOneLineRow(group)
    else { return false }
    return !revisitedRows.contains(row) && questions(ofRow: row, in: group).first != node
  }

  // MARK: - Typing a row

  /// Takes the line that was typed for the next row.
  mutating func receiveNextRow(_ line: String, of group: NodeID) {
    if line.allSatisfy(\.isWhitespace) || saysNone(line) {
      closeRows(of: group)
      return
    }
    addRow(to: group)
    guard case .stop(.item(let node)) = place, isNameOfLine(node) else { return }
    receiveAnswer(line, to: node)
  }

  private func saysNone(_ line: String) -> Bool {
    wording.spoken.none.contains(line.plainWords) || wording.spoken.no.contains(line.plainWords)
  }

  /// Whether a line at the first question of a row says that there is no such row; the row is then
  /// given up.
  mutating func endsRows(_ line: String, at node: NodeID) -> Bool {
    guard let (group, row) = response.row(of: node),
      answersText(ofRow: row, in: group) == nil
    else { return false }
    let isOnlyRow = response.rows(of: group).count == 1
    let ends =
      line.allSatisfy(\.isWhitespace)
      ? beginsSpareRow(node) : isNameOfLine(node) && saysNone(line)
    guard ends, !offersAsOption(line, at: node) else {
      return false
    }
    drafts[node] = nil
    if returns.last == .rows(group: group, row: row) { returns.removeLast() }
    if isOnlyRow {
      // Each of its questions has been put, in one.
      for question in questions(ofRow: row, in: group) where response.isVisible(.item(question)) {
        apply(.clear, to: question)
      }
    } else {
      apply(.removeRow, at: response.path(toRow: row, of: group))
    }
    closeRows(of: group)
    return true
  }

  private func offersAsOption(_ line: String, at node: NodeID) -> Bool {
    !answerReader(for: node).options.named(line).isEmpty
  }

  /// Takes a line as a whole row where the question is the first of one; false when it is an answer
  /// to that question alone.
  mutating func receiveLine(_ line: String, at node: NodeID) -> Bool {
    guard isNameOfLine(node) else { return false }
    let typed = TextSanitizer.sanitized(line).trimmed
    let reader = lineReader(at: node)
    switch reader.read(typed) {
    case .plain: return false
    case .named(let meaning, let line):
      takeRow(named: value(of: meaning, reader), by: line, at: node)
    case .unnamed(let line): takeRow(named: nil, by: line, at: node)
    case .which(let meanings, let keepsTyped):
      drafts[node] = typed
      ask(meanings, keepsTyped, typed, reader, at: node)
    }
    return true
  }

  private func lineReader(at node: NodeID) -> RowLineReader {
    let later = laterQuestions(at: node).map { answerReader(for: $0) }
    return RowLineReader(first: answerReader(for: node), later: later)
  }

  private func laterQuestions(at node: NodeID) -> [NodeID] {
    guard let (group, row) = response.row(of: node) else { return [] }
    return Array(questions(ofRow: row, in: group).drop { $0 != node }.dropFirst())
  }

  private func value(of meaning: OptionMeaning, _ reader: RowLineReader) -> AnswerValue {
    switch meaning {
    case .option(let index, let name): reader.first.value(ofOptionAt: index, named: name)
    case .text(let text): .string(text)
    }
  }

  private mutating func ask(
    _ meanings: [RowLineReading.Meaning], _ keepsTyped: RowLineReading.KeepsTyped,
    _ typed: String, _ reader: RowLineReader, at node: NodeID
  ) {
    let words = words(of: node)
    var candidates: [Candidate] = []
    var lines: [RowLine] = []
    for one in meanings {
      let value = value(of: one.meaning, reader)
      guard words.item.problem(with: value) == nil else { continue }
      candidates.append(Candidate(label: words.explained([value], wording), values: [value]))
      lines.append(one.line)
    }
    if keepsTyped == .offered {
      var line = RowLine(typed)
      line.name = nil
      let name = meanings.first.flatMap(\.line.name).map { line.text($0) } ?? typed
      candidates.append(Candidate(label: wording.asTyped(name), values: [], kind: .asTyped))
      lines.append(line)
    }
    place = .which(WhichQuestion(node: node, candidates: candidates, lines: lines))
  }

  // MARK: - Taking a row

  /// Answers the first question of a row with the name, and those after it with what they understand
  /// of the line.
  ///
  /// - Parameter name: The name that was found, or none where the words that no question understands
  ///   are the name.
  mutating func takeRow(named name: [AnswerValue], by line: RowLine, at node: NodeID) {
    takeRow(named: name.first, by: line, at: node)
  }

  private mutating func takeRow(named name: AnswerValue?, by line: RowLine, at node: NodeID) {
    let reader = lineReader(at: node)
    let later = laterQuestions(at: node)
    var trial = response
    // What is asked can depend on the name; other words behind it make no difference.
    let unclaimed = reader.kept(of: line, besides: reader.understand(line) { _, _ in true })
    let isTried = trial.take(
      [name ?? .string(unclaimed.elsewhere.joined(separator: " "))], at: node, setting)
    let understanding = reader.understand(line) { place, values in
      isTried && trial.take(values, at: later[place], setting)
    }
    let kept = reader.kept(of: line, besides: understanding)
    let value = self.value(named: name, kept, at: node)
    if let problem = response.item(of: node).problem(with: value) {
      drafts[node] = line.words.joined(separator: " ")
      remarks.append(.error(text(for: problem, at: node)))
      return
    }
    if let severe = ruleBreaches(by: .set([value]), at: node).first(where: \.isSevere) {
      drafts[node] = line.words.joined(separator: " ")
      remarks.append(.error(text(for: severe)))
      return
    }
    noteRenaming(to: value, at: node)
    set([(node, [value])] + understanding.answers.map { (later[$0.question], $0.values) })
    echoRow(of: node, isKnown: name != nil)
    moveOn(after: .item(node))
  }

  /// The name with the words that nothing explained.
  private func value(
    named name: AnswerValue?, _ kept: (behindName: String, elsewhere: [String]), at node: NodeID
  ) -> AnswerValue {
    let aside = kept.elsewhere.joined(separator: "; ")
    guard let name else { return .string(kept.elsewhere.joined(separator: " ")) }
    let words = [
      words(of: node).text(of: name, wording), kept.behindName, aside.isEmpty ? "" : "(\(aside))",
    ].filter { !$0.isEmpty }.joined(separator: " ")
    switch name {
    case .coding(var coding) where !kept.behindName.isEmpty || !aside.isEmpty:
      coding.display = words
      return .coding(coding)
    case .string: return .string(words)
    default: return name
    }
  }

  /// Sees to it that what was answered about something else is asked again.
  private mutating func noteRenaming(to value: AnswerValue, at node: NodeID) {
    guard let former = response.answers(of: node).first?.value, !former.means(value),
      let row = response.row(of: node)?.row
    else { return }
    revisitedRows.insert(row)
  }

  /// Makes several answers at once; the first page that ends the conversation is the one shown.
  private mutating func set(_ answers: [(node: NodeID, values: [AnswerValue])]) {
    var endPage: NodeID?
    for (node, values) in answers {
      drafts[node] = nil
      apply(.set(values), to: node)
      endPage = endPage ?? pendingEndPage
    }
    pendingEndPage = endPage
  }

  // MARK: - What is shown

  private mutating func echoRow(of node: NodeID, isKnown: Bool) {
    guard let (group, row) = response.row(of: node),
      let text = lineText(ofRow: row, in: group)
    else { return }
    remarks.append(.note(wording.understoodName(text)))
    if !isKnown, response.item(of: node).isSearched {
      remarks.append(.note(wording.keptThoughNotInList))
    }
  }

  /// The answers of a row in one line, or nil when it has none.
  func lineText(ofRow row: InstanceID, in group: NodeID) -> String? {
    var parts: [String] = []
    var leads: [(lead: String, text: String)] = []
    for (place, node) in questions(ofRow: row, in: group).enumerated() {
      guard response.isEnabled(node), case .answered(let values) = response.state(of: node) else {
        continue
      }
      let words = words(of: node)
      let shown = words.explained(values, wording)
      if let lead = answerReader(for: node).lineLead {
        leads.append((lead, shown))
      } else {
        parts.append(place == 0 ? shown : shown.withoutCapital)
      }
    }
    return parts.isEmpty && leads.isEmpty ? nil : wording.rowText(parts, leads: leads)
  }

  func completions(forNextRowOf group: NodeID) -> [Completion] {
    guard isOneLineRow(group), let row = response.rows(of: group).last,
      let first = questions(ofRow: row, in: group).first
    else { return [] }
    return completions(for: first)
  }
}

extension Response {
  /// Makes an answer where the question is open and the answer fits; false when it is not made.
  fileprivate mutating func take(
    _ values: [AnswerValue], at node: NodeID, _ setting: InterviewSetting
  ) -> Bool {
    let item = item(of: node)
    guard isVisible(.item(node)), values.allSatisfy({ item.problem(with: $0) == nil }) else {
      return false
    }
    let change = Change(
      .set(values), at: path(to: node), by: setting.author, time: setting.now())
    guard !ruleBreaches(causedBy: change).contains(where: \.isSevere) else { return false }
    return (try? apply(change)) != nil
  }
}

extension RuleBreach {
  /// Whether an answer is not taken because of it.
  var isSevere: Bool { preventsCompletion && outcome == .broken }
}
