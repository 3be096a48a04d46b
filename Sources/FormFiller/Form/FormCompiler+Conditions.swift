import FHIR

extension FormCompiler {
  /// Finds the questions that an item's conditions look at.
  mutating func compileConditions(of index: Int) {
    guard let written = items[index].source.node["enableWhen"] else { return }
    let item = items[index]
    let conditions = written.elements.map { EnableWhen($0) }
    let behavior = item.source.enableBehavior
    if conditions.count > 1, behavior == nil {
      note(.missingBehavior, at: item.source.node, linkId: item.linkId)
    }
    items[index].behavior = behavior ?? .any
    for condition in conditions {
      let compiled = compile(condition, of: item)
      items[index].conditions.append(compiled)
      guard let question = compiled.question else { continue }
      // Items come one after the other, so that one that is known already came last.
      if items[question].dependents.last?.item != index {
        items[question].dependents.append(
          FormItem.Dependent(item: index, scope: compiled.scope))
      }
    }
  }

  /// A condition ready to be evaluated; one that cannot be understood looks at no question.
  private mutating func compile(
    _ condition: EnableWhen, of item: FormItem
  ) -> FormItem.Condition {
    let question = findQuestion(of: condition, for: item)
    let comparison = condition.operator
    if comparison == nil {
      note(
        .conditionOperator(condition.node["operator"]?.string), at: condition.node,
        linkId: item.linkId)
    }
    var value = condition.answer
    if let question, items[question].type == .url, case .string(let text)? = value {
      // An enableWhen has no answerUri.
      value = .uri(text)
    }
    if value == nil { note(.conditionWithoutValue, at: condition.node, linkId: item.linkId) }
    guard let question, let comparison, let value,
      fits(value, comparison, items[question], at: condition.node, linkId: item.linkId)
    else {
      return FormItem.Condition(
        question: nil, comparison: .exists, value: .boolean(true), scope: nil,
        isOnAncestor: false, way: [])
    }
    let scope = innermostItem(holding: question, and: item.index)
    return FormItem.Condition(
      question: question, comparison: comparison, value: value, scope: scope,
      isOnAncestor: question..<items[question].end ~= item.index,
      way: way(from: scope, to: question))
  }

  private func way(from scope: Int?, to question: Int) -> [Int] {
    var way = [items[question].placeInParent]
    var above = items[question].parent
    while let index = above, index != scope {
      way.append(items[index].placeInParent)
      above = items[index].parent
    }
    return way.reversed()
  }

  private mutating func findQuestion(of condition: EnableWhen, for item: FormItem) -> Int? {
    guard let linkId = condition.question else {
      note(.conditionWithoutQuestion, at: condition.node, linkId: item.linkId)
      return nil
    }
    guard let question = indexByLinkId[linkId] else {
      note(.conditionOnUnknownItem(linkId), at: condition.node, linkId: item.linkId)
      return nil
    }
    guard items[question].isQuestion else {
      note(.conditionOnUnaskedItem(linkId), at: condition.node, linkId: item.linkId)
      return nil
    }
    guard !(item.index..<item.end ~= question) else {
      note(.conditionOnItself(linkId), at: condition.node, linkId: item.linkId)
      return nil
    }
    return question
  }

  /// Whether answers to a question can be compared with a value at all; notes what is wrong.
  private mutating func fits(
    _ value: AnswerValue, _ comparison: EnableWhen.Operator, _ question: FormItem,
    at node: JSONNode, linkId: String
  ) -> Bool {
    if comparison == .exists {
      if value.kind != .boolean { note(.existsWithoutBoolean, at: node, linkId: linkId) }
      return value.kind == .boolean
    }
    var kinds = question.type.answerKinds
    if kinds.contains(.decimal) || kinds.contains(.integer) { kinds += [.integer, .decimal] }
    if kinds.contains(.date) || kinds.contains(.dateTime) { kinds += [.date, .dateTime] }
    kinds += question.options.map(\.value.kind)
    guard kinds.contains(value.kind) || question.type == .question else {
      let expected = question.type.answerKinds.map { "answer\($0.rawValue)" }
      note(
        .conditionType(question: question.linkId, expected: expected.joined(separator: " or ")),
        at: node, linkId: linkId)
      return false
    }
    let isOrdered = comparison != .equals && comparison != .differs
    if isOrdered, [.boolean, .coding, .attachment, .reference].contains(value.kind) {
      note(.conditionWithoutOrder(question.linkId), at: node, linkId: linkId)
    }
    if !isOrdered, value.kind == .coding, !question.options.isEmpty,
      !question.options.contains(where: { $0.value.means(value) })
    {
      note(
        .conditionOption(question: question.linkId, code: value.codeText), at: node, linkId: linkId)
    }
    return true
  }

  /// The innermost item that holds both items, or nil when that is the form itself.
  private func innermostItem(holding first: Int, and second: Int) -> Int? {
    var candidate = items[first].parent
    while let index = candidate, !(index..<items[index].end ~= second) {
      candidate = items[index].parent
    }
    return candidate
  }
}
