extension Evaluation {
  /// The truth of what an instruction gives; nil where it is empty.
  ///
  /// One item that is not a Boolean is true (FHIRPath 3.0, section 4.5); several are an error.
  func boolean(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Bool? {
    let instruction = instructions[Int(index)]
    switch instruction.code {
    case .memberIsText:
      try step(index)
      return try memberIsText(index, frame)
    case .isType: return try isType(index, frame)
    case .binary:
      try step(index)
      switch instruction.symbol {
      case .and, .or, .exclusiveOr, .implies: return try logic(index, frame)
      case .equal: return try areEqual(index, frame)
      case .notEqual: return try areEqual(index, frame).map { !$0 }
      case .equivalent: return try areEquivalent(index, frame)
      case .notEquivalent: return try !areEquivalent(index, frame)
      case .less, .lessOrEqual, .greater, .greaterOrEqual: return try compare(index, frame)
      case .within: return try contains(instruction.argument, instruction.first, index, frame)
      case .contains: return try contains(instruction.first, instruction.argument, index, frame)
      default: return try scalar(index, frame).map { truth($0) }
      }
    case .function:
      switch instruction.function {
      case .exists, .empty, .not, .all, .hasValue:
        try step(index)
        return try test(index, frame)
      default: return try scalar(index, frame).map { truth($0) }
      }
    default: return try scalar(index, frame).map { truth($0) }
    }
  }

  @inline(__always) func truth(_ item: Item) -> Bool {
    switch item {
    case .boolean(let value): return value
    case .node(let reference):
      let node = node(reference)
      guard node.kind == .boolean else { return true }
      return text(reference).first == UInt8(ascii: "t")
    default: return true
    }
  }

  private func logic(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Bool? {
    let instruction = instructions[Int(index)]
    let left = try boolean(instruction.first, frame)
    switch (instruction.symbol, left) {
    case (.and, false?): return false
    case (.or, true?): return true
    case (.implies, false?): return true
    default: break
    }
    let right = try boolean(instruction.argument, frame)
    switch instruction.symbol {
    case .and: return right == false ? false : left == nil || right == nil ? nil : true
    case .or: return right == true ? true : left == nil || right == nil ? nil : false
    case .implies: return right == true ? true : left == nil || right == nil ? nil : false
    default:
      guard let left, let right else { return nil }
      return left != right
    }
  }

  /// `name = 'text'` on `$this`.
  func memberIsText(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Bool? {
    let instruction = instructions[Int(index)]
    guard frame.items == nil, case .node(let reference) = frame.item,
      case .string(let expected) = program.constants[
        Int(instructions[Int(instruction.argument)].detail)]
    else { return try areEqual(index, frame) }
    let name = TypeTable.NameNumber(truncatingIfNeeded: instruction.detail)
    var found: NodeReference?
    var isOne = true
    let nodes = nodes(reference.tree)
    let end = nodes[Int(reference.index)].end
    var child = reference.index + 1
    var count = 0
    while child < end {
      count += 1
      let node = nodes[Int(child)]
      if node.name == name {
        isOne = found == nil
        found = NodeReference(tree: reference.tree, index: child)
      }
      child = node.end
    }
    try step(index, count)
    guard let found else { return nil }
    guard isOne else { return false }
    guard nodes[Int(found.index)].kind == .string,
      table.systemType(of: nodes[Int(found.index)].type) == .string
    else { return try areEqual(index, frame) }
    return isText(found, expected)
  }

  /// Whether a node's text is this, byte by byte.
  @inline(__always) func isText(_ reference: NodeReference, _ expected: String) -> Bool {
    let bytes = text(reference)
    var copy = expected
    return copy.withUTF8 { Self.areSame(bytes, $0) }
  }

  @inline(__always)
  static func areSame(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left[index] != right[index] { return false }
    return true
  }

  /// `exists()`, `empty()`, `not()`, `all()` and `hasValue()`.
  private func test(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Bool? {
    let instruction = instructions[Int(index)]
    switch instruction.function {
    case .not: return try boolean(instruction.first, frame).map { !$0 }
    case .empty:
      return try each(instruction.first, frame) { _ throws(FHIRPathError) in false }
    case .exists:
      guard instruction.argument >= 0 else {
        return try !each(instruction.first, frame) { _ throws(FHIRPathError) in false }
      }
      var position: Int32 = -1
      return try !each(instruction.first, frame) { item throws(FHIRPathError) in
        position += 1
        return try boolean(instruction.argument, Frame(item, index: position)) != true
      }
    case .all:
      var position: Int32 = -1
      return try each(instruction.first, frame) { item throws(FHIRPathError) in
        position += 1
        return try boolean(instruction.argument, Frame(item, index: position)) == true
      }
    default: return try hasValue(index, frame)
    }
  }

  /// Whether the input is one primitive that has a value, and not extensions only.
  private func hasValue(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Bool {
    try inputIfOnly(index, frame).map { isPrimitive($0) } ?? false
  }

  /// The one item that a function is called on; nil where there is none, and where there are several.
  func inputIfOnly(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    var found: Item?
    let isOne = try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      guard found == nil else { return false }
      found = item
      return true
    }
    return isOne ? found : nil
  }

  func isPrimitive(_ item: Item) -> Bool {
    switch item {
    case .node(let reference): !isComplex(reference)
    case .quantity, .type: false
    default: true
    }
  }
}
