import FHIR
import FormFiller

/// What is wrong with answers that are all there: rules of the form that they break.
extension Conversation {
  /// The rules of the form that the answers break, in words; also those that only warn.
  var brokenRules: [String] {
    response.issues().filter(\.isAboutRule).map { words(ofRule: $0) }
  }

  /// Goes to what keeps the form from being finished although every question is settled.
  ///
  /// - Returns: Whether there is anything.
  mutating func goToCorrection() -> Bool {
    let errors = response.issues().filter(\.isError)
    guard let issue = errors.first else { return false }
    returns = [.review]
    guard let node = issue.node, let stop = correction(at: node) else {
      // Which of several answers is wrong, only the person knows.
      remarks.append(.error(wording.answersDoNotFitTogether))
      returns = []
      return true
    }
    remarks.append(
      .error(
        issue.isAboutRule ? wording.ruleBroken(words(ofRule: issue)) : wording.answerDoesNotFit))
    revisit(stop)
    return true
  }

  /// Where what is wrong at a node can be mended.
  private func correction(at node: NodeID) -> Stop? {
    let another = Stop.anotherRow(node)
    let stop =
      response.item(of: node).isRepeatingGroup && response.isVisible(another)
      ? another : Stop.item(node)
    return isAsked(stop) && response.isVisible(stop) ? stop : nil
  }

  /// The words of a rule in the language that is chosen.
  private func words(ofRule issue: ResponseIssue) -> String {
    let constraints =
      issue.node.map { response.item(of: $0).source.constraints }
      ?? response.form.questionnaire.constraints
    let human = constraints.first { constraint in
      constraint.human.map { issue.details.hasPrefix($0) } ?? false
    }
    return human?.humanWords?.text(in: words.language) ?? human?.human ?? issue.details
  }
}

extension ResponseIssue {
  /// Whether a constraint of the form is not kept, or nobody can tell.
  fileprivate var isAboutRule: Bool { code == .invariant || code == .invariantExecution }
}
