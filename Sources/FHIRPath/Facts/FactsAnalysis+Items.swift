extension FactsAnalysis {
  /// Functions whose argument is evaluated for each item of the input.
  mutating func perItem(
    _ function: Function, _ input: Reach, _ arguments: [SyntaxNode], _ setting: Setting
  ) -> Reach {
    let inner = Setting(this: input, counted: input)
    switch function {
    case .where: return select(arguments[0], inner).passing
    case .exists:
      record.read(arguments.first.map { select($0, inner).passing } ?? input, .presence)
      return .elsewhere
    case .all:
      record.read(input, .presence)
      _ = select(arguments[0], inner)
      return .elsewhere
    case .select:
      if NothingOutcome.of(arguments[0]) < .empty { record.read(input, .presence) }
      return evaluateApart(arguments[0], inner)
    case .repeat, .repeatAll: return repetition(function, input, arguments[0])
    case .aggregate: return aggregation(input, arguments, setting)
    case .sort:
      record.read(input, arguments.isEmpty ? .content : .presence)
      for argument in arguments { readApart(argument, inner) }
      return input
    case .trace:
      if arguments.count > 1 {
        if NothingOutcome.of(arguments[1]) == .failure { record.read(input, .presence) }
        _ = evaluateApart(arguments[1], inner)
      }
      return input
    default: return definition(input, arguments)
    }
  }

  /// What the argument gives of the input, and gives of that, and so on.
  private mutating func repetition(
    _ function: Function, _ input: Reach, _ argument: SyntaxNode
  ) -> Reach {
    // Equal items may be left out without reading them here: what lies below them is equal too,
    // and is left out as well.
    let isDistinct = function == .repeat
    var found = evaluateApart(argument, Setting(this: input, counted: input))
    while true {
      let this = isDistinct ? found.distinct(false) : found
      let next = evaluateApart(argument, Setting(this: this, counted: this))
      let all = found.joined(with: next.withoutPaths)
      if all.places.count == found.places.count, all.isDistinct == found.isDistinct { break }
      found = all
    }
    if NothingOutcome.of(argument) < .empty { record.read(input.joined(with: found), .presence) }
    return isDistinct ? found.distinct(true) : found
  }

  private mutating func aggregation(
    _ input: Reach, _ arguments: [SyntaxNode], _ setting: Setting
  ) -> Reach {
    record.read(input, .presence)
    readApart(arguments[0], Setting(this: input, counted: input))
    if arguments.count > 1 { readApart(arguments[1], setting) }
    return .elsewhere
  }

  private mutating func definition(_ input: Reach, _ arguments: [SyntaxNode]) -> Reach {
    var value = input
    if arguments.count > 1 {
      value = evaluateApart(arguments[1], Setting(this: input, isCollection: true))
    }
    scope.append((arguments[0].word, value))
    return input
  }

  // MARK: - Filters

  /// What a criterion lets through.
  private struct Selection {
    /// The items for which it may be true.
    var passing: Reach
    /// The items for which it may be true or empty, so that what follows `and` is evaluated too.
    var remaining: Reach
  }

  /// Follows a criterion that is evaluated for each item of `setting.this`.
  private mutating func select(_ criterion: SyntaxNode, _ setting: Setting) -> Selection {
    let children = criterion.children
    switch criterion.kind {
    case .parentheses: return select(children[0], setting)
    case .binary where criterion.symbol == .and:
      let first = select(children[0], setting)
      var inner = setting
      inner.this = first.remaining
      var both = select(children[1], inner)
      both.passing = both.passing.replacing { place in
        let isLost = first.remaining.places.contains(place) && !first.passing.places.contains(place)
        return isLost ? [] : [place]
      }
      return both
    case .binary where criterion.symbol == .or:
      let first = select(children[0], setting)
      let second = select(children[1], setting)
      return Selection(
        passing: first.passing.joined(with: second.passing),
        remaining: first.remaining.joined(with: second.remaining))
    default: break
    }
    if let literals = LinkIdCriterion.literals(of: criterion) {
      return narrow(setting.this, to: literals)
    }
    if NothingOutcome.of(criterion) < .single { record.read(setting.this, .presence) }
    readApart(criterion, setting, .presence)
    return Selection(passing: setting.this, remaining: setting.this)
  }

  /// The items that have one of several link ids.
  private mutating func narrow(_ input: Reach, to literals: [SyntaxNode]) -> Selection {
    for path in input.paths { record.readPath(path.isEmpty ? "linkId" : "\(path).linkId") }
    if isStrict {
      record.read(input.replacing { $0.mayLackElement(named: "linkId") ? [$0] : [] }, .presence)
    }
    let words = literals.map(\.word)
    for place in input.places {
      guard let owner = place.owner, !place.isNeverItem else { continue }
      for literal in literals where owner != .named(literal.index) {
        record.look(for: literal.index, within: owner)
      }
    }
    let passing = input.replacing { place in
      switch place {
      case .node(.named(let literal)):
        let known = SyntaxNode(tree: tree, index: literal).word
        return words.contains { $0.utf8.elementsEqual(known.utf8) } ? [place] : []
      case .items, .node(.variable): return literals.map { .node(.named($0.index)) }
      default: return place.isNeverItem ? [] : [place]
      }
    }
    let others = input.replacing { $0.isNeverItem ? [$0] : [] }
    // Of items with one link id, those that are left depend on nothing but these items.
    if input.isDistinct { record.read(passing, .content) }
    return Selection(
      passing: passing.distinct(false), remaining: passing.joined(with: others).distinct(false))
  }
}
