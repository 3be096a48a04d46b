extension FactsAnalysis {
  /// Where that lies which a function gives.
  mutating func function(_ node: SyntaxNode, _ setting: Setting) -> Reach {
    let children = node.children
    let arguments = Array(children.dropFirst())
    guard let function = Function.named(node.word) else {
      record.readEverything()
      return .elsewhere
    }
    switch function {
    case .now, .today, .timeOfDay: return .elsewhere
    case .iif: return choice(children[0], arguments, setting)
    case .coalesce: return firstFilled(children[0], arguments, setting)
    default: break
    }
    let input = evaluate(children[0], setting)
    switch function {
    case .where, .exists, .all, .select, .repeat, .repeatAll, .aggregate, .sort, .trace,
      .defineVariable:
      return perItem(function, input, arguments, setting)
    case .union, .combine, .intersect, .exclude, .subsetOf, .supersetOf:
      return combination(function, input, arguments, setting)
    default: break
    }
    if !function.takesType { for argument in arguments { readApart(argument, setting) } }
    return step(function, input) ?? whole(function, input)
  }

  /// Where functions lead that go on from their input; nil for others.
  private mutating func step(_ function: Function, _ input: Reach) -> Reach? {
    switch function {
    case .children: return steps("children()", from: input) { $0.children }
    case .descendants: return steps("descendants()", from: input) { $0.descendants }
    case .answers: return steps("answers()", from: input) { $0.allAnswers }
    case .extension: return elements("extension", of: input)
    case .ofType: return input
    case .distinct: return input.distinct(true)
    case .first, .last, .tail, .skip, .take, .single, .as:
      record.read(input, .presence)
      return input
    case .checkModifiers:
      record.read(input, .content)
      return input
    default: return nil
    }
  }

  /// Functions that look at their whole input and give a value of their own.
  private mutating func whole(_ function: Function, _ input: Reach) -> Reach {
    switch function {
    case .empty, .count, .not, .hasValue, .is, .type, .allTrue, .anyTrue, .allFalse, .anyFalse:
      record.read(input, .presence)
    case .weight, .ordinal:
      // The score of an answer is that of its value, whatever items lie within the answer.
      record.read(
        input.replacing { place in
          if case .answers(let owner) = place { [.values(owner)] } else { [place] }
        }, .content)
    case .pathname:
      // A path counts the siblings.
      record.read(input, .content)
      if input.places.contains(where: { $0 != .elsewhere }) { record.readEverything() }
    case .resolve:
      record.read(input, .content)
      // A reference may lead to the response itself.
      return Reach(.node(.response))
    default: record.read(input, .content)
    }
    return .elsewhere
  }

  // MARK: - Several collections

  private mutating func combination(
    _ function: Function, _ input: Reach, _ arguments: [SyntaxNode], _ setting: Setting
  ) -> Reach {
    let other = evaluateApart(arguments[0], setting)
    for argument in arguments.dropFirst() { readApart(argument, setting) }
    switch function {
    case .union: return input.joined(with: other).distinct(true)
    case .combine: return input.joined(with: other)
    default:
      record.read(input, .content)
      record.read(other, .content)
      return function == .intersect || function == .exclude ? input : .elsewhere
    }
  }

  /// `iif()`: either result, once the condition is read.
  private mutating func choice(
    _ input: SyntaxNode, _ arguments: [SyntaxNode], _ setting: Setting
  ) -> Reach {
    let inner = focused(on: input, setting)
    // Several items are an error.
    if inner.isCollection { record.read(inner.this, .presence) }
    readApart(arguments[0], inner, .presence)
    var result = Reach()
    for argument in arguments.dropFirst() {
      result = result.joined(with: evaluateApart(argument, inner))
    }
    return result
  }

  /// `coalesce()`: the first collection that is not empty.
  private mutating func firstFilled(
    _ input: SyntaxNode, _ arguments: [SyntaxNode], _ setting: Setting
  ) -> Reach {
    let inner = focused(on: input, setting)
    var result = Reach()
    for (place, argument) in arguments.enumerated() {
      let reach = evaluateApart(argument, inner)
      if place < arguments.count - 1 { record.read(reach, .presence) }
      result = result.joined(with: reach)
    }
    return result
  }

  /// The setting of arguments that are evaluated on what the function is called on.
  private mutating func focused(on input: SyntaxNode, _ setting: Setting) -> Setting {
    guard input.kind != .implied else { return setting }
    var inner = setting
    inner.this = evaluate(input, setting)
    inner.isCollection = true
    return inner
  }
}
