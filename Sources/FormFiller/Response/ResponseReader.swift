import FHIR

/// Reads a QuestionnaireResponse into live answers, and notes what does not fit the form.
struct ResponseReader {
  let source: QuestionnaireResponse
  var response: Response
  var issues: [ResponseIssue] = []
  /// Where nodes stand in what was read, as FHIRPath.
  var nodeExpressions: [Int: String] = [:]
  /// Where rows and answers stand in what was read.
  var entryExpressions: [Int: String] = [:]
  /// The questions that have an answer which could not be read.
  var unreadableNodes: Set<Int> = []

  /// Makes a reader for a response.
  ///
  /// What a draft does not hold has not been reached and begins with its initial value. What a
  /// response that is over does not hold was not answered, and must not seem so.
  init(_ source: QuestionnaireResponse, form: Form, in context: FormContext = FormContext()) {
    self.source = source
    response = Response(
      empty: form, in: context, givesInitialValues: source.status == .inProgress)
  }

  mutating func read() {
    response.origin = source
    read(source.items, into: 0, at: "QuestionnaireResponse")
    response.givesInitialValues = true
    settleCalculations()
    let records = source.node.extensions(.urgentRecord).compactMap { UrgentRecord($0) }
    response.takeUp(records, from: source)
  }

  /// Works out what the form works out, and compares it with what was read.
  ///
  /// A value that a person can change and that differs was put there by a person, and stays (SDC,
  /// calculatedExpression). A score is what the form makes it.
  private mutating func settleCalculations() {
    var stored: [Int: [AnswerValue]] = [:]
    for node in response.nodes.indices where nodeExpressions[node] != nil {
      let item = response.nodes[node].item
      guard response.form.isCalculated(item) else { continue }
      stored[node] = response.answers(of: NodeID(index: node)).map(\.value)
      let hasAnswer = response.isSettled(node)
      response.nodes[node].isEdited = hasAnswer && !response.form.items[item].isReadOnly
    }
    response.settleAll()
    for (node, values) in stored.sorted(by: { $0.key < $1.key }) {
      if response.nodes[node].isEdited {
        response.forgetEditing(of: node, ifSameAs: values)
      } else if response.nodes[node].isEnabled {
        compare(values, at: node)
      }
    }
  }

  private mutating func compare(_ values: [AnswerValue], at node: Int) {
    let current = response.answers(of: NodeID(index: node)).map(\.value)
    guard !values.elementsEqual(current, by: { $0.means($1) }) else { return }
    let isFinished = source.status == .completed || source.status == .amended
    let linkId = response.form.items[response.nodes[node].item].linkId
    note(
      .calculatedValue, isFinished ? .error : .warning, linkId: linkId,
      at: nodeExpressions[node] ?? "QuestionnaireResponse",
      current.isEmpty
        ? "'\(linkId)' cannot be worked out from these answers; it counts as not computed"
        : "'\(linkId)' is worked out anew and differs from what was read")
  }

  mutating func note(
    _ code: IssueCode, _ severity: ResponseIssue.Severity = .fatal, linkId: String,
    at expression: String, _ details: String
  ) {
    issues.append(
      ResponseIssue(
        severity: severity, code: code, linkId: linkId, expression: expression, details: details,
        node: nil))
  }

  // MARK: - Items

  private mutating func read(
    _ items: [QuestionnaireResponseItem], into container: Int, at place: String
  ) {
    var seen: [Int: Int] = [:]
    for (index, item) in items.enumerated() {
      let expression = "\(place).item[\(index)]"
      let linkId = item.linkId ?? ""
      guard let node = response.node(linkId: linkId, in: container) else {
        let isElsewhere = response.form.item(linkId: linkId) != nil
        note(
          .invalidLinkId, linkId: linkId, at: expression,
          isElsewhere
            ? "the form has the linkId '\(linkId)', but not in this place; move the item"
            : "the form has no item with the linkId '\(linkId)'; remove or correct it")
        continue
      }
      let occurrence = seen[node, default: 0]
      seen[node] = occurrence + 1
      if occurrence == 0 { nodeExpressions[node] = expression }
      read(item, into: node, occurrence: occurrence, at: expression)
    }
  }

  private mutating func read(
    _ item: QuestionnaireResponseItem, into node: Int, occurrence: Int, at expression: String
  ) {
    let formItem = response.form.items[response.nodes[node].item]
    switch formItem.type {
    case .group:
      if !item.answers.isEmpty {
        note(
          .groupShouldNotHaveAnswers, .error, linkId: formItem.linkId, at: expression,
          "a group cannot be answered; move the answer to a question in it")
      }
      guard occurrence == 0 || formItem.repeats else {
        note(
          .repeats, .error, linkId: formItem.linkId, at: expression,
          "the group does not repeat; keep one")
        return
      }
      response.nodes[node].state = .answered
      let row =
        occurrence == 0
        ? response.nodes[node].entries[0] : response.addEntry(to: node)
      response.containers[row].original = item.node
      entryExpressions[row] = expression
      read(item.items, into: row, at: expression)
    case .display:
      if !item.answers.isEmpty {
        note(
          .displayAnswer, .error, linkId: formItem.linkId, at: expression,
          "a text cannot be answered; remove the answer")
      }
    case .question:
      note(
        .invalidType, linkId: formItem.linkId, at: expression,
        "the form gives the item the type \"question\", which no item can have")
    default:
      readQuestion(item, formItem, into: node, occurrence: occurrence, at: expression)
    }
  }

  private mutating func readQuestion(
    _ item: QuestionnaireResponseItem, _ formItem: FormItem, into node: Int, occurrence: Int,
    at expression: String
  ) {
    if occurrence == 0 {
      // What was read stands in place of the form's initial values.
      for entry in response.nodes[node].entries { response.retire(entry) }
      response.nodes[node].entries = []
      response.nodes[node].state = .skipped
      response.originalItems[node] = item.node
    }
    for (index, answer) in item.answers.enumerated() {
      let place = "\(expression).answer[\(index)]"
      if let reason = answer.dataAbsentReason, answer.node.choiceMember("value") == nil {
        readAbsence(reason, formItem, of: node, at: place)
      } else {
        readAnswer(answer, formItem, into: node, at: place)
      }
    }
    if !item.items.isEmpty {
      readItemsBesideAnswers(item, formItem, into: node, at: expression)
    }
  }

  private mutating func readAbsence(
    _ reason: DataAbsentReason, _ formItem: FormItem, of node: Int, at expression: String
  ) {
    guard response.nodes[node].entries.isEmpty else {
      note(
        .emptyAnswer, .warning, linkId: formItem.linkId, at: expression,
        "an answer without value stands beside others; it is passed over")
      return
    }
    response.nodes[node].state = reason == .askedUnknown ? .unknown : .declined
  }

  private mutating func readAnswer(
    _ answer: QuestionnaireResponseAnswer, _ formItem: FormItem, into node: Int,
    at expression: String
  ) {
    guard let member = answer.node.choiceMember("value") else {
      unreadableNodes.insert(node)
      note(
        .emptyAnswer, .error, linkId: formItem.linkId, at: expression,
        "the answer has no value; add one or remove the answer")
      return
    }
    guard let kind = member.kind, formItem.answerKinds.contains(kind),
      let value = AnswerValue(kind, member.node)
    else {
      unreadableNodes.insert(node)
      let expected = formItem.answerKinds.map { "value\($0.rawValue)" }.joined(separator: " or ")
      note(
        .invalidAnswerType, linkId: formItem.linkId, at: expression,
        "the item takes \(expected); the answer holds something else")
      return
    }
    let entry = response.addEntry(to: node, value: value)
    response.containers[entry].original = answer.node
    response.nodes[node].state = .answered
    entryExpressions[entry] = expression
    read(answer.items, into: entry, at: expression)
  }

  /// Items that stand beside the answer of their question instead of under it, as some fillers
  /// write them.
  private mutating func readItemsBesideAnswers(
    _ item: QuestionnaireResponseItem, _ formItem: FormItem, into node: Int, at expression: String
  ) {
    note(
      .invalidLinkId, .error, linkId: formItem.linkId, at: expression,
      "items of a question stand under its answer, not beside it; move them there")
    if let entry = response.nodes[node].entries.first {
      read(item.items, into: entry, at: expression)
    }
  }
}

extension Response {
  /// Reads answers, finished or not; items may be missing.
  ///
  /// Nothing that fits the form is lost; what does not fit is named in the issues. What a draft in
  /// progress does not hold begins with its initial value; in any other response it stays without
  /// answer.
  public static func reading(
    _ source: QuestionnaireResponse, form: Form, in context: FormContext = FormContext()
  ) -> (response: Response, issues: [ResponseIssue]) {
    var reader = ResponseReader(source, form: form, in: context)
    reader.read()
    return (reader.response, reader.issues)
  }
}
