import FHIR
import FormFiller

extension Conversation {
  mutating func receiveAnswer(_ line: String, to node: NodeID) {
    let item = response.item(of: node)
    let typed: String
    switch CommandReader(wording: wording).read(line, for: words(of: node)) {
    case .command(let command):
      drafts[node] = nil
      perform(command)
      return
    case .answer(let text): typed = text
    }
    guard item.canBeAnsweredHere else {
      apply(.clear, to: node)
      moveOn(after: .item(node))
      return
    }
    if endsRows(typed, at: node) { return }
    if isNumberOfUnseenList(typed, at: node) {
      performList()
      return
    }
    if typed.allSatisfy(\.isWhitespace) {
      receiveEmptyLine(at: node, item)
      return
    }
    guard !receiveLine(typed, at: node) else { return }
    receive(reading(of: typed, for: node), typed: typed, for: node)
  }

  /// Whether a line is a number on a list that has not been shown: nobody chooses what they do not see.
  private func isNumberOfUnseenList(_ line: String, at node: NodeID) -> Bool {
    let item = response.item(of: node)
    // Of hundreds of names the numbers help nobody.
    guard item.isSearched, item.options.count <= 50, !listed.contains(node) else { return false }
    let words = line.split { $0.isWhitespace || ",;-".contains($0) }
    return !words.isEmpty && words.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
  }

  /// What a line means; where it makes no sense as a whole, what was typed behind the text that
  /// stood in the line counts alone.
  private func reading(of typed: String, for node: NodeID) -> Reading {
    let reader = answerReader(for: node)
    let whole = reader.read(typed)
    guard case .problem = whole, !givenPrefill.isEmpty, typed.hasPrefix(givenPrefill),
      typed != givenPrefill
    else { return whole }
    let rest = reader.read(String(typed.dropFirst(givenPrefill.count)))
    if case .problem = rest { return whole }
    return rest
  }

  func answerReader(for node: NodeID) -> AnswerReader {
    let now = setting.now()
    let words = words(of: node)
    return AnswerReader(
      words, options: options(of: words), today: now.date, utcOffsetMinutes: now.offsetMinutes,
      wording: wording)
  }

  func options(of words: ItemWords) -> OptionList { optionLists.list(for: words, wording) }

  /// What is wrong with an answer, in words.
  func text(for problem: AnswerProblem, at node: NodeID) -> String {
    let words = words(of: node)
    return wording.text(for: problem, item: words.item, in: words.language)
  }

  private mutating func receiveEmptyLine(at node: NodeID, _ item: FormItem) {
    switch response.state(of: node) {
    case .answered, .declined: moveOn(after: .item(node))
    case .notReached, .skipped:
      remarks.append(.error(text(for: .empty, at: node)))
    }
  }

  mutating func receive(_ reading: Reading, typed: String, for node: NodeID) {
    switch reading {
    case .problem(let problem):
      drafts[node] = typed
      remarks.append(.error(text(for: problem, at: node)))
    case .which(let candidates):
      drafts[node] = typed
      place = .which(WhichQuestion(node: node, candidates: candidates))
    case .values(let values, let understood):
      accept(values, for: node, understood: understood, typed: typed)
    }
  }

  /// Takes an answer that was understood.
  ///
  /// - Parameter typed: The line, where nothing was asked back.
  private mutating func accept(
    _ values: [AnswerValue], for node: NodeID, understood: String?, typed: String? = nil
  ) {
    let item = response.item(of: node)
    let isList = item.isAnsweredOneByOne
    let all = isList ? response.answers(of: node).map(\.value) + values : values
    for value in values {
      guard let problem = item.problem(with: value) else { continue }
      remarks.append(.error(text(for: problem, at: node)))
      return
    }
    if let most = item.maxOccurs, all.count > most {
      remarks.append(.error(text(for: .tooManyAnswers(most), at: node)))
      return
    }
    let breaches = ruleBreaches(by: .set(all), at: node)
    // What cannot be checked is no reason to lose an answer; it keeps the form from being finished.
    if let severe = breaches.first(where: \.isSevere) {
      drafts[node] = typed
      remarks.append(.error(text(for: severe)))
      return
    }
    drafts[node] = nil
    apply(.set(all), to: node)
    remarks += breaches.map { .note(text(for: $0)) }
    remarks.append(.note(echo(of: values, at: node, understood: understood)))
    if typed != nil { noteNamesNotInList(values, at: node) }
    if isList {
      place = .stop(.item(node))
      showPendingPages(openedAt: .item(node))
    } else {
      moveOn(after: .item(node))
    }
  }

  // MARK: - Asking back

  mutating func receiveChoice(_ line: String, for question: WhichQuestion) {
    let node = question.node
    let candidates = question.candidates
    switch CommandReader(wording: wording).read(line, for: nil) {
    case .command(.back):
      place = .stop(.item(node))
      return
    case .command(let command):
      place = .stop(.item(node))
      perform(command)
      return
    case .answer(let text):
      place = .stop(.item(node))
      guard let number = wording.number(text),
        1...candidates.count + (question.offersTyped ? 0 : 1) ~= number
      else {
        // Whatever else was typed is taken as a new try.
        receiveAnswer(text, to: node)
        return
      }
      guard number <= candidates.count else { return }
      let chosen = candidates[number - 1]
      if question.lines.isEmpty {
        accept(chosen.values, for: node, understood: chosen.kind == .asTyped ? nil : chosen.label)
      } else {
        takeRow(named: chosen.values, by: question.lines[number - 1], at: node)
      }
    }
  }

  // MARK: - What was understood

  /// What is said back about an answer.
  private func echo(of values: [AnswerValue], at node: NodeID, understood: String?) -> String {
    let words = words(of: node)
    let shown = words.list(values, wording)
    let explained = words.explained(values, wording)
    return explained == shown
      ? wording.understood(understood ?? shown) : wording.understoodName(explained)
  }

  /// Says that a name is kept though it is not in the list.
  private mutating func noteNamesNotInList(_ values: [AnswerValue], at node: NodeID) {
    let item = response.item(of: node)
    let isNew = values.contains { value in
      guard case .string = value else { return false }
      return !item.options.contains { $0.value.means(value) }
    }
    if item.isSearched, isNew { remarks.append(.note(wording.keptThoughNotInList)) }
  }

  // MARK: - Making changes

  /// Makes a change at the person's wish, and notes the pages that it opened.
  mutating func apply(_ action: Change.Action, to node: NodeID) {
    apply(action, at: response.path(to: node))
  }

  @discardableResult
  mutating func apply(_ action: Change.Action, at path: ItemPath) -> ChangeOutcome? {
    let change = Change(action, at: path, by: setting.author, time: setting.now())
    guard let outcome = try? response.apply(change) else {
      remarks.append(.error(wording.couldNotTake))
      return nil
    }
    pendingEndPage = outcome.endPage
    // Help comes whether or not the change could be saved.
    keep(.change(change))
    callStaff(for: outcome.recorded)
    return outcome
  }
}

extension FormItem {
  /// Whether several answers are typed one after the other, rather than chosen from a list.
  var isAnsweredOneByOne: Bool { isRepeatingQuestion && options.isEmpty }

  /// Whether the question can be answered in a terminal.
  var canBeAnsweredHere: Bool { type != .attachment && type != .reference && type != .question }
}
