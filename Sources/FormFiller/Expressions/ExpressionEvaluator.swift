import FHIR
import FHIRPath

/// Works out expressions on the answers as they are.
struct ExpressionEvaluator {
  let response: Response
  var memory: VariableMemory

  init(_ response: Response) {
    self.response = response
    memory = response.live.memory
  }

  /// What an expression gives in one place.
  mutating func values(
    of expression: FormExpression, at place: EvaluationPlace
  ) throws(ExpressionFailure) -> [FHIRPathValue] {
    let program = try program(of: expression)
    let options = try options(for: expression, at: place)
    do {
      return try program.evaluate(on: node(at: place), options)
    } catch {
      throw failure(of: expression, .evaluation("\(error)"))
    }
  }

  /// Whether an expression is true in one place; nil where it is empty.
  mutating func truth(
    of expression: FormExpression, at place: EvaluationPlace
  ) throws(ExpressionFailure) -> Bool? {
    let program = try program(of: expression)
    let options = try options(for: expression, at: place)
    do {
      return try program.isTrue(on: node(at: place), options)
    } catch {
      throw failure(of: expression, .evaluation("\(error)"))
    }
  }

  private func program(
    of expression: FormExpression
  ) throws(ExpressionFailure) -> FHIRPathExpression {
    guard let program = expression.program else {
      throw failure(of: expression, expression.failure ?? .language)
    }
    return program
  }

  private func failure(
    of expression: FormExpression, _ reason: ExpressionFailure.Reason
  ) -> ExpressionFailure {
    ExpressionFailure(
      use: expression.use, linkId: expression.owner.map { response.form.items[$0].linkId },
      reason: reason)
  }

  // MARK: - Context

  /// What an expression in one place is evaluated on; nil where nothing is answered there.
  func node(at place: EvaluationPlace) -> ResourceNode? {
    switch place {
    case .response: response.live.resource?.root
    case .row(let container): response.live.node(ofRow: container)
    case .question(let node): response.live.node(ofItem: node)
    case .nowhere: nil
    }
  }

  private mutating func options(
    for expression: FormExpression, at place: EvaluationPlace
  ) throws(ExpressionFailure) -> EvaluationOptions {
    var variables: [String: [FHIRPathValue]] = [:]
    for (name, meaning) in expression.variables {
      variables[name] = try values(of: meaning, owner: expression.owner, at: place)
    }
    return EvaluationOptions(
      resource: response.live.resource?.root, variables: variables, now: response.context.now,
      host: FormHost(form: response.form), acceptsTypedNames: expression.usesTypedNames)
  }

  /// What an expression gives that is no part of the form.
  func values(
    of expression: AnswerExpression, on focus: ResourceNode?,
    with variables: [String: [FHIRPathValue]]
  ) throws(FHIRPathError) -> [FHIRPathValue] {
    try expression.program.evaluate(
      on: focus,
      EvaluationOptions(
        resource: response.live.resource?.root, variables: variables, now: response.context.now,
        host: FormHost(form: response.form),
        acceptsTypedNames: expression.usesTypedNames))
  }

  mutating func values(
    of meaning: VariableMeaning, owner: Int?, at place: EvaluationPlace
  ) throws(ExpressionFailure) -> [FHIRPathValue] {
    let form = response.form
    switch meaning {
    case .defined(let number):
      let variable = form.variables[number]
      let there = response.place(ofAncestor: variable.expression.owner, from: place)
      let key = VariableMemory.Key(variable: number, place: there)
      if let known = memory[key] { return try known.get() }
      let result: Result<[FHIRPathValue], ExpressionFailure>
      do {
        result = .success(try values(of: variable.expression, at: there))
      } catch {
        result = .failure(error)
      }
      memory[key] = result
      return try result.get()
    case .launchContext(let name): return response.context.resources[name].map { [.node($0)] } ?? []
    case .questionnaire: return form.questionnaireTree.map { [.node($0.root)] } ?? []
    case .questionnaireItem:
      guard let tree = form.questionnaireTree else { return [] }
      return [.node(owner.map { tree.items[$0] } ?? tree.root)]
    }
  }
}

extension Response {
  /// The place of a node for the expressions of its item.
  func place(of node: Int) -> EvaluationPlace {
    guard form.items[nodes[node].item].type == .group else { return .question(node) }
    let rows = nodes[node].entries
    return rows.count == 1 ? .row(rows[0]) : .nowhere(node: node)
  }

  /// The place of an item that holds another place, or that place itself.
  func place(ofAncestor item: Int?, from place: EvaluationPlace) -> EvaluationPlace {
    guard let item else { return .response }
    var container: Int
    switch place {
    case .response: return .response
    case .question(let node), .nowhere(let node):
      if nodes[node].item == item { return place }
      container = nodes[node].container
    case .row(let row): container = row
    }
    while let owner = containers[container].owner {
      if nodes[owner].item == item {
        return form.items[item].type == .group ? .row(container) : .question(owner)
      }
      container = nodes[owner].container
    }
    return .response
  }
}
