import FHIR
import FHIRPath

/// Finds items that are never asked, as far as it can be shown.
///
/// Each item is given what has to hold wherever it is asked: its conditions where all count, those of
/// what it lies in, and those under which the questions are asked that it waits for. When no answers
/// meet all of that, it is never asked. Leaving something out only means that less is found.
struct ReachReview {
  private let form: Form
  /// What has to hold for each item.
  private var facts: [[ConditionFact]]
  private var isNeverAsked: [Bool]

  /// Enough for any form that is made by hand; long chains of conditions stay cheap.
  private static let mostFacts = 64

  init(_ form: Form) {
    self.form = form
    facts = form.items.map { _ in [] }
    isNeverAsked = form.items.map { _ in false }
  }

  mutating func run(_ notes: inout ReviewNotes) {
    // Conditions mean the first of several items with one linkId, which is hardly what is meant.
    guard !form.hasDuplicateLinkIds else { return }
    let order = form.items.indices.sorted { form.items[$0].rank < form.items[$1].rank }
    for index in order { review(index, &notes) }
  }

  private mutating func review(_ index: Int, _ notes: inout ReviewNotes) {
    let item = form.items[index]
    guard !(item.parent.map { isNeverAsked[$0] } ?? false) else {
      isNeverAsked[index] = true
      return
    }
    var inherited = item.parent.map { facts[$0] } ?? []
    var reasons: [NeverAskedReason] = []
    if let parent = item.parent, form.items[parent].isQuestion {
      inherited.append(ConditionFact(answerTo: parent, for: index))
      if isNeverAnswered(parent) {
        reasons.append(.questionNeverAnswered(form.items[parent].linkId))
      }
    }
    facts[index] = inherited
    switch constantTruth(ofConditionOf: index) {
    case false?: reasons.append(.expressionNeverTrue)
    case true?: notes.add(.alwaysAsked, at: item)
    case nil: break
    }
    if item.behavior == .any, item.conditions.count > 1 {
      reasons += reviewAlternatives(of: item, &notes)
    } else {
      reasons += reviewAll(of: item)
    }
    guard !reasons.isEmpty else { return }
    isNeverAsked[index] = true
    notes.add(.neverAsked(reasons), at: item)
  }

  /// Why conditions that all count cannot be met.
  private mutating func reviewAll(of item: FormItem) -> [NeverAskedReason] {
    var gathered = facts[item.index]
    for condition in item.conditions {
      switch judge(condition, of: item) {
      case .unknown: break
      case .never(let reason): return [reason]
      case .needs(let needed): gathered += needed
      }
    }
    if let reason = conflict(among: gathered, seenFrom: item.index) { return [reason] }
    facts[item.index] = Array(gathered.suffix(Self.mostFacts))
    return []
  }

  /// Why none of several conditions can be met of which any counts.
  private func reviewAlternatives(
    of item: FormItem, _ notes: inout ReviewNotes
  ) -> [NeverAskedReason] {
    var reasons: [NeverAskedReason] = []
    for condition in item.conditions {
      switch judge(condition, of: item) {
      case .unknown: break
      case .never(let reason): reasons.append(reason)
      case .needs(let needed):
        if let reason = conflict(among: facts[item.index] + needed, seenFrom: item.index) {
          reasons.append(reason)
        }
      }
    }
    if reasons.count == item.conditions.count { return reasons.withoutRepeats }
    if !reasons.isEmpty {
      notes.add(.conditionsNeverMet(reasons.withoutRepeats), at: item)
    } else if leaveNothingOut(item.conditions) {
      notes.add(.alwaysAsked, at: item)
    }
    return []
  }

  /// Whether one condition wants an answer and another none, to the same question.
  private func leaveNothingOut(_ conditions: [FormItem.Condition]) -> Bool {
    let existence = conditions.filter { $0.comparison == .exists && $0.question != nil }
    return existence.contains { first in
      existence.contains { $0.question == first.question && $0.value != first.value }
    }
  }

  // MARK: - One condition

  private enum Judgement {
    /// Nothing can be said.
    case unknown
    case never(NeverAskedReason)
    /// It can be met only where these hold.
    case needs([ConditionFact])
  }

  private func judge(_ condition: FormItem.Condition, of item: FormItem) -> Judgement {
    guard let index = condition.question, !isAmongProblems(condition) else { return .unknown }
    let question = form.items[index]
    var fact = ConditionFact(condition, on: index, of: item.index)
    fact.isOfWholeNumbers = question.type == .integer
    if fact.wantsNoAnswer { return .needs([fact]) }
    if isNeverAsked[index] { return .never(.questionNeverAsked(question.linkId)) }
    if isNeverAnswered(index) { return .never(.questionNeverAnswered(question.linkId)) }
    return .needs([fact] + facts[index].filter { isSingle($0.question) })
  }

  /// Whether the form's problems say already that a condition cannot be met: it waits for a code
  /// that is not on offer, or for an order among values that have none.
  private func isAmongProblems(_ condition: FormItem.Condition) -> Bool {
    switch (condition.comparison, condition.value.kind) {
    case (.exists, _), (.differs, _): return false
    case (.equals, .coding):
      let options = condition.question.map { form.items[$0].options } ?? []
      return !options.isEmpty && !options.contains { $0.value.means(condition.value) }
    case (.equals, _): return false
    case (_, .boolean), (_, .coding), (_, .attachment), (_, .reference): return true
    default: return false
    }
  }

  /// Whether there is one instance of a question at most, so that whatever is said of it is said of
  /// the same answer.
  private func isSingle(_ question: Int) -> Bool {
    form.pathToItem(at: question).allSatisfy { !form.items[$0].repeats }
  }

  /// Whether a person cannot answer and nothing else does.
  private func isNeverAnswered(_ index: Int) -> Bool {
    let question = form.items[index]
    let worked = form.expressions[index]
    return question.isHidden && question.isReadOnly && question.source.initialValues.isEmpty
      && !question.options.contains(where: \.isInitiallySelected)
      && worked?.calculation == nil && worked?.initialValue == nil && worked?.readOnly == nil
      && !form.isFilledFromElsewhere(index)
  }

  // MARK: - Conditions together

  /// Why facts cannot hold together, or nil when they may.
  private func conflict(
    among facts: [ConditionFact], seenFrom holder: Int
  ) -> NeverAskedReason? {
    for (question, facts) in Dictionary(grouping: facts, by: \.question).sorted(by: {
      $0.key < $1.key
    }) {
      if let reason = conflict(among: facts, on: form.items[question], seenFrom: holder) {
        return reason
      }
    }
    return nil
  }

  private func conflict(
    among facts: [ConditionFact], on question: FormItem, seenFrom holder: Int
  ) -> NeverAskedReason? {
    let values = facts.filter { $0.comparison != .exists }
    for fact in values where !isPossible(fact, question) {
      return .impossibleAnswer(text(fact, seenFrom: holder))
    }
    for (place, fact) in facts.enumerated() {
      for other in facts.dropFirst(place + 1) {
        let areApart =
          question.repeats ? fact.excludesAmongSeveral(other) : fact.excludes(other)
        guard areApart else { continue }
        return .contradiction(text(fact, seenFrom: holder), text(other, seenFrom: holder))
      }
    }
    // No answer that is on offer is left over, though any two conditions leave one.
    guard !question.repeats, let first = values.first, let last = values.last,
      let possible = possibleValues(question),
      !possible.contains(where: { answer in values.allSatisfy { $0.isMet(by: answer) } })
    else { return nil }
    return .contradiction(text(first, seenFrom: holder), text(last, seenFrom: holder))
  }

  /// Whether any answer to a question can meet a fact.
  private func isPossible(_ fact: ConditionFact, _ question: FormItem) -> Bool {
    if let possible = possibleValues(question) {
      return possible.contains { fact.isMet(by: $0) }
    }
    return bounds(of: question).allSatisfy { !fact.excludes($0) }
  }

  /// All answers that a question can have, or nil where they are not known.
  private func possibleValues(_ question: FormItem) -> [AnswerValue]? {
    if question.type == .boolean { return [.boolean(true), .boolean(false)] }
    let worked = form.expressions[question.index]
    guard question.type == .choice, question.optionsAreKnown, !question.options.isEmpty,
      worked?.calculation == nil, worked?.initialValue == nil, worked?.options == nil,
      worked?.suggestions.isEmpty != false
    else { return nil }
    return question.options.map(\.value) + question.source.initialValues
  }

  /// The least and the greatest answer as facts.
  private func bounds(of question: FormItem) -> [ConditionFact] {
    let worked = form.expressions[question.index]
    guard worked?.calculation == nil, worked?.initialValue == nil,
      question.source.initialValues.isEmpty
    else { return [] }
    func bound(_ comparison: EnableWhen.Operator, _ value: AnswerValue?) -> ConditionFact? {
      value.map { value in
        var fact = ConditionFact(comparison, value, on: question.index)
        fact.isOfWholeNumbers = question.type == .integer
        return fact
      }
    }
    return [
      worked?.minValue == nil ? bound(.greaterOrEqual, question.minValue) : nil,
      worked?.maxValue == nil ? bound(.lessOrEqual, question.maxValue) : nil,
    ].compactMap { $0 }
  }

  private func text(_ fact: ConditionFact, seenFrom holder: Int) -> String {
    let question = form.items[fact.question].linkId
    let condition =
      switch (fact.comparison, fact.value) {
      case (.exists, .boolean(true)): "'\(question)' answered"
      case (.exists, _): "'\(question)' not answered"
      case (let comparison, .boolean(let value)): "'\(question)' \(comparison.rawValue) \(value)"
      default: "'\(question)' \(fact.comparison.rawValue) \(fact.value.codeText)"
      }
    return fact.holder == holder
      ? condition : "\(condition) (at '\(form.items[fact.holder].linkId)')"
  }

  // MARK: - Expressions

  /// What an enableWhenExpression that reads nothing always comes to.
  private func constantTruth(ofConditionOf index: Int) -> Bool? {
    guard let program = form.expressions[index]?.enableWhen?.program,
      program.syntax.root.readsNothing
    else { return nil }
    let facts = program.facts
    guard !facts.readsClock, !facts.readsHost else { return nil }
    do {
      return try program.isTrue() ?? false
    } catch {
      // An expression that fails counts as true, and that may change with the program that reads it.
      return nil
    }
  }
}

extension SyntaxNode {
  /// Whether it is made of nothing but values and operators.
  fileprivate var readsNothing: Bool {
    switch kind {
    case .variable, .this, .index, .total, .member, .implied, .instance, .instanceElement: false
    default: children.allSatisfy(\.readsNothing)
    }
  }
}

extension [NeverAskedReason] {
  /// Each once.
  fileprivate var withoutRepeats: [NeverAskedReason] {
    reduce(into: []) { known, reason in if !known.contains(reason) { known.append(reason) } }
  }
}

extension Form {
  /// Whether an item says that its answer comes from records.
  fileprivate func isFilledFromElsewhere(_ index: Int) -> Bool {
    pathToItem(at: index).contains { item in
      let node = items[item].source.node
      return node.firstExtension(.observationLinkPeriod) != nil
        || node.firstExtension(.populationContext) != nil
    }
      || items[index].source.definition != nil
        && questionnaire.node.firstExtension(.populationContext) != nil
  }
}
