import FHIR

/// One evaluation of a program: what it is evaluated on, what it may still use.
///
/// Results are not collected from step to step: each step hands its items to the next, which can
/// stop it, so that `where(…).exists()` ends at the first item found.
final class Evaluation {
  /// Takes an item; false: enough.
  typealias Sink = (Item) throws(FHIRPathError) -> Bool

  let program: Program
  let instructions: UnsafeBufferPointer<Instruction>
  let options: EvaluationOptions
  let table = TypeTable.shared
  let isStrict: Bool
  private let tree: ResourceTree?
  /// The nodes and the text of `tree`, which is asked most.
  private let treeNodes: UnsafeBufferPointer<ResourceTree.Node>
  private let treeText: UnsafeBufferPointer<UInt8>
  @exclusivity(unchecked) private var otherTrees: [ResourceTree] = []
  @exclusivity(unchecked) private var numbersOfTrees: [ObjectIdentifier: UInt32] = [:]
  @exclusivity(unchecked) var steps: Int
  @exclusivity(unchecked) var patternSteps: Int
  /// `$total` of the aggregate that is under way.
  @exclusivity(unchecked) var total: [Item]?
  /// The variables that the expression defines.
  @exclusivity(unchecked) var variables: [[Item]]
  let contextNode: NodeReference?

  private init(_ program: Program, on node: ResourceNode?, _ options: EvaluationOptions) {
    self.program = program
    instructions = program.instructions
    self.options = options
    isStrict = program.isStrict
    tree = node?.tree
    treeNodes = node?.tree.nodes ?? UnsafeBufferPointer(start: nil, count: 0)
    treeText = node?.tree.text ?? UnsafeBufferPointer(start: nil, count: 0)
    contextNode = node.map { NodeReference(tree: 0, index: UInt32($0.index)) }
    steps = options.limits.steps
    patternSteps = options.limits.patternSteps
    variables =
      program.variableCount == 0 ? [] : Array(repeating: [], count: program.variableCount)
  }

  /// Evaluates a program on a node; without one, its context is empty.
  static func run(
    _ program: Program, on node: ResourceNode?, _ options: EvaluationOptions
  ) throws(FHIRPathError) -> [Item] {
    try Evaluation(program, on: node, options).run()
  }

  /// Evaluates a program and gives its items as the caller sees them.
  static func values(
    _ program: Program, on node: ResourceNode?, _ options: EvaluationOptions
  ) throws(FHIRPathError) -> [FHIRPathValue] {
    let evaluation = Evaluation(program, on: node, options)
    var values: [FHIRPathValue] = []
    try evaluation.each(program.root, evaluation.outermost) { item throws(FHIRPathError) in
      values.append(evaluation.value(item))
      if values.count & 0xFFF == 0 { try evaluation.checkItems(values.count, program.root) }
      return true
    }
    try evaluation.checkItems(values.count, program.root)
    return values
  }

  /// Evaluates a program for its truth; nil where it is empty.
  static func truth(
    _ program: Program, on node: ResourceNode?, _ options: EvaluationOptions
  ) throws(FHIRPathError) -> Bool? {
    let evaluation = Evaluation(program, on: node, options)
    return try evaluation.boolean(program.root, evaluation.outermost)
  }

  private var outermost: Frame {
    contextNode.map { Frame(.node($0)) } ?? Frame([])
  }

  private func run() throws(FHIRPathError) -> [Item] {
    try collect(program.root, outermost)
  }

  // MARK: - Trees

  @inline(__always) func node(_ reference: NodeReference) -> ResourceTree.Node {
    nodes(reference.tree)[Int(reference.index)]
  }

  @inline(__always) func nodes(_ number: UInt32) -> UnsafeBufferPointer<ResourceTree.Node> {
    number == 0 ? treeNodes : treeAt(number).nodes
  }

  @inline(__always) func text(_ reference: NodeReference) -> UnsafeBufferPointer<UInt8> {
    let node = node(reference)
    guard node.textLength > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = Int(node.textStart)
    let text = reference.tree == 0 ? treeText : treeAt(reference.tree).text
    return UnsafeBufferPointer(rebasing: text[start..<start + Int(node.textLength)])
  }

  @inline(__always) func treeAt(_ number: UInt32) -> ResourceTree {
    // Numbers are given out below, so the tree is there.
    if number == 0, let tree { return tree }
    return otherTrees[Int(number) - 1]
  }

  /// The reference of a node that came from outside.
  func reference(_ node: ResourceNode) -> NodeReference {
    if let tree, tree === node.tree {
      return NodeReference(tree: 0, index: UInt32(node.index))
    }
    if let known = numbersOfTrees[ObjectIdentifier(node.tree)] {
      return NodeReference(tree: known, index: UInt32(node.index))
    }
    otherTrees.append(node.tree)
    let number = UInt32(otherTrees.count)
    numbersOfTrees[ObjectIdentifier(node.tree)] = number
    return NodeReference(tree: number, index: UInt32(node.index))
  }

  func resourceNode(_ reference: NodeReference) -> ResourceNode {
    ResourceNode(tree: treeAt(reference.tree), index: Int(reference.index))
  }

  // MARK: - Limits and errors

  @inline(__always) func step(_ instruction: Int32, _ count: Int = 1) throws(FHIRPathError) {
    steps -= count
    if steps < 0 { throw error(.tooManySteps(limit: options.limits.steps), instruction) }
  }

  /// Counts work where no error can be raised; the next step raises it.
  @inline(__always) func charge(_ count: Int) { steps -= count }

  func checkItems(_ count: Int, _ instruction: Int32) throws(FHIRPathError) {
    guard count <= options.limits.items else {
      throw error(.tooManyItems(limit: options.limits.items), instruction)
    }
  }

  func error(_ reason: FHIRPathError.Reason, _ instruction: Int32) -> FHIRPathError {
    let place = instructions[Int(instruction)]
    return FHIRPathError(reason, at: SourceRange(start: Int(place.start), end: Int(place.end)))
  }

  // MARK: - Values from and to outside

  func value(_ item: Item) -> FHIRPathValue {
    switch item {
    case .node(let reference): .node(resourceNode(reference))
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .long(let value): .long(value)
    case .decimal(let value): .decimal(value)
    case .string(let value): .string(value)
    case .date(let value): .date(value)
    case .dateTime(let value): .dateTime(value)
    case .time(let value): .time(value)
    case .quantity(let value): .quantity(value.value, unit: value.unitText)
    case .type(let value): .type(namespace: value.namespace, name: value.name)
    }
  }

  func item(_ value: FHIRPathValue) -> Item {
    switch value {
    case .node(let node): .node(reference(node))
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .long(let value): .long(value)
    case .decimal(let value): .decimal(value)
    case .string(let value): .string(value)
    case .date(let value): .date(value)
    case .dateTime(let value): .dateTime(value)
    case .time(let value): .time(value)
    case .quantity(let value, let unit): .quantity(SystemQuantity(value: value, unit: unit))
    case .type(let namespace, let name):
      .type(TypeInformation(namespace: namespace, name: name, base: ""))
    }
  }
}
