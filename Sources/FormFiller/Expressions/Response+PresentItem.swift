import FHIR
import FHIRPath

extension Response {
  /// An item with what its expressions come to where a node is.
  ///
  /// Where one cannot be evaluated the item keeps what it has without it; an option whose toggle
  /// cannot be evaluated stays on offer.
  func present(_ item: FormItem, _ expressions: ItemExpressions, at node: NodeID) -> FormItem {
    var item = item
    var evaluator = ExpressionEvaluator(self)
    let place = place(of: node.index)
    func truth(_ expression: FormExpression?) -> Bool? {
      guard let expression else { return nil }
      return try? evaluator.truth(of: expression, at: place)
    }
    func values(_ expression: FormExpression?) -> [FHIRPathValue]? {
      guard let expression else { return nil }
      return try? evaluator.values(of: expression, at: place)
    }
    item.isRequired = truth(expressions.required) ?? item.isRequired
    item.isReadOnly = truth(expressions.readOnly) ?? item.isReadOnly
    item.text = values(expressions.text)?.first?.text ?? item.text
    if let least = values(expressions.minValue)?.first { item.minValue = item.answer(from: least) }
    if let most = values(expressions.maxValue)?.first { item.maxValue = item.answer(from: most) }
    if let options = values(expressions.options) {
      item.options = options.compactMap { item.answer(from: $0).map { AnswerOption($0) } }
      item.optionsAreKnown = true
    }
    item.options = offered(item.options, expressions.optionToggles, at: place, &evaluator)
    return item
  }

  /// The options that are on offer: one that toggles name, while one of these is true.
  private func offered(
    _ options: [AnswerOption], _ toggles: [FormOptionToggle], at place: EvaluationPlace,
    _ evaluator: inout ExpressionEvaluator
  ) -> [AnswerOption] {
    guard !toggles.isEmpty else { return options }
    var isOn: [Bool] = []
    for toggle in toggles {
      do {
        isOn.append(try evaluator.truth(of: toggle.expression, at: place) ?? false)
      } catch {
        isOn.append(true)
      }
    }
    return options.filter { option in
      let naming = toggles.indices.filter { number in
        toggles[number].options.contains { $0.means(option.value) }
      }
      return naming.isEmpty || naming.contains { isOn[$0] }
    }
  }

  /// Answers that the form suggests for a question as things stand.
  public func suggestions(for node: NodeID) -> [AnswerOption] {
    let item = form.items[nodes[node.index].item]
    var evaluator = ExpressionEvaluator(self)
    return (form.expressions[item.index]?.suggestions ?? []).flatMap { expression in
      let values = (try? evaluator.values(of: expression, at: place(of: node.index))) ?? []
      return values.compactMap { item.answer(from: $0).map { AnswerOption($0) } }
    }
  }
}
