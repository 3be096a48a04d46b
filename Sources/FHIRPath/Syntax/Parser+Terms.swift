extension Parser {
  mutating func term() throws(FHIRPathError) -> Int32 {
    switch token.kind {
    case .identifier: return try word()
    case .quotedIdentifier: return try nameOrCall(after: -1)
    case .string: return try addWord(.string)
    case .integer, .decimal: return try numberOrQuantity()
    case .long: return try literal(.long)
    case .date: return try literal(.date)
    case .dateTime: return try literal(.dateTime)
    case .time: return try literal(.time)
    case .variable: return try variable()
    case .this: return try addWord(.this)
    case .index: return try addWord(.index)
    case .total: return try addWord(.total)
    case .openParenthesis: return try parentheses()
    case .openBrace:
      let start = token.start
      try advance()
      return add(.empty, from: start, to: try expect(.closeBrace, "a closing brace"))
    default: throw unexpected("a value, a name or a parenthesis")
    }
  }

  /// Words that cannot name an element unless they stand in backticks.
  private var isReserved: Bool {
    isWord("and") || isWord("or") || isWord("xor") || isWord("implies") || isWord("div")
      || isWord("mod")
  }

  private mutating func word() throws(FHIRPathError) -> Int32 {
    if isWord("true") || isWord("false") { return try addWord(.boolean) }
    if isReserved { throw unexpected("a value or a name; names such as this go in backticks") }
    return try nameOrCall(after: -1)
  }

  private mutating func parentheses() throws(FHIRPathError) -> Int32 {
    let start = token.start
    try advance()
    let inner = try expression(binding: 0)
    let node = add(
      .parentheses, from: start, to: try expect(.closeParenthesis, "a closing parenthesis"))
    change(node) { $0.first = inner }
    try deepen(node, over: [inner])
    return node
  }

  private mutating func variable() throws(FHIRPathError) -> Int32 {
    var word = token
    word.start += 1
    let node = add(.variable, from: token.start, to: token.end)
    try checkEscapes(of: word)
    setWord(of: node, to: word)
    try advance()
    return node
  }

  // MARK: - Names and calls

  /// Reads a name with or without arguments, which stands after `left` (-1: after nothing).
  mutating func nameOrCall(after left: Int32) throws(FHIRPathError) -> Int32 {
    if left >= 0, token.kind == .identifier, isWord("true") || isWord("false") || isReserved {
      throw unexpected("a name; names such as this go in backticks")
    }
    let start = left < 0 ? token.start : self.start(of: left)
    let kind: SyntaxNode.Kind
    switch token.kind {
    case .this: kind = .this
    case .index: kind = .index
    case .total: kind = .total
    default: kind = .member
    }
    let isSort = isWord("sort")
    let node = try addWord(kind)
    change(node) {
      $0.start = UInt32(start)
      $0.first = left
    }
    if left >= 0 { try deepen(node, after: left) }
    guard kind == .member else { return node }
    if token.kind == .openBrace, left < 0 || isBareName(left) {
      return try instance(node, of: left)
    }
    guard token.kind == .openParenthesis else { return node }
    let input = left >= 0 ? left : add(.implied, from: start, to: start)
    change(node) {
      $0.kind = .function
      $0.first = input
    }
    try arguments(of: node, after: input, isSort: isSort)
    return node
  }

  private mutating func arguments(
    of node: Int32, after input: Int32, isSort: Bool
  ) throws(FHIRPathError) {
    try advance()
    var last = input
    if token.kind != .closeParenthesis {
      while true {
        let argument = isSort ? try sortKey() : try expression(binding: 0)
        change(last) { $0.next = argument }
        try deepen(node, after: input, argument: argument)
        last = argument
        guard token.kind == .comma else { break }
        try advance()
      }
    }
    let end = try expect(.closeParenthesis, "a comma or a closing parenthesis")
    change(node) { $0.end = UInt32(end) }
  }

  private mutating func sortKey() throws(FHIRPathError) -> Int32 {
    let key = try expression(binding: 0)
    let isDescending = isWord("desc")
    guard isDescending || isWord("asc") else { return key }
    let node = add(.sortKey, from: start(of: key), to: token.end)
    try advance()
    change(node) {
      $0.isReversed = isDescending
      $0.first = key
    }
    try deepen(node, over: [key])
    return node
  }

  /// Whether a part may be a namespace.
  private func isBareName(_ node: Int32) -> Bool {
    nodes[Int(node)].kind == .member && nodes[Int(node)].first < 0
  }

  /// Reads the elements of an instance, whose type has been read as a name, and before it the
  /// namespace (-1: none).
  private mutating func instance(
    _ node: Int32, of namespace: Int32
  ) throws(FHIRPathError) -> Int32 {
    try advance()
    var last = namespace
    if namespace >= 0 { change(namespace) { $0.kind = .type } }
    let isEmpty = token.kind == .colon
    if isEmpty { try advance() }
    while !isEmpty {
      guard token.kind == .identifier || token.kind == .quotedIdentifier else {
        throw unexpected("the name of an element or a closing brace")
      }
      let element = try addWord(.instanceElement)
      _ = try expect(.colon, "a colon")
      let value = try expression(binding: 0)
      let end = self.end(of: value)
      change(element) {
        $0.first = value
        $0.end = UInt32(end)
      }
      try deepen(element, over: [value])
      try deepen(node, over: [element])
      change(last < 0 ? node : last) { parent in
        if last < 0 { parent.first = element } else { parent.next = element }
      }
      last = element
      guard token.kind == .comma else { break }
      try advance()
    }
    let end = try expect(.closeBrace, isEmpty ? "a closing brace" : "a comma or a closing brace")
    change(node) {
      $0.kind = .instance
      $0.end = UInt32(end)
    }
    return node
  }

  mutating func typeName() throws(FHIRPathError) -> Int32 {
    guard token.kind == .identifier || token.kind == .quotedIdentifier else {
      throw unexpected("the name of a type")
    }
    let node = try addWord(.type)
    guard token.kind == .dot else { return node }
    try advance()
    guard token.kind == .identifier || token.kind == .quotedIdentifier else {
      throw unexpected("the name of a type")
    }
    // The name proper is a child, so that either part may stand in backticks.
    let name = try addWord(.type)
    let end = self.end(of: name)
    change(node) {
      $0.first = name
      $0.end = UInt32(end)
    }
    return node
  }

  // MARK: - Literals

  private mutating func literal(_ kind: SyntaxNode.Kind) throws(FHIRPathError) -> Int32 {
    let problem = LiteralReader.problem(with: text(token), as: kind)
    if let problem {
      throw FHIRPathError(
        .invalidLiteral(problem), at: SourceRange(start: token.start, end: token.end))
    }
    return try addWord(kind)
  }

  private mutating func numberOrQuantity() throws(FHIRPathError) -> Int32 {
    let number = try literal(token.kind == .integer ? .integer : .decimal)
    guard isUnit else { return number }
    let start = self.start(of: number)
    let unit = try addWord(.unit)
    let node = add(.quantity, from: start, to: end(of: unit))
    change(node) { $0.first = number }
    change(number) { $0.next = unit }
    return node
  }

  private var isUnit: Bool {
    switch token.kind {
    case .string: true
    case .identifier: CalendarUnit(text(token)) != nil
    default: false
    }
  }
}
