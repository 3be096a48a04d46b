/// Looks in an expression for what is allowed and yet likely not meant.
struct LintSearch {
  private(set) var lints: [ExpressionLint] = []

  /// The lints of an expression, in the order of the text.
  static func lints(in tree: SyntaxTree) -> [ExpressionLint] {
    var search = LintSearch()
    search.visit(tree.root)
    return search.lints.sorted { $0.range.start < $1.range.start }
  }

  private mutating func visit(_ node: SyntaxNode) {
    switch node.kind {
    case .function:
      checkTotal(node)
      checkStep(node)
    case .member:
      checkStep(node)
      checkName(node)
    default: break
    }
    for child in node.children { visit(child) }
  }

  private mutating func add(_ kind: ExpressionLint.Kind, _ node: SyntaxNode, _ text: String) {
    let lint = ExpressionLint(kind: kind, range: node.wordRange, description: text)
    // Two totals may have the same operator before them.
    if !lints.contains(where: { $0.kind == kind && $0.range == lint.range }) { lints.append(lint) }
  }

  // MARK: - Totals

  private mutating func checkTotal(_ node: SyntaxNode) {
    switch Function.named(node.word) {
    case .sum, .avg, .count, .aggregate: checkFeed(node.children[0], total: node.word)
    default: return
    }
  }

  /// Follows back what is added up, as far as each item comes through as often as it was there.
  private mutating func checkFeed(_ node: SyntaxNode, total: String) {
    let children = node.children
    switch node.kind {
    case .parentheses, .indexer: checkFeed(children[0], total: total)
    case .member: if let input = children.first { checkFeed(input, total: total) }
    case .binary where node.symbol == .asType: checkFeed(children[0], total: total)
    case .binary where node.symbol == .union:
      if !Self.isLiteral(node) { addUnion(node, "|", total) }
      for child in children { checkFeed(child, total: total) }
    case .function: checkFeed(function: node, total: total)
    default: return
    }
  }

  private mutating func checkFeed(function node: SyntaxNode, total: String) {
    let children = node.children
    guard let function = Function.named(node.word), !function.isScalar else { return }
    switch function {
    case .union:
      if !children.allSatisfy(Self.isLiteral) { addUnion(node, "union()", total) }
      for child in children { checkFeed(child, total: total) }
    case .repeat:
      add(
        .repeatBeforeTotal, node,
        "repeat() leaves out equal items, so \(total)() may miss some; "
          + "use descendants() or repeatAll()")
      checkFeed(children[0], total: total)
    // Each item once is what is asked for.
    case .distinct, .intersect, .aggregate: return
    case .select, .combine, .coalesce:
      for child in children { checkFeed(child, total: total) }
    case .iif: for child in children.dropFirst(2) { checkFeed(child, total: total) }
    default: checkFeed(children[0], total: total)
    }
  }

  private mutating func addUnion(_ node: SyntaxNode, _ name: String, _ total: String) {
    add(
      .unionBeforeTotal, node,
      "\(name) leaves out equal values, so \(total)() may miss some; use combine()")
  }

  /// Literals differ because somebody wrote them so.
  private static func isLiteral(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .empty, .boolean, .string, .integer, .long, .decimal, .date, .dateTime, .time, .quantity:
      true
    case .sign, .parentheses: isLiteral(node.children[0])
    case .binary where node.symbol == .union: node.children.allSatisfy(isLiteral)
    default: false
    }
  }

  // MARK: - Descendants

  /// A step after `item.descendants()` that looks for items.
  private mutating func checkStep(_ node: SyntaxNode) {
    guard let input = node.children.first, Self.isDescendantsOfItem(input) else { return }
    let isForItems =
      node.kind == .member
      ? Self.isOfItems(node.word) : node.children.dropFirst().contains(where: Self.mentionsItems)
    guard isForItems else { return }
    add(
      .outermostItemsMissed, input,
      "item.descendants() has not the outermost items themselves; "
        + "leave out item, as in %resource.descendants(), or use repeat(item)")
  }

  private static func isDescendantsOfItem(_ node: SyntaxNode) -> Bool {
    guard node.kind == .function, Function.named(node.word) == .descendants else { return false }
    return node.children[0].kind == .member && node.children[0].word == "item"
  }

  private static func isOfItems(_ name: String) -> Bool {
    name == "linkId" || name == "answer" || name == "item"
  }

  private static func mentionsItems(_ node: SyntaxNode) -> Bool {
    node.kind == .member && isOfItems(node.word) || node.children.contains(where: mentionsItems)
  }

  // MARK: - Names

  private mutating func checkName(_ node: SyntaxNode) {
    let table = TypeTable.shared
    guard table.name(node.word) == TypeTable.noName, let choice = table.choice(in: node.word) else {
      return
    }
    let element = table.names[Int(choice.name)]
    let type = table.typeName(choice.type)
    add(
      .typedChoiceName, node,
      "\(node.word) finds nothing; write \(element), or \(element).ofType(\(type)) for this type only"
    )
  }
}

extension SyntaxNode {
  /// Where its own word stands, or the whole part when it has none.
  fileprivate var wordRange: SourceRange {
    guard node.wordEnd > 0 else { return range }
    return SourceRange(start: Int(node.wordStart), end: Int(node.wordEnd))
  }
}
