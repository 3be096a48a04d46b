/// Follows an expression through a response without one, and notes what it would read.
///
/// Each part gives a `Reach`: where that may lie which it gives. A step that only leads on reads
/// nothing; what looks at its input reads it.
struct FactsAnalysis {
  /// What a part of an expression is evaluated on.
  struct Setting {
    var this: Reach
    /// The collection in which `$index` counts.
    var counted: Reach?
    /// Whether `$this` may be several items.
    var isCollection = false
  }

  let tree: SyntaxTree
  let isStrict: Bool
  var record = ReadRecord()
  /// The variables that the expression has defined so far.
  var scope: [(name: String, reach: Reach)] = []
  private var steps = 0

  /// Beyond this number of parts looked at, the facts say that everything is read.
  ///
  /// A part within `repeat()` is looked at several times.
  private static let stepLimit = 50_000

  init(_ tree: SyntaxTree, isStrict: Bool) {
    self.tree = tree
    self.isStrict = isStrict
  }

  /// Notes what the whole expression reads.
  mutating func run() {
    let result = evaluate(tree.root, Setting(this: Reach(.node(.focus))))
    record.read(result, .content)
    if steps > Self.stepLimit { record.readEverything() }
  }

  /// Where that lies which a part gives; what had to be read for it is noted.
  mutating func evaluate(_ node: SyntaxNode, _ setting: Setting) -> Reach {
    steps += 1
    guard steps <= Self.stepLimit else { return .elsewhere }
    let children = node.children
    switch node.kind {
    case .empty, .type, .unit: return Reach()
    case .boolean, .string, .integer, .long, .decimal, .date, .dateTime, .time, .quantity, .total:
      return .elsewhere
    case .this, .implied: return setting.this
    case .index:
      if let counted = setting.counted { record.read(counted, .presence) }
      return .elsewhere
    case .variable: return variable(node.word)
    case .member: return member(node, setting)
    case .function: return function(node, setting)
    case .indexer:
      let input = evaluate(children[0], setting)
      record.read(input, .presence)
      readApart(children[1], setting)
      return input
    case .binary: return binary(node, children[0], children[1], setting)
    case .parentheses, .sortKey: return evaluate(children[0], setting)
    case .sign, .instance, .instanceElement:
      for child in children { readApart(child, setting) }
      return .elsewhere
    }
  }

  /// Follows a part whose variables stay its own.
  mutating func evaluateApart(_ node: SyntaxNode, _ setting: Setting) -> Reach {
    let outer = scope
    defer { scope = outer }
    return evaluate(node, setting)
  }

  /// Reads all that a part gives.
  mutating func readApart(
    _ node: SyntaxNode, _ setting: Setting, _ depth: ReadRecord.Depth = .content
  ) {
    record.read(evaluateApart(node, setting), depth)
  }

  // MARK: - Paths

  private func variable(_ name: String) -> Reach {
    if let found = scope.last(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      return found.reach
    }
    switch name {
    case "resource", "rootResource": return Reach(.node(.response))
    case "context": return Reach(.node(.focus))
    // The form itself, which no answer changes.
    case "questionnaire", "qitem": return Reach(.elsewhere, path: "%\(name)")
    // What it is asked about is read as an argument.
    case WellKnownVariable.terminologies: return .elsewhere
    default:
      if WellKnownVariable.value(of: name) != nil { return .elsewhere }
      return Reach(.node(.variable), path: "%\(name)")
    }
  }

  private mutating func member(_ node: SyntaxNode, _ setting: Setting) -> Reach {
    let name = node.word
    guard let input = node.children.first else {
      let isType = name.utf8.first.map { 65...90 ~= $0 } == true
      if isType, TypeTable.shared.type(named: name) != TypeTable.unknown { return setting.this }
      return elements(name, of: setting.this)
    }
    return elements(name, of: evaluate(input, setting))
  }

  mutating func elements(_ name: String, of input: Reach) -> Reach {
    readForStep(name, input)
    return input.stepping(name) { $0.elements(named: name) }
  }

  /// Notes what a step reads of what it starts from.
  private mutating func readForStep(_ name: String, _ input: Reach) {
    // Of equal items only the first leads on.
    if input.isDistinct { record.read(input, .content) }
    guard isStrict else { return }
    let failing = input.replacing { $0.mayLackElement(named: name) ? [$0] : [] }
    if !failing.places.isEmpty { record.read(failing, .presence) }
  }

  /// Steps to any elements.
  mutating func steps(_ name: String, from input: Reach, _ step: (Place) -> [Place]) -> Reach {
    if input.isDistinct { record.read(input, .content) }
    return input.stepping(name, step)
  }

  // MARK: - Operators

  private mutating func binary(
    _ node: SyntaxNode, _ left: SyntaxNode, _ right: SyntaxNode, _ setting: Setting
  ) -> Reach {
    let symbol = node.node.symbol
    let first = evaluateApart(left, setting)
    if symbol == .isType || symbol == .asType {
      record.read(first, .presence)
      return symbol == .asType ? first : .elsewhere
    }
    let second = evaluateApart(right, setting)
    if symbol == .union { return first.joined(with: second).distinct(true) }
    let isLogic = [.and, .or, .exclusiveOr, .implies].contains(symbol)
    record.read(first, isLogic ? .presence : .content)
    record.read(second, isLogic ? .presence : .content)
    return .elsewhere
  }
}
