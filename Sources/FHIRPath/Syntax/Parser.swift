/// Reads tokens into the nodes of a `SyntaxTree` by precedence (FHIRPath 3.0, section 12).
struct Parser {
  private var lexer: Lexer
  var token: Token
  private(set) var nodes: [SyntaxTree.Node] = []
  /// How deep evaluating a node goes: a step is reached from within what it is a step of.
  private var depths: [Int32] = []
  private let limits: SyntaxLimits
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: SyntaxLimits) throws(FHIRPathError) {
    lexer = Lexer(bytes)
    token = try lexer.next()
    self.limits = limits
    nodes.reserveCapacity(bytes.count / 5 + 4)
  }

  mutating func parse() throws(FHIRPathError) -> Int32 {
    let root = try expression(binding: 0)
    guard token.kind == .end else { throw unexpected("an operator or the end") }
    return root
  }

  // MARK: - Tokens

  @inline(__always) mutating func advance() throws(FHIRPathError) { token = try lexer.next() }

  func text(_ token: Token) -> String {
    String(decoding: lexer.bytes[token.start..<token.end], as: UTF8.self)
  }

  func isWord(_ word: StaticString) -> Bool {
    guard token.kind == .identifier, token.end - token.start == word.utf8CodeUnitCount else {
      return false
    }
    for index in 0..<word.utf8CodeUnitCount
    where lexer.bytes[token.start + index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  func unexpected(_ expected: String) -> FHIRPathError {
    let found = token.kind == .end ? "the end" : text(token)
    return lexer.error(
      .unexpected(found: found, expected: expected), from: token.start, to: token.end)
  }

  mutating func expect(_ kind: Token.Kind, _ name: String) throws(FHIRPathError) -> Int {
    guard token.kind == kind else { throw unexpected(name) }
    let end = token.end
    try advance()
    return end
  }

  // MARK: - Nodes

  mutating func add(_ kind: SyntaxNode.Kind, from start: Int, to end: Int) -> Int32 {
    nodes.append(SyntaxTree.Node(kind: kind, start: UInt32(start), end: UInt32(end)))
    depths.append(1)
    return Int32(nodes.count - 1)
  }

  /// Adds a node for the current token and moves over it.
  mutating func addWord(_ kind: SyntaxNode.Kind) throws(FHIRPathError) -> Int32 {
    let node = add(kind, from: token.start, to: token.end)
    setWord(of: node, to: token)
    if token.kind == .string || token.kind == .quotedIdentifier { try checkEscapes(of: token) }
    try advance()
    return node
  }

  private func setWordRange(_ node: inout SyntaxTree.Node, _ token: Token) {
    node.wordStart = UInt32(token.start)
    node.wordEnd = UInt32(token.end)
  }

  mutating func setWord(of node: Int32, to token: Token) {
    setWordRange(&nodes[Int(node)], token)
  }

  mutating func change(_ node: Int32, _ body: (inout SyntaxTree.Node) -> Void) {
    body(&nodes[Int(node)])
  }

  func start(of node: Int32) -> Int { Int(nodes[Int(node)].start) }
  func end(of node: Int32) -> Int { Int(nodes[Int(node)].end) }

  func checkEscapes(of token: Token) throws(FHIRPathError) {
    let word = lexer.bytes[token.start..<token.end]
    guard word.contains(UInt8(ascii: "\\")) else { return }
    do {
      _ = try QuotedText.decoded(Array(word)[...])
    } catch {
      let start = token.start + error.offset
      throw lexer.error(.invalidEscape, from: start, to: min(start + 6, token.end))
    }
  }

  // MARK: - Expressions

  /// Reads operators that bind at least this tightly.
  mutating func expression(binding: UInt8) throws(FHIRPathError) -> Int32 {
    depth += 1
    defer { depth -= 1 }
    try checkDepth(depth)
    var left = try operand()
    while let symbol = currentOperator, symbol.precedence >= max(binding, 1) {
      try advance()
      let right: Int32
      if symbol == .isType || symbol == .asType {
        right = try typeName()
      } else {
        right = try expression(binding: symbol.precedence + 1)
      }
      let node = add(.binary, from: start(of: left), to: end(of: right))
      nodes[Int(node)].symbol = symbol
      nodes[Int(node)].first = left
      nodes[Int(left)].next = right
      try deepen(node, over: [left, right])
      left = node
    }
    return left
  }

  private func checkDepth(_ depth: Int) throws(FHIRPathError) {
    guard depth <= limits.depth else {
      throw lexer.error(.tooDeep(limit: limits.depth), from: token.start, to: token.end)
    }
  }

  /// Counts a node deeper than parts of it, of which one is evaluated after the other.
  mutating func deepen(_ node: Int32, over parts: [Int32]) throws(FHIRPathError) {
    for part in parts { depths[Int(node)] = max(depths[Int(node)], depths[Int(part)] + 1) }
    try checkDepth(Int(depths[Int(node)]))
  }

  /// Counts a step deeper than what it is a step of and, on top of that, its argument.
  mutating func deepen(
    _ node: Int32, after left: Int32, argument: Int32? = nil
  ) throws(FHIRPathError) {
    let before = depths[Int(left)] + 1
    let inner = argument.map { depths[Int($0)] } ?? 0
    depths[Int(node)] = max(depths[Int(node)], before + inner)
    try checkDepth(Int(depths[Int(node)]))
  }

  private var currentOperator: Operator? {
    switch token.kind {
    case .symbol: token.symbol
    case .identifier: wordOperator
    default: nil
    }
  }

  private var wordOperator: Operator? {
    switch token.end - token.start {
    case 2:
      isWord("or")
        ? .or
        : isWord("is")
          ? .isType
          : isWord("as")
            ? .asType
            : isWord("in") ? .within : nil
    case 3:
      isWord("and")
        ? .and
        : isWord("div")
          ? .wholeDivide
          : isWord("mod")
            ? .modulo
            : isWord("xor") ? .exclusiveOr : nil
    case 7: isWord("implies") ? .implies : nil
    case 8: isWord("contains") ? .contains : nil
    default: nil
    }
  }

  /// Reads signs and what they stand before.
  private mutating func operand() throws(FHIRPathError) -> Int32 {
    guard token.kind == .symbol, token.symbol == .add || token.symbol == .subtract else {
      return try postfix()
    }
    let sign = token
    depth += 1
    defer { depth -= 1 }
    try checkDepth(depth)
    try advance()
    let inner = try operand()
    let node = add(.sign, from: sign.start, to: end(of: inner))
    nodes[Int(node)].isReversed = sign.symbol == .subtract
    nodes[Int(node)].first = inner
    try deepen(node, over: [inner])
    return node
  }

  /// Reads a term and the steps and positions after it.
  private mutating func postfix() throws(FHIRPathError) -> Int32 {
    var left = try term()
    while true {
      if token.kind == .dot {
        try advance()
        left = try step(after: left)
      } else if token.kind == .openBracket {
        try advance()
        let position = try expression(binding: 0)
        let node = add(
          .indexer, from: start(of: left), to: try expect(.closeBracket, "a closing bracket"))
        nodes[Int(node)].first = left
        nodes[Int(left)].next = position
        try deepen(node, after: left, argument: position)
        left = node
      } else {
        return left
      }
    }
  }

  /// Reads a name, a call or `$this` after a dot.
  private mutating func step(after left: Int32) throws(FHIRPathError) -> Int32 {
    switch token.kind {
    case .identifier, .quotedIdentifier:
      return try nameOrCall(after: left)
    // These stand after a dot only by grammar; what is before them does not matter to them.
    case .this, .index, .total:
      return try nameOrCall(after: left)
    default: throw unexpected("a name after the dot")
    }
  }
}
