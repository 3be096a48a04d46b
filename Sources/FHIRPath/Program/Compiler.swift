import FHIR

/// Turns a syntax tree into a program: names become numbers, constants are folded, variables find
/// their definitions, and what can be known to be wrong is reported.
struct Compiler {
  let tree: SyntaxTree
  let isStrict: Bool
  var instructions: [Instruction] = []
  var constants: [Item] = []
  var names: [String] = []
  private var numbersOfNames: [[UInt8]: Int32] = [:]
  var patterns: [Int32: Pattern] = [:]
  /// The variables that can be used at this place, with their numbers.
  private var scope: [(name: String, number: Int32)] = []
  private var variableCount: Int32 = 0

  static func compile(_ tree: SyntaxTree, isStrict: Bool) throws(FHIRPathError) -> Program {
    var compiler = Compiler(tree: tree, isStrict: isStrict)
    compiler.instructions.reserveCapacity(tree.nodes.count)
    let root = try compiler.compile(tree.rootIndex)
    return compiler.program(root: root)
  }

  func program(root: Int32) -> Program {
    Program(
      instructions: instructions, root: root, constants: constants, names: names,
      variableCount: Int(variableCount), patterns: patterns, isStrict: isStrict)
  }

  /// One instruction and its operands as a program, all of them constants.
  func program(folding instruction: Int32) -> Program {
    var folded = instructions[Int(instruction)]
    var parts: [Instruction] = []
    func add(_ operand: Int32) -> Int32 {
      guard operand >= 0 else { return -1 }
      parts.append(instructions[Int(operand)])
      return Int32(parts.count - 1)
    }
    folded.first = add(folded.first)
    let pattern = patterns[folded.argument]
    var operand = folded.argument
    folded.argument = add(operand)
    while operand >= 0 {
      let place = parts.count - 1
      operand = instructions[Int(operand)].next
      parts[place].next = add(operand)
    }
    parts.append(folded)
    return Program(
      instructions: parts, root: Int32(parts.count - 1), constants: constants, names: names,
      variableCount: 0, patterns: pattern.map { [folded.argument: $0] } ?? [:], isStrict: isStrict)
  }

  // MARK: - Parts

  func node(_ index: Int32) -> SyntaxTree.Node { tree.nodes[Int(index)] }

  func word(_ index: Int32) -> String { SyntaxNode(tree: tree, index: index).word }

  func error(_ reason: FHIRPathError.Reason, at index: Int32) -> FHIRPathError {
    let node = node(index)
    let start = node.wordEnd > 0 ? node.wordStart : node.start
    return FHIRPathError(reason, at: SourceRange(start: Int(start), end: Int(node.end)))
  }

  mutating func add(_ instruction: Instruction, for index: Int32) -> Int32 {
    var instruction = instruction
    let node = node(index)
    instruction.start = node.wordEnd > 0 && node.kind != .type ? node.wordStart : node.start
    instruction.end = node.end
    instructions.append(instruction)
    return Int32(instructions.count - 1)
  }

  mutating func addConstant(_ item: Item, for index: Int32) -> Int32 {
    constants.append(item)
    return add(Instruction(code: .constant, detail: Int32(constants.count - 1)), for: index)
  }

  mutating func number(ofName name: String) -> Int32 {
    let bytes = Array(name.utf8)
    if let number = numbersOfNames[bytes] { return number }
    names.append(name)
    numbersOfNames[bytes] = Int32(names.count - 1)
    return Int32(names.count - 1)
  }

  func isConstant(_ instruction: Int32) -> Bool {
    instruction < 0 || instructions[Int(instruction)].code == .constant
      || instructions[Int(instruction)].code == .empty
  }

  func constant(_ instruction: Int32) -> Item? {
    let found = instructions[Int(instruction)]
    return found.code == .constant ? constants[Int(found.detail)] : nil
  }

  /// Compiles a part whose variables stay its own.
  mutating func compileApart(_ index: Int32) throws(FHIRPathError) -> Int32 {
    let outer = scope
    defer { scope = outer }
    return try compile(index)
  }

  mutating func compile(_ index: Int32) throws(FHIRPathError) -> Int32 {
    let node = node(index)
    switch node.kind {
    case .empty: return add(Instruction(code: .empty), for: index)
    case .boolean, .string, .integer, .long, .decimal, .date, .dateTime, .time, .quantity:
      return addConstant(try literal(index), for: index)
    case .this, .implied: return add(Instruction(code: .this), for: index)
    case .index: return add(Instruction(code: .index), for: index)
    case .total: return add(Instruction(code: .total), for: index)
    case .variable: return try compileVariable(index)
    case .member: return try compileMember(index)
    case .function: return try compileFunction(index)
    case .indexer: return try compileIndexer(index)
    case .sign: return try compileSign(index)
    case .binary: return try compileBinary(index)
    case .parentheses: return try compile(node.first)
    case .sortKey:
      let key = try compile(node.first)
      // A copy, so that the direction does not change a shared instruction.
      instructions[Int(key)].isReversed = node.isReversed
      return key
    case .instance: return try compileInstance(index)
    case .type, .unit, .instanceElement: return add(Instruction(code: .empty), for: index)
    }
  }

  // MARK: - Variables

  private mutating func compileVariable(_ index: Int32) throws(FHIRPathError) -> Int32 {
    let name = word(index)
    if let found = scope.last(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      return add(Instruction(code: .variable, detail: found.number), for: index)
    }
    switch name {
    case "resource": return add(Instruction(code: .resource), for: index)
    case "rootResource": return add(Instruction(code: .rootResource), for: index)
    case "context": return add(Instruction(code: .context), for: index)
    case WellKnownVariable.terminologies: throw error(.terminologyFunction(nil), at: index)
    default:
      if let url = WellKnownVariable.value(of: name) {
        return addConstant(.string(url), for: index)
      }
      return add(Instruction(code: .environment, detail: number(ofName: name)), for: index)
    }
  }

  /// Brings a variable into scope for the rest of the chain.
  mutating func define(_ name: String, at index: Int32) throws(FHIRPathError) -> Int32 {
    let isTaken =
      scope.contains { $0.name.utf8.elementsEqual(name.utf8) }
      || WellKnownVariable.isReserved(name)
    guard !isTaken else { throw error(.redefinedVariable(name), at: index) }
    scope.append((name, variableCount))
    variableCount += 1
    return variableCount - 1
  }

  // MARK: - Paths

  private mutating func compileMember(_ index: Int32) throws(FHIRPathError) -> Int32 {
    let node = node(index)
    let name = word(index)
    let table = TypeTable.shared
    if node.first < 0, let first = name.utf8.first, 65...90 ~= first {
      let type = table.type(named: name)
      if type != TypeTable.unknown {
        return add(Instruction(code: .rootType, detail: Int32(type)), for: index)
      }
    }
    let input = node.first < 0 ? -1 : try compile(node.first)
    let known = table.name(name)
    let instruction =
      known != TypeTable.noName
      ? Instruction(code: .member, first: input, detail: Int32(known))
      : Instruction(code: .otherMember, first: input, detail: number(ofName: name))
    return add(instruction, for: index)
  }

  private mutating func compileIndexer(_ index: Int32) throws(FHIRPathError) -> Int32 {
    let node = node(index)
    let input = try compile(node.first)
    let position = try compileApart(self.node(node.first).next)
    return add(Instruction(code: .indexer, first: input, argument: position), for: index)
  }
}
