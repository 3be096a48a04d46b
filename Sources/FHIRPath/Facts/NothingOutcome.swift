/// What a part of an expression gives for a `$this` in which nothing is found of what it looks for.
///
/// An argument that is evaluated for each item may read of an item only what it looks for; whether
/// the item itself is there matters if the argument gives something, or fails, all the same.
enum NothingOutcome: Comparable {
  /// It may fail.
  case failure
  /// It gives any number of items.
  case some
  /// It gives at most one item.
  case single
  /// It gives nothing.
  case empty

  /// The outcome of a part of an expression.
  static func of(_ node: SyntaxNode) -> NothingOutcome {
    let children = node.children
    switch node.kind {
    case .empty, .this, .implied: return .empty
    case .boolean, .string, .integer, .long, .decimal, .date, .dateTime, .time, .quantity:
      return .single
    case .variable, .index, .total: return .some
    case .member: return children.first.map { of($0).afterStep } ?? .empty
    case .function: return ofFunction(node, of(children[0]), Array(children.dropFirst()))
    case .indexer: return children[1].kind == .integer ? of(children[0]).afterStep : .failure
    case .sign: return of(children[0]) == .empty ? .empty : .failure
    case .binary: return ofOperator(node.node.symbol, children[0], children[1])
    case .parentheses, .sortKey: return of(children[0])
    case .type, .unit, .instance, .instanceElement: return .failure
    }
  }

  /// The outcome of a step that cannot fail itself.
  private var afterStep: NothingOutcome { self == .single ? .some : self }

  /// Whether it can stand where one item is expected.
  private var isSingular: Bool { self >= .single }

  // MARK: - Operators

  private static func ofOperator(
    _ symbol: Operator, _ left: SyntaxNode, _ right: SyntaxNode
  ) -> NothingOutcome {
    let first = of(left)
    if symbol == .isType || symbol == .asType { return first == .some ? .failure : first }
    let second = of(right)
    switch symbol {
    case .concatenate:
      let areTexts =
        (first == .empty || left.kind == .string) && (second == .empty || right.kind == .string)
      return areTexts ? .single : .failure
    case .within: return ofMembership(first, in: second)
    case .contains: return ofMembership(second, in: first)
    case .and, .or, .exclusiveOr, .implies:
      return first.isSingular && second.isSingular ? .single : .failure
    case .union: return ofBoth(first, second)
    case .equal, .notEqual:
      if min(first, second) == .failure { return .failure }
      return max(first, second) == .empty ? .empty : .single
    case .equivalent, .notEquivalent: return min(first, second) == .failure ? .failure : .single
    // The others do not look at the right operand when the left one is empty.
    default:
      if first == .empty || first == .single && second == .empty { return .empty }
      let areNumbers = isNumber(left) && isNumber(right) && first == .single && second == .single
      return areNumbers ? .single : .failure
    }
  }

  private static func ofMembership(
    _ member: NothingOutcome, in collection: NothingOutcome
  ) -> NothingOutcome {
    if member == .empty { return .empty }
    return member == .single && collection > .failure ? .single : .failure
  }

  private static func ofBoth(_ first: NothingOutcome, _ second: NothingOutcome) -> NothingOutcome {
    min(first, second).afterStep
  }

  private static func isNumber(_ node: SyntaxNode) -> Bool {
    node.kind == .integer || node.kind == .function && node.word == Function.count.rawValue
  }

  // MARK: - Functions

  private static func ofFunction(
    _ node: SyntaxNode, _ input: NothingOutcome, _ arguments: [SyntaxNode]
  ) -> NothingOutcome {
    guard let function = Function.named(node.word) else { return .failure }
    switch function {
    case .now, .today, .timeOfDay: return .single
    // Each item of an input that is there whatever `$this` is may make the argument fail.
    case .exists, .all:
      return input == .empty || arguments.isEmpty && input > .failure ? .single : .failure
    case .empty, .count, .hasValue, .isDistinct: return input == .failure ? .failure : .single
    case .allTrue, .anyTrue, .allFalse, .anyFalse: return input == .empty ? .single : .failure
    case .not: return input == .some ? .failure : input
    case .subsetOf, .supersetOf:
      return min(input, of(arguments[0])) == .failure ? .failure : .single
    case .union, .combine: return arguments.count == 1 ? ofBoth(input, of(arguments[0])) : .failure
    case .iif:
      guard input == .empty, of(arguments[0]).isSingular else { return .failure }
      return arguments.dropFirst().map(of).min() ?? .failure
    case .aggregate:
      guard input == .empty else { return .failure }
      return arguments.count > 1 ? of(arguments[1]) : .empty
    case .coalesce: return .failure
    case .lookup: return of(arguments[0]) == .empty ? .empty : .failure
    case .first, .last: return input == .some ? .single : input
    case .ofType, .distinct, .tail, .children, .descendants, .answers: return input.afterStep
    case .where, .select, .repeat, .repeatAll, .sort: return input == .empty ? .empty : .failure
    // On nothing the others give nothing, once their arguments are evaluated.
    default:
      let isQuiet = function.takesType || arguments.allSatisfy(isQuietArgument)
      return input == .empty && isQuiet ? .empty : .failure
    }
  }

  private static func isQuietArgument(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .boolean, .string, .integer, .long, .decimal, .date, .dateTime, .time, .quantity: true
    default: of(node) == .empty
    }
  }
}
