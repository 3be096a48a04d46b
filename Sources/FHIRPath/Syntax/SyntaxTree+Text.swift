extension SyntaxTree: CustomStringConvertible {
  /// The expression in one form of writing: single spaces, no comments.
  ///
  /// Reading it again gives an equal tree.
  public var description: String { root.description }
}

extension SyntaxNode: CustomStringConvertible {
  /// The part as text, in one form of writing.
  public var description: String {
    let children = children
    switch kind {
    case .empty: return "{}"
    case .boolean, .integer, .long, .decimal, .date, .dateTime, .time: return word
    case .string: return QuotedText.quoted(word, by: "'")
    case .quantity: return children.map(\.description).joined(separator: " ")
    case .unit: return unitText
    case .variable: return "%" + Self.name(word)
    case .this, .index, .total: return prefix + word
    case .implied: return ""
    case .member: return prefix + Self.name(word)
    case .function:
      let arguments = children.dropFirst().map(\.description).joined(separator: ", ")
      return prefix + Self.name(word) + "(" + arguments + ")"
    case .indexer: return "\(children[0])[\(children[1])]"
    case .sign: return (isReversed ? "-" : "+") + children[0].description
    case .binary: return "\(children[0]) \(node.symbol.symbol) \(children[1])"
    case .type: return ([Self.name(word)] + children.map(\.description)).joined(separator: ".")
    case .parentheses: return "(\(children[0]))"
    case .sortKey: return "\(children[0]) \(isReversed ? "desc" : "asc")"
    case .instance:
      let namespace = children.first.flatMap { $0.kind == .type ? "\($0)." : nil } ?? ""
      let elements = children.filter { $0.kind == .instanceElement }.map(\.description)
      let body = elements.isEmpty ? ":" : elements.joined(separator: ", ")
      return "\(namespace)\(Self.name(word)) { \(body) }"
    case .instanceElement: return "\(Self.name(word)): \(children[0])"
    }
  }

  /// What stands before a step, with its dot.
  private var prefix: String {
    guard let left = children.first, left.kind != .implied else { return "" }
    return left.description + "."
  }

  /// A calendar word stays a word, and a quoted one stays quoted: they are not the same unit.
  private var unitText: String {
    let isQuoted = tree.bytes[Int(node.wordStart)] == UInt8(ascii: "'")
    return isQuoted ? QuotedText.quoted(word, by: "'") : word
  }

  /// A name, in backticks unless it can stand without.
  private static func name(_ name: String) -> String {
    let bytes = Array(name.utf8)
    let isPlain =
      bytes.first.map(Lexer.isLetter) == true && bytes.allSatisfy(Lexer.isLetterOrDigit)
    let isReserved = ["and", "or", "xor", "implies", "div", "mod", "true", "false"].contains(name)
    return isPlain && !isReserved ? name : QuotedText.quoted(name, by: "`")
  }
}
