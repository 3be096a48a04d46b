extension Compiler {
  mutating func compileFunction(_ index: Int32) throws(FHIRPathError) -> Int32 {
    let node = node(index)
    let name = word(index)
    let isOfTerminologies = isTerminologies(node.first)
    guard let function = Function.named(name), (function == .lookup) == isOfTerminologies else {
      throw error(
        isOfTerminologies ? .terminologyFunction(name) : .unknownFunction(name), at: index)
    }
    let input =
      isOfTerminologies ? add(Instruction(code: .empty), for: node.first) : try compile(node.first)
    let arguments = arguments(of: node.first)
    guard function.arity.contains(arguments.count) else {
      throw error(
        .wrongArgumentCount(function: name, expected: function.arityText), at: index)
    }
    if isStrict { try checkOrder(function, of: node.first, at: index) }
    var instruction = Instruction(code: .function, function: function, first: input)
    if function.takesType {
      let type = try typeSpecifier(arguments[0])
      instruction.detail = type.number
      if function == .is { instruction.code = .isType }
      if function == .as { instruction.code = .asType }
      return add(instruction, for: index)
    }
    let compiled = try compileArguments(arguments, of: function)
    if let items = linkedItems(input, compiled, of: function, at: index) {
      guard function == .exists else { return items }
      return add(Instruction(code: .function, function: function, first: items), for: index)
    }
    instruction.argument = compiled.first ?? -1
    if function == .defineVariable {
      guard case .string(let variable)? = constant(compiled[0]) else {
        throw error(.literalExpected(function: name), at: arguments[0])
      }
      instruction.detail = try define(variable, at: index)
    }
    try readPattern(function, compiled, at: arguments)
    let result = add(instruction, for: index)
    let isFoldable =
      function.isPure && !function.takesLambda && isConstant(input)
      && compiled.allSatisfy(isConstant)
    return fold(result, isFoldable, at: index)
  }

  /// `item`, `descendants()` or `repeat(item)`, `where` or `exists` an item's `linkId` is a text.
  private mutating func linkedItems(
    _ input: Int32, _ arguments: [Int32], of function: Function, at index: Int32
  ) -> Int32? {
    guard function == .where || function == .exists, arguments.count == 1 else { return nil }
    let table = TypeTable.shared
    let criterion = instructions[Int(arguments[0])]
    guard criterion.code == .memberIsText, criterion.detail == Int32(table.name("linkId")) else {
      return nil
    }
    let item = Int32(table.name("item"))
    let way = instructions[Int(input)]
    switch (way.code, way.function) {
    case (.member, _):
      guard way.detail == item else { return nil }
    case (.function, .descendants): break
    case (.function, .repeat):
      let step = instructions[Int(way.argument)]
      guard step.code == .member, step.first < 0, step.detail == item else { return nil }
    default: return nil
    }
    return add(Instruction(code: .linkedItems, first: input, argument: arguments[0]), for: index)
  }

  private func isTerminologies(_ index: Int32) -> Bool {
    node(index).kind == .variable && word(index) == WellKnownVariable.terminologies
  }

  private func arguments(of input: Int32) -> [Int32] {
    var arguments: [Int32] = []
    var next = node(input).next
    while next >= 0 {
      arguments.append(next)
      next = node(next).next
    }
    return arguments
  }

  private mutating func compileArguments(
    _ arguments: [Int32], of function: Function
  ) throws(FHIRPathError) -> [Int32] {
    var compiled: [Int32] = []
    var known: Set<Int32> = []
    for argument in arguments {
      var instruction = try compileApart(argument)
      if function == .sort, node(argument).kind == .sign, node(argument).isReversed {
        instruction = descendingKey(instruction)
      }
      // An instruction stands in one list only, since it names the next.
      if instructions[Int(instruction)].next >= 0 || !known.insert(instruction).inserted {
        instructions.append(instructions[Int(instruction)])
        instruction = Int32(instructions.count - 1)
      }
      if let last = compiled.last { instructions[Int(last)].next = instruction }
      compiled.append(instruction)
    }
    return compiled
  }

  /// `-family` as a key sorts downwards, texts too.
  private mutating func descendingKey(_ instruction: Int32) -> Int32 {
    let sign = instructions[Int(instruction)]
    guard sign.code == .negate else { return instruction }
    instructions[Int(sign.first)].isReversed = true
    return sign.first
  }

  /// Reads a regular expression that is a literal, once.
  private mutating func readPattern(
    _ function: Function, _ arguments: [Int32], at places: [Int32]
  ) throws(FHIRPathError) {
    guard function == .matches || function == .matchesFull || function == .replaceMatches,
      case .string(let text)? = constant(arguments[0])
    else { return }
    let flagsPlace = function == .replaceMatches ? 2 : 1
    var flags = ""
    if arguments.count > flagsPlace {
      guard case .string(let literal)? = constant(arguments[flagsPlace]) else { return }
      flags = literal
    }
    do {
      patterns[arguments[0]] = try Pattern(text, flags: flags)
    } catch {
      throw self.error(.invalidPattern(error.advice), at: places[0])
    }
  }

  /// In strict evaluation, children have no order that could be used.
  private func checkOrder(
    _ function: Function, of input: Int32, at index: Int32
  ) throws(FHIRPathError) {
    switch function {
    case .first, .last, .tail, .skip, .take:
      let source = node(input)
      guard source.kind == .function, ["children", "descendants"].contains(word(input)) else {
        return
      }
      throw error(.unorderedCollection(function: function.rawValue), at: index)
    default: return
    }
  }

  // MARK: - Instances

  mutating func compileInstance(_ index: Int32) throws(FHIRPathError) -> Int32 {
    let name = word(index)
    var element = node(index).first
    var namespace: String?
    if element >= 0, node(element).kind == .type {
      namespace = word(element)
      element = node(element).next
    }
    guard case .fhir? = TypeSpecifier(namespace: namespace, name: name) else {
      throw error(.unknownType(namespace.map { "\($0).\(name)" } ?? name), at: index)
    }
    var elements: [Int32] = []
    while element >= 0 {
      let value = try compileApart(node(element).first)
      let number = number(ofName: word(element))
      elements.append(
        add(
          Instruction(code: .instanceElement, first: value, detail: number), for: element))
      if elements.count > 1 {
        instructions[Int(elements[elements.count - 2])].next = elements[elements.count - 1]
      }
      element = node(element).next
    }
    return add(
      Instruction(
        code: .instance, argument: elements.first ?? -1, detail: number(ofName: name)),
      for: index)
  }
}
