import FHIR
import FormFiller

@testable import Interview

/// Holds a whole interview as the person of a case: reads the question, types the answer.
struct Patient {
  private(set) var conversation: Conversation
  private(set) var transcript = Transcript()
  /// What went otherwise than the case says.
  private(set) var problems: [String] = []
  private var turn: Turn
  private var lastLine = ""
  private let script: AnswerScript
  private let stopsAt: String?

  /// - Parameter clock: What time it is; nine thirty in the morning where none is given.
  init(
    _ answers: [String: TypedAnswer], on day: String, stopsAt: String? = nil,
    attendance: Attendance = .unattended, defaults: CaseDefaults, in content: ClinicalContent,
    clock: (@Sendable () -> PartialDateTime)? = nil
  ) throws {
    let time = try ClinicalProblem.morning(of: day)
    script = AnswerScript(answers: answers, defaults: defaults)
    self.stopsAt = stopsAt
    var setting = defaults.interviewSetting(at: time)
    if let clock { setting.now = clock }
    setting.attendance = attendance
    conversation = Conversation(content.response(on: time), setting: setting)
    turn = conversation.begin()
  }

  init(_ content: ClinicalCase, defaults: CaseDefaults, in library: ClinicalContent) throws {
    try self.init(
      content.answers, on: content.today, stopsAt: content.stopsAt, defaults: defaults,
      in: library)
  }

  var response: Response { conversation.response }

  /// Types these lines, whatever is asked.
  mutating func type(_ lines: String...) {
    for line in lines {
      transcript.note(turn, about: linkId)
      turn = conversation.receive(line: line)
    }
  }

  /// Answers until a question or page is on the screen.
  mutating func answer(until linkId: String) {
    goOn { $0 == linkId }
    if self.linkId != linkId { problems.append("\(linkId) was never on the screen") }
  }

  /// Answers until the interview ends.
  ///
  /// - Parameter ending: How it is to end; completed, or stopped where the case says so, when nil.
  mutating func answerAll(to ending: Ending? = nil) {
    goOn { _ in false }
    checkEnd(ending ?? (stopsAt == nil ? .completed : .stopped))
  }

  private mutating func goOn(until isThere: (String?) -> Bool) {
    var lines = 0
    while turn.ending == nil, problems.isEmpty, !isThere(linkId) {
      lines += 1
      transcript.note(turn, about: linkId)
      guard let line = nextLine() else { return }
      guard lines < 1000 else {
        problems.append("the interview did not end after \(lines) lines")
        return
      }
      let place = conversation.place
      if case .which = place {} else { lastLine = line }
      turn = conversation.receive(line: line)
      if let error = turn.error, conversation.place == place {
        problems.append("'\(line)' was not understood at \(linkId ?? "\(place)"): \(error)")
      }
    }
    if turn.ending != nil { transcript.note(turn, about: nil) }
  }

  private mutating func checkEnd(_ expected: Ending) {
    guard problems.isEmpty else { return }
    if turn.ending != expected {
      problems.append("the interview ended \(String(describing: turn.ending)), not \(expected)")
    }
    for linkId in script.answers.keys.sorted() where !wasReached(linkId) {
      problems.append("\(linkId) is answered in the case, and was never asked")
    }
  }

  /// What the screen is about.
  private var linkId: String? {
    switch conversation.place {
    case .stop(let stop): response.item(of: stop.node).linkId
    case .helpPage(let node, _), .endPage(let node, _): response.item(of: node).linkId
    default: nil
    }
  }

  private func wasReached(_ linkId: String) -> Bool {
    transcript.asked.contains(linkId)
      || response.form.item(linkId: linkId).map { $0.isRepeatingGroup } == true
        && transcript.asked.contains { $0.hasPrefix(linkId + ".") }
  }

  // MARK: - What is typed

  private mutating func nextLine() -> String? {
    switch conversation.place {
    case .notice, .helpPage, .endPage: return ""
    case .stop(.item(let node)): return line(at: node)
    case .stop(.anotherRow(let group)):
      let linkId = response.item(of: group).linkId
      return response.rows(of: group).count < script.rowCount(of: linkId) ? "yes" : "no"
    case .review: return "done"
    case .stopping: return "yes"
    case .which: return choiceOfWhatWasTyped()
    default:
      problems.append("the interview came to \(conversation.place)")
      return nil
    }
  }

  /// Asked which of several names was meant, the person picks the one that was typed.
  private mutating func choiceOfWhatWasTyped() -> String? {
    let fitting = turn.choices.filter { lastLine.folded.hasPrefix($0.label.folded) }
    if let choice = fitting.max(by: { $0.label.count < $1.label.count }) { return choice.marker }
    let words = turn.choices.map(\.label).joined(separator: " / ")
    problems.append("'\(lastLine)' is asked back: \(words)")
    return nil
  }

  private func line(at node: NodeID) -> String {
    let item = response.item(of: node)
    if item.linkId == stopsAt { return "stop" }
    guard item.canBeAnsweredHere else { return "" }
    let place = response.row(of: node)
    let row = place.flatMap { response.rows(of: $0.group).firstIndex(of: $0.row) }
    let typed = script.typed(
      at: item, in: place.map { response.item(of: $0.group).linkId }, row: row ?? 0)
    return typed.map { text(for: $0, item) }.joined(separator: " ")
  }

  /// A code is typed as the number that stands beside its words, anything else as it is.
  private func text(for typed: String, _ item: FormItem) -> String {
    guard let option = item.options.first(where: { $0.code == typed }) else { return typed }
    let words = item.words(for: option.value)
    return turn.marker(for: words) ?? words
  }
}

extension Turn {
  /// What went wrong, as it was said.
  fileprivate var error: String? {
    for case .error(let text) in blocks { return text }
    return nil
  }
}
