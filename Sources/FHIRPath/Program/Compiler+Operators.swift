import FHIR

extension Compiler {
  mutating func compileSign(_ index: Int32) throws(FHIRPathError) -> Int32 {
    let node = node(index)
    let inner = self.node(node.first)
    if node.isReversed {
      switch (inner.kind, word(node.first)) {
      case (.integer, LiteralReader.leastInteger): return addConstant(.integer(.min), for: index)
      case (.long, LiteralReader.leastLong): return addConstant(.long(.min), for: index)
      default: break
      }
    }
    let operand = try compile(node.first)
    let result = add(
      Instruction(code: node.isReversed ? .negate : .identity, first: operand), for: index)
    return fold(result, isConstant(operand), at: index)
  }

  mutating func compileBinary(_ index: Int32) throws(FHIRPathError) -> Int32 {
    let node = node(index)
    let right = self.node(node.first).next
    if node.symbol == .isType || node.symbol == .asType {
      let operand = try compileApart(node.first)
      let type = try typeSpecifier(right)
      let code: Instruction.Code = node.symbol == .isType ? .isType : .asType
      return add(Instruction(code: code, first: operand, detail: type.number), for: index)
    }
    let leftOperand = try compileApart(node.first)
    let rightOperand = try compileApart(right)
    if node.symbol == .equal {
      let fused =
        textComparison(leftOperand, rightOperand, at: index)
        ?? textComparison(rightOperand, leftOperand, at: index)
      if let fused { return fused }
    }
    let result = add(
      Instruction(
        code: .binary, symbol: node.symbol, first: leftOperand, argument: rightOperand), for: index)
    let isFoldable =
      node.symbol != .union && isConstant(leftOperand) && isConstant(rightOperand)
    return fold(result, isFoldable, at: index)
  }

  /// `linkId = 'x'`: one comparison of bytes instead of two collections.
  ///
  /// Not for names such as `valueCode`, which may be accepted for others, and not where an unknown
  /// element is an error.
  private mutating func textComparison(_ left: Int32, _ right: Int32, at index: Int32) -> Int32? {
    let member = instructions[Int(left)]
    let table = TypeTable.shared
    guard !isStrict, member.code == .member, member.first < 0, case .string? = constant(right),
      table.choice(in: table.names[Int(member.detail)]) == nil
    else { return nil }
    return add(
      Instruction(code: .memberIsText, first: left, argument: right, detail: member.detail),
      for: index)
  }

  /// Evaluates a part of constants once; one that fails is left to fail when it is reached.
  mutating func fold(_ instruction: Int32, _ isFoldable: Bool, at index: Int32) -> Int32 {
    guard isFoldable else { return instruction }
    let limits = EvaluationLimits(steps: 10_000, items: 100, textBytes: 10_000)
    guard
      let items = try? Evaluation.run(
        program(folding: instruction), on: nil, EvaluationOptions(limits: limits)),
      items.count <= 1
    else { return instruction }
    guard let item = items.first else { return add(Instruction(code: .empty), for: index) }
    return addConstant(item, for: index)
  }

  // MARK: - Types

  /// Reads the type after `is` or `as`, or as an argument.
  func typeSpecifier(_ index: Int32) throws(FHIRPathError) -> TypeSpecifier {
    let node = node(index)
    var namespace: String?
    var name = word(index)
    switch node.kind {
    case .type where node.first >= 0:
      namespace = name
      name = word(node.first)
    case .type: break
    case .member where node.first >= 0:
      guard self.node(node.first).kind == .member else {
        throw error(.unknownType(name), at: index)
      }
      namespace = word(node.first)
    case .member: break
    case .parentheses: return try typeSpecifier(node.first)
    default: throw error(.unknownType(SyntaxNode(tree: tree, index: index).description), at: index)
    }
    guard let type = TypeSpecifier(namespace: namespace, name: name) else {
      let full = namespace.map { "\($0).\(name)" } ?? name
      throw error(.unknownType(full), at: index)
    }
    return type
  }

  // MARK: - Literals

  func literal(_ index: Int32) throws(FHIRPathError) -> Item {
    let text = word(index)
    let item: Item? =
      switch node(index).kind {
      case .boolean: .boolean(text == "true")
      case .string: .string(text)
      case .integer: Int32(text).map(Item.integer)
      case .long: Int64(text.dropLast()).map(Item.long)
      case .decimal: ExactDecimal(text).map(Item.decimal)
      case .date: LiteralReader.date(text.dropFirst()).map(Item.date)
      case .dateTime: LiteralReader.dateTime(text.dropFirst()).map(Item.dateTime)
      case .time: LiteralReader.time(text.dropFirst(2)).map(Item.time)
      case .quantity: quantity(index)
      default: nil
      }
    guard let item else {
      throw error(.invalidLiteral("this number is too large; write a smaller one"), at: index)
    }
    return item
  }

  private func quantity(_ index: Int32) -> Item? {
    let number = node(index).first
    let unit = node(number).next
    return ExactDecimal(word(number)).map {
      .quantity(SystemQuantity(value: $0, unit: word(unit)))
    }
  }
}
