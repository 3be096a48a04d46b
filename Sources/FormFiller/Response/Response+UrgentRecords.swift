import FHIR

extension Response {
  /// Records the help pages that are open and have no record yet.
  mutating func recordOpenHelpPages(at time: PartialDateTime?) {
    for node in inFormOrder(Array(nodes.indices.filter { nodes[$0].isEnabled })) {
      let item = form.items[nodes[node].item]
      guard item.helpPage != nil, !urgentRecords.contains(where: { $0.page == item.linkId }) else {
        continue
      }
      recordHelpPage(node, at: time)
    }
  }

  mutating func recordHelpPage(_ node: Int, at time: PartialDateTime?) {
    let item = form.items[nodes[node].item]
    guard let kind = item.helpPage else { return }
    urgentRecords.append(
      UrgentRecord(
        page: item.linkId, kind: kind, label: item.shortText, opened: time,
        answers: answersOpening(node)))
  }

  /// The answers that the conditions of a node, and of what it lies in, look at.
  private func answersOpening(_ node: Int) -> [UrgentRecord.QuotedAnswer] {
    var answers: [UrgentRecord.QuotedAnswer] = []
    var conditional: Int? = node
    while let current = conditional, answers.isEmpty {
      for condition in form.items[nodes[current].item].conditions {
        guard let found = nearestNode(of: condition, to: current),
          !currentValues(of: found).isEmpty
        else { continue }
        let quoted = quotation(of: found)
        if !answers.contains(quoted) { answers.append(quoted) }
      }
      conditional = containers[nodes[current].container].owner
    }
    return answers
  }

  /// Adds what a question is answered with now to the records that an earlier answer to it opened.
  mutating func noteLaterAnswers(to node: Int, at time: PartialDateTime) {
    guard !urgentRecords.isEmpty, form.items[nodes[node].item].isQuestion else { return }
    let quoted = quotation(of: node)
    for index in urgentRecords.indices
    where urgentRecords[index].answers.contains(where: { $0.linkId == quoted.linkId }) {
      urgentRecords[index].laterAnswers.append(
        UrgentRecord.LaterAnswer(time: time, answer: quoted))
    }
  }

  private func quotation(of node: Int) -> UrgentRecord.QuotedAnswer {
    let item = form.items[nodes[node].item]
    let answer =
      switch state(of: NodeID(index: node)) {
      case .notReached, .skipped: "no answer"
      case .declined(.askedUnknown): "does not know"
      case .declined(.askedDeclined): "prefers not to say"
      case .answered(let values): values.map(\.plainText).joined(separator: "; ")
      }
    return UrgentRecord.QuotedAnswer(linkId: item.linkId, question: item.text, answer: answer)
  }
}
