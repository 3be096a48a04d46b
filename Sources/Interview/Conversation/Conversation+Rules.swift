import FHIR
import FormFiller

extension Conversation {
  /// The rules of the form that an answer would break, and that are kept without it.
  func ruleBreaches(by action: Change.Action, at node: NodeID) -> [RuleBreach] {
    response.ruleBreaches(
      causedBy: Change(
        action, at: response.path(to: node), by: setting.author, time: setting.now()))
  }

  /// The words of a rule that is not kept.
  func text(for breach: RuleBreach) -> String {
    let rule = breach.rule.humanWords?.text(in: words.language).onOneLine ?? ""
    switch breach.outcome {
    case .broken: return rule.isEmpty ? wording.answersDoNotFit : wording.brokenRule(rule)
    case .unknown: return wording.ruleCannotBeChecked(rule)
    }
  }

  /// Goes where a rule that keeps the form from being finished can be mended; false when there is
  /// none.
  mutating func revisitBrokenRule() -> Bool {
    guard let breach = response.ruleBreaches().first(where: \.preventsCompletion) else {
      return false
    }
    remarks.append(.error(text(for: breach)))
    // What concerns the whole is mended from the list of answers.
    if let question = breach.node.flatMap({ firstQuestion(in: $0, of: breach) }) {
      change(question)
    }
    return true
  }

  /// Goes to an answer that was taken and does not fit any more, or that nobody can give; false when
  /// there is none.
  mutating func revisitInvalidAnswer() -> Bool {
    guard let issue = response.issues().first(where: \.isError) else { return false }
    if let node = issue.node, response.item(of: node).isQuestion, isAsked(.item(node)) {
      remarks.append(.error(wording.answerDoesNotFit))
      change(node)
    } else {
      remarks.append(.error(wording.ruleCannotBeChecked("")))
    }
    return true
  }

  private func firstQuestion(in node: NodeID, of breach: RuleBreach) -> NodeID? {
    if response.item(of: node).isQuestion { return node }
    let inside = response.row(of: breach).map { response.nodes(in: $0, of: node) } ?? []
    return inside.first { response.item(of: $0).isQuestion && response.isVisible(.item($0)) }
  }
}
