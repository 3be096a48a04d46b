import FHIR
import FormFiller

/// Looks questions up in a response, as far as a summary may show them.
struct QuestionReader {
  let response: Response
  let status: QuestionnaireResponse.Status
  let disclosure: Disclosure
  /// The linkIds of questions that hold something unreadable.
  let unreadable: Set<String>

  /// Where a question stands.
  func state(of node: NodeID) -> QuestionState {
    switch response.state(of: node) {
    case .answered(let values) where !values.isEmpty: return .answered
    case .declined(.askedUnknown): return .doesNotKnow
    case .declined(.askedDeclined): return .prefersNotToSay
    case .answered, .skipped:
      return unreadable.contains(response.item(of: node).linkId) ? .unreadable : .skipped
    case .notReached:
      return status == .completed || status == .amended ? .noAnswer : .notReached
    }
  }

  /// Whether the item, or what it lies in, is left out.
  func isWithheld(_ item: FormItem) -> Bool {
    response.form.pathToItem(at: item.index).contains {
      disclosure.withholds(response.form.items[$0])
    }
  }

  /// A question without what lies below it.
  func statement(of node: NodeID) -> QuestionEntry {
    let item = response.item(of: node)
    let state = state(of: node)
    let answers = state == .answered ? response.answers(of: node) : []
    return QuestionEntry(
      item, state: state,
      answers: answers.map {
        QuestionEntry.Answer(value: $0.value, text: item.words(for: $0.value), items: [])
      })
  }

  // MARK: - By role

  /// The nodes of the items with a role that are asked and may be shown, in the order of the form.
  func nodes(_ role: SummaryRole) -> [NodeID] {
    response.form.items.filter { $0.has(role) && !isWithheld($0) }
      .flatMap { response.nodes(linkId: $0.linkId) }.filter { response.isEnabled($0) }
  }

  /// The questions with a role that are asked and may be shown, in the order of the form.
  func questions(_ role: SummaryRole) -> [QuestionEntry] {
    nodes(role).filter { response.item(of: $0).isQuestion }.map { statement(of: $0) }
  }

  /// The first question with a role that a person is asked.
  func first(_ role: SummaryRole) -> QuestionEntry? {
    nodes(role).first { node in
      let item = response.item(of: node)
      return item.isQuestion && !item.isHidden
    }
    .map { statement(of: $0) }
  }

  /// The nodes within a row or an answer that are asked, at any depth.
  func nodes(within instance: InstanceID, of node: NodeID) -> [NodeID] {
    response.nodes(in: instance, of: node).filter { response.isEnabled($0) }.flatMap { inner in
      let instances = response.rows(of: inner) + response.answers(of: inner).map(\.id)
      return [inner] + instances.flatMap { nodes(within: $0, of: inner) }
    }
  }
}

extension AnswerValue {
  /// The number, for a value that is one.
  var number: ExactDecimal? {
    switch self {
    case .integer(let value): ExactDecimal(value)
    case .decimal(let value): value
    default: nil
    }
  }
}
