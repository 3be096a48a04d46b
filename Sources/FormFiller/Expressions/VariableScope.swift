/// What the names of variables mean in a form.
struct VariableScope {
  let items: [FormItem]
  let expressions: [Int?: ItemExpressions]
  let variables: [FormVariable]
  /// The names of the resources that the form expects.
  let launchContexts: Set<String>

  /// What a name means for an expression of an item, or of the form itself; nil: nothing.
  ///
  /// - Parameter except: The number of a variable that is passed over, such as the one whose own
  ///   expression uses the name.
  func meaning(of name: String, at owner: Int?, except: Int? = nil) -> VariableMeaning? {
    if let variable = variable(named: name, at: owner, except: except) { return .defined(variable) }
    switch name {
    case "questionnaire": return .questionnaire
    case "qitem": return .questionnaireItem
    default: return launchContexts.contains(name) ? .launchContext(name) : nil
    }
  }

  /// The variable of a name that is nearest to an item: its own, its parent's, and so on up.
  private func variable(named name: String, at owner: Int?, except: Int?) -> Int? {
    var place: Int?? = .some(owner)
    while let current = place {
      let found = expressions[current]?.variables.last {
        $0 != except && variables[$0].name == name
      }
      if let found { return found }
      guard let item = current else { return nil }
      place = .some(items[item].parent)
    }
    return nil
  }
}

extension Form {
  /// What the names of variables mean in the form.
  var variableScope: VariableScope {
    VariableScope(
      items: items, expressions: expressions, variables: variables,
      launchContexts: Set(questionnaire.launchContexts.compactMap(\.name)))
  }
}
