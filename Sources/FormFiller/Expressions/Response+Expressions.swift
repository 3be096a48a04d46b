import FHIR
import FHIRPath

extension Response {
  /// Whether a person cannot change the answer to a question now.
  public func isReadOnly(_ node: NodeID) -> Bool {
    let item = item(of: node)
    guard let expression = form.expressions[item.index]?.readOnly else { return item.isReadOnly }
    return truth(of: expression, at: node) ?? item.isReadOnly
  }

  /// Whether an answer has to be given now.
  public func isRequired(_ node: NodeID) -> Bool {
    let item = item(of: node)
    guard let expression = form.expressions[item.index]?.required else { return item.isRequired }
    return truth(of: expression, at: node) ?? item.isRequired
  }

  /// The words of an item, where the form works them out; nil where it does not, or where they come
  /// to nothing.
  public func calculatedText(of node: NodeID) -> String? {
    guard let expression = form.expressions[item(of: node).index]?.text else { return nil }
    return values(of: expression, at: node)?.first?.text
  }

  /// The least answer now.
  public func minValue(of node: NodeID) -> AnswerValue? {
    bound(form.expressions[item(of: node).index]?.minValue, of: node)
      ?? item(of: node).source.minValue
  }

  /// The greatest answer now.
  public func maxValue(of node: NodeID) -> AnswerValue? {
    bound(form.expressions[item(of: node).index]?.maxValue, of: node)
      ?? item(of: node).source.maxValue
  }

  /// The answers on offer now.
  ///
  /// An option that a toggle names is on offer while one of its toggles is true, or cannot be told.
  public func options(of node: NodeID) -> [AnswerOption] {
    let item = item(of: node)
    guard let expressions = form.expressions[item.index] else { return item.options }
    var options = item.options
    if let expression = expressions.options, let found = values(of: expression, at: node) {
      options = found.compactMap { AnswerOption(item, $0) }
    }
    guard !expressions.optionToggles.isEmpty else { return options }
    var isOffered: [(value: AnswerValue, isOffered: Bool)] = []
    for toggle in expressions.optionToggles {
      let truth = toggleTruth(toggle.expression, at: node)
      isOffered += toggle.options.map { ($0, truth) }
    }
    return options.filter { option in
      let named = isOffered.filter { $0.value.means(option.value) }
      return named.isEmpty || named.contains(where: \.isOffered)
    }
  }

  /// Answers that the form suggests.
  public func suggestions(for node: NodeID) -> [AnswerOption] {
    let item = item(of: node)
    return (form.expressions[item.index]?.suggestions ?? []).flatMap { expression in
      (values(of: expression, at: node) ?? []).compactMap { AnswerOption(item, $0) }
    }
  }

  // MARK: - Evaluation

  private func bound(_ expression: FormExpression?, of node: NodeID) -> AnswerValue? {
    guard let expression, let value = values(of: expression, at: node)?.first else { return nil }
    return item(of: node).answer(from: value)
  }

  private func toggleTruth(_ expression: FormExpression, at node: NodeID) -> Bool {
    var evaluator = ExpressionEvaluator(self)
    do {
      return try evaluator.truth(of: expression, at: place(of: node.index)) ?? false
    } catch {
      return true
    }
  }

  private func truth(of expression: FormExpression, at node: NodeID) -> Bool? {
    var evaluator = ExpressionEvaluator(self)
    return try? evaluator.truth(of: expression, at: place(of: node.index))
  }

  private func values(of expression: FormExpression, at node: NodeID) -> [FHIRPathValue]? {
    var evaluator = ExpressionEvaluator(self)
    return try? evaluator.values(of: expression, at: place(of: node.index))
  }
}

extension AnswerOption {
  /// An option that an expression gave; nil where it can be no answer to the item.
  fileprivate init?(_ item: FormItem, _ value: FHIRPathValue) {
    guard let answer = item.answer(from: value) else { return nil }
    self.init(answer)
  }
}
