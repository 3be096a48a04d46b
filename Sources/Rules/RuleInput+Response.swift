import FHIR
import FHIRPath
import FormFiller

extension RuleInput {
  /// A question with its answers.
  init(_ node: NodeID, of response: Response) {
    let item = response.item(of: node)
    let answers = response.answers(of: node).map { item.words(for: $0.value) }
    self.init(
      linkId: item.linkId, label: item.shortText, text: item.text, state: .answered,
      answers: answers)
  }

  /// A question without an answer.
  init(_ gap: AnswerGap, of response: Response) {
    let item = gap.node.map { response.item(of: $0) } ?? response.form.items[gap.item]
    let state: State =
      switch gap.reason {
      case .notReached: .notReached
      case .skipped: .skipped
      case .declined: .declined
      case .leftOut: .leftOut
      case .notCalculated: .notCalculated
      }
    self.init(
      linkId: item.linkId, label: item.shortText, text: item.text, state: state, answers: [])
  }

  /// A question of which the person is not sure.
  init(notSureOf item: FormItem) {
    self.init(
      linkId: item.linkId, label: item.shortText, text: item.text, state: .declined, answers: [])
  }

  /// A value that an expression gives, with the question that it answers; nil where it has no words.
  init?(_ value: FHIRPathValue, of response: Response) {
    guard let words = value.words(in: response.form), !words.isEmpty else { return nil }
    let item = value.answeredItem.flatMap { response.form.item(linkId: $0) }
    self.init(
      linkId: item?.linkId ?? "", label: item?.shortText ?? "", text: item?.text ?? "",
      state: .answered, answers: [words])
  }
}

extension FHIRPathValue {
  /// The linkId of the item in the response that holds the value.
  fileprivate var answeredItem: String? {
    guard case .node(let node) = self else { return nil }
    var current: ResourceNode? = node
    while let found = current {
      if found.name == "item" {
        return found.children.first { $0.name == "linkId" }?.text
      }
      current = found.parent
    }
    return nil
  }

  /// The value as it was answered, in words.
  fileprivate func words(in form: Form) -> String? {
    guard case .node(let node) = self, let json = node.json,
      let item = answeredItem.flatMap({ form.item(linkId: $0) })
    else { return text }
    let answer = node.name == "answer" ? json : nil
    let kind = AnswerValue.Kind(
      rawValue: node.typeName.prefix(1).uppercased() + node.typeName.dropFirst())
    let value = answer?.choiceValue("value") ?? kind.flatMap { AnswerValue($0, json) }
    return value.map { item.words(for: $0) } ?? text
  }
}
