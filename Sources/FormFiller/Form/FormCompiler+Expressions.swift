import FHIR
import FHIRPath

extension FormCompiler {
  /// Reads the expressions of the form and of its items.
  mutating func compileExpressions() {
    launchContexts = Set(questionnaire.launchContexts.compactMap(\.name))
    defineVariables(questionnaire.variables, of: nil)
    for item in items where item.source.node["extension"] != nil {
      defineVariables(item.source.variables, of: item.index)
    }
    for number in variables.indices { compileVariable(number) }
    breakVariableLoops()
    compileConstraints(questionnaire.constraints, of: nil)
    for index in items.indices { compileExpressions(of: index) }
  }

  // MARK: - Variables

  private mutating func defineVariables(_ sources: [Expression], of owner: Int?) {
    var names: Set<String> = []
    for source in sources {
      guard let name = source.name, !name.isEmpty else {
        note(.variableWithoutName, at: source.node, linkId: linkId(of: owner))
        continue
      }
      if !names.insert(name).inserted {
        note(.duplicateVariable(name), at: source.node, linkId: linkId(of: owner))
        continue
      }
      expressions[owner, default: ItemExpressions()].variables.append(variables.count)
      variables.append(
        FormVariable(
          name: name,
          expression: FormExpression(use: .variable(name: name), owner: owner)))
      variableSources.append(source)
    }
  }

  private mutating func compileVariable(_ number: Int) {
    let variable = variables[number]
    variables[number].expression =
      compile(
        variableSources[number], use: .variable(name: variable.name),
        owner: variable.expression.owner, except: number) ?? variable.expression
  }

  /// Notes variables that read each other in a circle; they have no value.
  private mutating func breakVariableLoops() {
    var graph = DependencyGraph(count: variables.count)
    for (number, variable) in variables.enumerated() {
      for case .defined(let other) in variable.expression.variables.values {
        graph.add(number, waitsFor: other)
      }
    }
    for component in graph.components() {
      guard let first = component.min() else { continue }
      let isLoop = component.count > 1 || graph.waitsFor[first].contains(first)
      guard isLoop else { continue }
      note(
        .variableLoop(component.sorted().map { variables[$0].name }),
        at: variableSources[first].node, linkId: linkId(of: variables[first].expression.owner))
      for number in component {
        variables[number].expression.program = nil
        variables[number].expression.failure = .loop
        variables[number].expression.variables = [:]
      }
    }
  }

  // MARK: - Items

  private mutating func compileExpressions(of index: Int) {
    let source = items[index].source
    guard
      ["extension", "_text", "_required", "_readOnly"].contains(where: { source.node[$0] != nil })
    else { return }
    var found = expressions[index] ?? ItemExpressions()
    func only(_ source: Expression?, _ use: ExpressionUse) -> FormExpression? {
      source.flatMap { compile($0, use: use, owner: index) }
    }
    if source.node["extension"] != nil {
      found.enableWhen = only(source.enableWhenExpression, .enableWhen)
      found.calculation = only(source.calculatedExpression, .calculation)
      found.initialValue = only(source.initialExpression, .initialValue)
      found.options = only(source.answerExpression, .options)
      found.suggestions = source.candidateExpressions.compactMap { only($0, .suggestions) }
      found.optionToggles = compileToggles(of: index)
      found.minValue = only(source.boundExpression(.minValue), .minValue)
      found.maxValue = only(source.boundExpression(.maxValue), .maxValue)
    }
    found.text = only(source.node.valueExpression(in: "_text"), .text)
    found.required = only(source.node.valueExpression(in: "_required"), .required)
    found.readOnly = only(source.node.valueExpression(in: "_readOnly"), .readOnly)
    expressions[index] = found
    compileConstraints(source.constraints, of: index)
    if expressions[index]?.isEmpty == true { expressions[index] = nil }
    checkUse(of: index)
  }

  private mutating func compileToggles(of index: Int) -> [FormOptionToggle] {
    items[index].source.optionToggles.compactMap { toggle in
      guard let source = toggle.expression,
        let expression = compile(source, use: .optionToggle, owner: index)
      else { return nil }
      return FormOptionToggle(options: toggle.options, expression: expression)
    }
  }

  private mutating func compileConstraints(_ constraints: [Constraint], of owner: Int?) {
    for constraint in constraints {
      let key = constraint.key ?? ""
      guard let source = constraint.expression else {
        note(.constraintWithoutExpression(key), at: constraint.node, linkId: linkId(of: owner))
        continue
      }
      let severity: FormProblem.Severity = constraint.severity == .error ? .error : .warning
      guard
        let expression = compile(
          source, use: .constraint(key: key), owner: owner, severity: severity,
          place: constraint.node)
      else { continue }
      expressions[owner, default: ItemExpressions()].constraints.append(
        FormConstraint(source: constraint, expression: expression))
    }
  }

  /// Notes expressions on items that cannot have them.
  private mutating func checkUse(of index: Int) {
    guard let found = expressions[index] else { return }
    let item = items[index]
    if found.calculation != nil || found.initialValue != nil, !item.isQuestion {
      note(
        .expressionOnUnaskedItem(
          found.calculation == nil ? .initialValue : .calculation), at: item.source.node,
        linkId: item.linkId)
    }
    if found.enableWhen != nil, !item.conditions.isEmpty {
      note(.conditionsAndExpression, .warning, at: item.source.node, linkId: item.linkId)
    }
  }

  // MARK: - One expression

  /// An expression ready to be evaluated; where it cannot be, its failure says why.
  private mutating func compile(
    _ source: Expression, use: ExpressionUse, owner: Int?, except: Int? = nil,
    severity: FormProblem.Severity = .error, place: JSONNode? = nil
  ) -> FormExpression? {
    var expression = FormExpression(use: use, owner: owner)
    let node = place ?? source.node
    guard source.language == .fhirPath else {
      note(
        .expressionLanguage(use, source.node["language"]?.string ?? ""), .warning, at: node,
        linkId: linkId(of: owner))
      // What only adds suggestions can be left out.
      guard use != .suggestions else { return nil }
      expression.failure = .language
      return expression
    }
    do {
      let program = try FHIRPathExpression(source.text)
      expression.program = program
      let facts = program.facts
      expression.facts = facts
      for name in facts.variables {
        guard let meaning = meaning(of: name, at: owner, except: except) else {
          note(.unknownVariable(use, name), severity, at: node, linkId: linkId(of: owner))
          continue
        }
        expression.variables[name] = meaning
      }
      expression.isScore = facts.readsWeights || isDefinedScore(use, owner)
      let lints = program.lints
      expression.usesTypedNames = lints.contains { $0.kind == .typedChoiceName }
      for read in facts.itemReads where indexByLinkId[read.linkId] == nil {
        note(
          .expressionOnUnknownItem(use, linkId: read.linkId), severity, at: node,
          linkId: linkId(of: owner))
      }
      for valueSet in facts.valueSets {
        guard let problem = terminology.problem(withValueSet: valueSet) else { continue }
        note(
          .expressionValueSet(use, valueSet, reason: problem.reason), severity, at: node,
          linkId: linkId(of: owner))
      }
      for lint in lints {
        note(
          .expressionLint(use, lint.description), .warning, at: node, linkId: linkId(of: owner))
      }
    } catch {
      expression.failure = .evaluation("\(error)")
      note(
        .expression(use, error, excerpt: error.excerpt(of: source.text)), severity, at: node,
        linkId: linkId(of: owner))
    }
    return expression
  }

  /// Whether an expression works out an item that is said to be a score.
  private func isDefinedScore(_ use: ExpressionUse, _ owner: Int?) -> Bool {
    guard use == .calculation, let owner else { return false }
    return items[owner].source.scoreDefinitionReference != nil
  }

  private func meaning(of name: String, at owner: Int?, except: Int?) -> VariableMeaning? {
    VariableScope(
      items: items, expressions: expressions, variables: variables, launchContexts: launchContexts
    ).meaning(of: name, at: owner, except: except)
  }

  /// Whether any expression looks at the questionnaire or its items.
  var readsQuestionnaire: Bool {
    let all = expressions.values.flatMap(\.all) + variables.map(\.expression)
    return all.contains { expression in
      expression.variables.values.contains { $0 == .questionnaire || $0 == .questionnaireItem }
    }
  }

  func linkId(of owner: Int?) -> String? { owner.map { items[$0].linkId } }
}
