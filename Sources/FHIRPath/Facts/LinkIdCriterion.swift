/// A criterion that is true for the items with certain link ids and never for another.
enum LinkIdCriterion {
  /// The literals of the link ids; nil when it is not such a criterion.
  static func literals(of criterion: SyntaxNode) -> [SyntaxNode]? {
    guard criterion.kind == .binary else { return nil }
    let children = criterion.children
    switch criterion.node.symbol {
    case .equal:
      if isLinkId(children[0]) { return literal(children[1]).map { [$0] } }
      return isLinkId(children[1]) ? literal(children[0]).map { [$0] } : nil
    case .within: return isLinkId(children[0]) ? alternatives(children[1]) : nil
    case .contains: return isLinkId(children[1]) ? alternatives(children[0]) : nil
    default: return nil
    }
  }

  /// `linkId` or `$this.linkId`.
  private static func isLinkId(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .parentheses: return isLinkId(node.children[0])
    case .member:
      guard node.word == "linkId" else { return false }
      guard let input = node.children.first else { return true }
      return input.kind == .this && input.children.isEmpty
    default: return false
    }
  }

  private static func literal(_ node: SyntaxNode) -> SyntaxNode? {
    switch node.kind {
    case .string: node
    case .parentheses: literal(node.children[0])
    default: nil
    }
  }

  /// `('a' | 'b')` or one literal.
  private static func alternatives(_ node: SyntaxNode) -> [SyntaxNode]? {
    switch node.kind {
    case .parentheses: return alternatives(node.children[0])
    case .binary where node.symbol == .union:
      let children = node.children
      guard let left = alternatives(children[0]), let right = alternatives(children[1]) else {
        return nil
      }
      return left + right
    default: return literal(node).map { [$0] }
    }
  }
}
