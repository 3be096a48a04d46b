/// A part of an expression.
public struct SyntaxNode: Sendable {
  /// What a part is; its children in brackets.
  public enum Kind: UInt8, Sendable {
    /// `{}`
    case empty
    /// `true` or `false`
    case boolean
    /// `'text'`
    case string
    /// `5`
    case integer
    /// `5L`
    case long
    /// `5.0`
    case decimal
    /// `@2019-03`
    case date
    /// `@2019-03-27T14:30`
    case dateTime
    /// `@T14:30`
    case time
    /// `5 'mg'` or `5 days` [number, unit]
    case quantity
    /// The unit of a quantity: a string or a calendar word
    case unit
    /// `%name`
    case variable
    /// `$this`
    case this
    /// `$index`
    case index
    /// `$total`
    case total
    /// `name`, an element [what it is an element of, if written]
    case member
    /// `name(…)` [what it is called on or `implied`, arguments…]
    case function
    /// What a function without anything before it is called on
    case implied
    /// `…[…]` [collection, position]
    case indexer
    /// `-…` or `+…` [operand]
    case sign
    /// An operator of two operands [left, right]
    case binary
    /// The type after `is` or `as`
    case type
    /// `(…)` [expression]
    case parentheses
    /// `… asc` or `… desc` in `sort()` [key]
    case sortKey
    /// `Type { name: … }` [namespace as a `type`, if written, elements…]
    case instance
    /// `name: …` in an instance [value]
    case instanceElement
  }

  let tree: SyntaxTree
  let index: Int32

  var node: SyntaxTree.Node { tree.nodes[Int(index)] }

  /// What this part is.
  public var kind: Kind { node.kind }

  /// The operator, for `binary`.
  public var symbol: Operator? { node.kind == .binary ? node.symbol : nil }

  /// Whether a sign is minus or a sort key descends.
  public var isReversed: Bool { node.isReversed }

  /// Where it lies in the text.
  public var range: SourceRange { SourceRange(start: Int(node.start), end: Int(node.end)) }

  /// Its name or its value, without quotes and escapes; empty for parts that have neither.
  public var word: String {
    let bytes = tree.bytes[Int(node.wordStart)..<Int(node.wordEnd)]
    // The escapes were read once already, so they are right.
    return (try? QuotedText.decoded(bytes)) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// The parts within it, in the order in which they are written.
  public var children: [SyntaxNode] {
    var children: [SyntaxNode] = []
    var child = node.first
    while child >= 0 {
      children.append(SyntaxNode(tree: tree, index: child))
      child = tree.nodes[Int(child)].next
    }
    return children
  }
}

extension SyntaxNode: Equatable {
  /// Whether two parts are the same but for space, comments, and the way they are quoted.
  public static func == (left: SyntaxNode, right: SyntaxNode) -> Bool {
    guard left.kind == right.kind, left.node.symbol == right.node.symbol,
      left.isReversed == right.isReversed,
      left.word.utf8.elementsEqual(right.word.utf8)
    else { return false }
    return left.children == right.children
  }
}
