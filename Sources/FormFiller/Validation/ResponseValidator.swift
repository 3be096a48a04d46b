import FHIR

/// Holds a response to every rule of its form.
struct ResponseValidator {
  let response: Response
  var issues: [ResponseIssue] = []
  /// Where nodes, and rows and answers, stand in the JSON that was read, if any was.
  var nodeExpressions: [Int: String] = [:]
  var entryExpressions: [Int: String] = [:]
  /// Questions with an answer that could not be read, which is said already.
  var unreadableNodes: Set<Int> = []
  /// Whether what is not answered yet counts.
  let wantsCompleteness: Bool

  init(_ response: Response, wantsCompleteness: Bool) {
    self.response = response
    self.wantsCompleteness = wantsCompleteness
  }

  mutating func validate() {
    checkConstraints(of: nil, at: .response, node: nil, "QuestionnaireResponse")
    validate(0, at: "QuestionnaireResponse")
  }

  private mutating func note(
    _ code: IssueCode, _ node: Int, at expression: String, _ details: String,
    severity: ResponseIssue.Severity = .error
  ) {
    issues.append(
      ResponseIssue(
        severity: severity, code: code,
        linkId: response.form.items[response.nodes[node].item].linkId, expression: expression,
        details: details, node: NodeID(index: node)))
  }

  private mutating func validate(_ container: Int, at place: String) {
    for node in response.nodes(in: container) {
      let item = response.item(of: NodeID(index: node))
      guard response.nodes[node].isEnabled else {
        noteAnswersOfDisabled(node, place)
        continue
      }
      let expression = nodeExpressions[node] ?? place
      checkCount(of: node, item, at: expression)
      if item.isQuestion {
        checkAnswers(of: node, item, at: expression)
      }
      for place in response.rulePlaces(of: node) {
        var there = expression
        if case .row(let row) = place { there = entryExpressions[row] ?? expression }
        checkConstraints(of: item.index, at: place, node: node, there)
      }
      guard !item.children.isEmpty else { continue }
      for entry in response.nodes[node].entries where response.isActive(entry) {
        validate(entry, at: entryExpressions[entry] ?? expression)
      }
    }
  }

  /// What is disabled may be parked in a draft, but has no place in a completed response.
  private mutating func noteAnswersOfDisabled(_ node: Int, _ place: String) {
    guard wantsCompleteness, let expression = nodeExpressions[node] else { return }
    let item = response.form.items[response.nodes[node].item]
    if item.isQuestion {
      guard response.isSettled(node) else { return }
      note(
        .notEnabled, node, at: expression,
        "'\(item.linkId)' is not asked with these answers; remove its answer")
      return
    }
    for entry in response.nodes[node].entries where !item.children.isEmpty {
      for inside in response.nodes(in: entry) { noteAnswersOfDisabled(inside, place) }
    }
  }

  // MARK: - How many

  private mutating func checkCount(of node: Int, _ item: FormItem, at expression: String) {
    switch response.nodes[node].state {
    case .unknown, .declined: return
    default: break
    }
    let count: Int
    switch item.type {
    case .display: return
    case .group: count = response.nodes[node].entries.filter { response.holdsAnswer($0) }.count
    default:
      count = response.nodes[node].entries.filter { response.containers[$0].value != nil }.count
    }
    if count > 1, !item.repeats {
      note(
        .repeats, node, at: expression,
        "'\(item.linkId)' takes one answer and has \(count); keep one")
    }
    if wantsCompleteness, !unreadableNodes.contains(node) {
      if count == 0, item.isRequired {
        note(.required, node, at: expression, "'\(item.linkId)' has to be answered")
      } else if count < item.minOccurs {
        note(
          .minCount, node, at: expression,
          "'\(item.linkId)' wants at least \(item.minOccurs) answers and has \(count)")
      }
    }
    if let most = item.maxOccurs, count > most {
      note(
        .maxCount, node, at: expression,
        "'\(item.linkId)' takes at most \(most) answers and has \(count)")
    }
  }

  // MARK: - What

  private mutating func checkAnswers(of node: Int, _ item: FormItem, at expression: String) {
    let entries = response.nodes[node].entries
    for entry in entries {
      guard let value = response.containers[entry].value else { continue }
      for issue in item.issues(with: value) {
        let code =
          issue == .option && item.optionsComeFromValueSet ? IssueCode.invalidCoding : issue.code
        note(
          code, node, at: entryExpressions[entry] ?? expression,
          "'\(item.linkId)': \(issue.details)")
      }
    }
    if entries.count > 1, item.options.contains(where: \.isExclusive) {
      let hasExclusive = entries.contains { entry in
        item.options.contains { option in
          option.isExclusive
            && response.containers[entry].value.map { option.value.means($0) } ?? false
        }
      }
      if hasExclusive {
        note(
          .exclusiveAnswerOption, node, at: expression,
          "'\(item.linkId)' has an answer that excludes all others; keep it or the others")
      }
    }
  }
}

extension AnswerIssue {
  /// What is wrong in words for those who work with the data; it quotes no answer.
  var details: String {
    switch self {
    case .type(let expected):
      "the answer is not of type \(expected.map(\.rawValue).joined(separator: " or "))"
    case .option: "the answer is none of the options"
    case .below(let least): "the answer is below \(least.plainText)"
    case .above(let most): "the answer is above \(most.plainText)"
    case .tooShort(let least): "the answer has fewer than \(least) characters"
    case .tooLong(let most): "the answer has more than \(most) characters"
    case .decimalPlaces(let most): "the answer has more than \(most) digits after the point"
    case .pattern(let pattern): "the answer does not match \(pattern)"
    case .unit(let allowed), .unitOutsideValueSet(let allowed):
      "the unit is none of \(allowed.compactMap { $0.code ?? $0.display }.joined(separator: ", "))"
    case .attachmentSize(let most): "the attachment has more than \(most) bytes"
    case .attachmentType(let allowed):
      "the attachment's type is none of \(allowed.joined(separator: ", "))"
    case .reference: "the reference is not well formed"
    case .resourceType(let name): "there is no resource type \(name)"
    case .resourceTypeNotAllowed(let allowed):
      "the reference points to none of \(allowed.joined(separator: ", "))"
    }
  }
}

extension Response {
  /// What is wrong with the answers: every rule of the form, for all that is enabled.
  ///
  /// Empty rows do not count when answers are to be complete: they are not written.
  ///
  /// - Parameter wantsCompleteness: Whether required answers that are missing count.
  public func issues(wantsCompleteness: Bool = true) -> [ResponseIssue] {
    let response = wantsCompleteness ? withoutWhatIsNotCompleted() : self
    var validator = ResponseValidator(response, wantsCompleteness: wantsCompleteness)
    validator.validate()
    return validator.issues
  }

  /// What is wrong with a QuestionnaireResponse as answers to a form, with places in its JSON.
  ///
  /// Before a response is completed, answers may be missing.
  public static func issues(
    in source: QuestionnaireResponse, form: Form, in context: FormContext = FormContext()
  ) -> [ResponseIssue] {
    var reader = ResponseReader(source, form: form, in: context)
    reader.read()
    let isFinished = source.status == .completed || source.status == .amended
    var validator = ResponseValidator(reader.response, wantsCompleteness: isFinished)
    validator.nodeExpressions = reader.nodeExpressions
    validator.entryExpressions = reader.entryExpressions
    validator.unreadableNodes = reader.unreadableNodes
    validator.validate()
    return form.issues(of: source) + reader.issues + validator.issues
  }
}

extension Form {
  /// What is to be said of the questionnaire itself when a response to it is looked at.
  fileprivate func issues(of source: QuestionnaireResponse) -> [ResponseIssue] {
    var issues: [ResponseIssue] = []
    func note(_ code: IssueCode, at expression: String, _ details: String) {
      issues.append(
        ResponseIssue(
          severity: .warning, code: code, linkId: nil, expression: expression, details: details,
          node: nil))
    }
    if questionnaire.status == .draft {
      note(
        .questionnaireDraft, at: "QuestionnaireResponse.questionnaire",
        "the questionnaire is a draft")
    } else if questionnaire.status == .retired {
      note(
        .questionnaireRetired, at: "QuestionnaireResponse.questionnaire",
        "the questionnaire is retired")
    }
    guard let authored = source.authored else { return issues }
    let isEarly = questionnaire.effectiveStart.map { authored.ordering(against: $0) == .ascending }
    let isLate = questionnaire.effectiveEnd.map { authored.ordering(against: $0) == .descending }
    if isEarly ?? false || isLate ?? false {
      note(
        .questionnaireInactive, at: "QuestionnaireResponse.authored",
        "the response was written outside the questionnaire's effective period")
    }
    return issues
  }
}
