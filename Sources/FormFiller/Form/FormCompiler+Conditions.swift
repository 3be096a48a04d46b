import FHIR

extension FormCompiler {
  /// Finds the questions that an item's conditions look at.
  mutating func compileConditions(of index: Int) {
    let item = items[index]
    guard let written = item.source.node["enableWhen"] else { return }
    let conditions = written.elements.map { EnableWhen($0) }
    items[index].behavior = item.source.enableBehavior ?? .any
    if conditions.count > 1, item.source.enableBehavior == nil {
      note(.missingBehavior, at: item.source.node, linkId: item.linkId)
    }
    for condition in conditions {
      let compiled = compile(condition, of: item)
      items[index].conditions.append(compiled)
      guard let question = compiled.question else { continue }
      let isKnown = items[question].dependents.contains { $0.item == index }
      if !isKnown {
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
    let value = condition.answer
    if value == nil { note(.conditionWithoutValue, at: condition.node, linkId: item.linkId) }
    guard let question, let comparison, let value else {
      return FormItem.Condition(
        question: nil, comparison: .exists, value: .boolean(true), scope: nil)
    }
    check(value, comparison, against: items[question], at: condition.node, linkId: item.linkId)
    return FormItem.Condition(
      question: question, comparison: comparison, value: value,
      scope: innermostItem(holding: question, and: item.index))
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

  private mutating func check(
    _ value: AnswerValue, _ comparison: EnableWhen.Operator, against question: FormItem,
    at node: JSONNode, linkId: String
  ) {
    if comparison == .exists {
      if value.kind != .boolean { note(.existsWithoutBoolean, at: node, linkId: linkId) }
      return
    }
    var kinds = question.type.answerKinds
    if kinds.contains(.decimal) { kinds.append(.integer) }
    if kinds.contains(.date) || kinds.contains(.dateTime) { kinds += [.date, .dateTime] }
    kinds += question.options.map(\.value.kind)
    guard kinds.contains(value.kind) || question.type == .question else {
      let expected = question.type.answerKinds.map { "answer\($0.rawValue)" }
      note(
        .conditionType(question: question.linkId, expected: expected.joined(separator: " or ")),
        at: node, linkId: linkId)
      return
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
  }

  /// The innermost item that holds both items, or nil when that is the form itself.
  private func innermostItem(holding first: Int, and second: Int) -> Int? {
    var candidate = items[first].parent
    while let index = candidate, !(index..<items[index].end ~= second) {
      candidate = items[index].parent
    }
    return candidate
  }

  // MARK: - Order

  /// Numbers the items so that each comes after its parent and after the questions that its
  /// conditions read. Conditions in a loop are noted and can never be met.
  mutating func rankItems() {
    var waitsFor = items.map { ($0.parent == nil ? 0 : 1) + questions(of: $0).count }
    var ready = items.indices.filter { waitsFor[$0] == 0 }
    var next = 0
    while next < ready.count {
      let index = ready[next]
      items[index].rank = next
      next += 1
      for dependent in items[index].children + items[index].dependents.map(\.item) {
        waitsFor[dependent] -= 1
        if waitsFor[dependent] == 0 { ready.append(dependent) }
      }
    }
    guard ready.count < items.count else { return }
    breakLoops(among: Set(items.indices.filter { waitsFor[$0] > 0 }))
    rankItems()
  }

  private func questions(of item: FormItem) -> Set<Int> {
    Set(item.conditions.compactMap(\.question))
  }

  private mutating func breakLoops(among unranked: Set<Int>) {
    // What nothing unranked waits for is behind a loop, not in it.
    var looped = unranked
    var hasShrunk = true
    while hasShrunk {
      let inside = looped.filter { index in
        let item = items[index]
        return item.children.contains { looped.contains($0) }
          || item.dependents.contains { looped.contains($0.item) }
      }
      hasShrunk = inside.count < looped.count
      looped = inside
    }
    let members = looped.sorted().filter { index in
      items[index].conditions.contains { $0.question.map { looped.contains($0) } ?? false }
    }
    guard let first = members.first else { return }
    note(
      .conditionLoop(members.map { items[$0].linkId } + [items[first].linkId]),
      at: items[first].source.node, linkId: items[first].linkId)
    for index in members {
      for place in items[index].conditions.indices {
        guard let question = items[index].conditions[place].question, looped.contains(question)
        else { continue }
        items[index].conditions[place].question = nil
        items[question].dependents.removeAll { $0.item == index }
      }
    }
  }
}
