extension Evaluation {
  /// Hands each item that an instruction gives to a sink; false when the sink has enough.
  ///
  /// Dynamic, because the optimizer otherwise makes a copy of it for each sink it is called with, and a
  /// copy for each sink in those, without end: a release build then takes all memory there is.
  @discardableResult
  dynamic func each(_ index: Int32, _ frame: Frame, _ sink: Sink) throws(FHIRPathError) -> Bool {
    try step(index)
    let instruction = instructions[Int(index)]
    switch instruction.code {
    case .empty: return true
    case .constant: return try sink(program.constants[Int(instruction.detail)])
    case .this: return try eachThis(frame, index, sink)
    case .member, .otherMember:
      if instruction.first < 0 {
        return try eachThis(frame, index) { item throws(FHIRPathError) in
          try eachMember(of: item, index, sink)
        }
      }
      return try each(instruction.first, frame) { item throws(FHIRPathError) in
        try eachMember(of: item, index, sink)
      }
    case .resource, .rootResource:
      guard let resource = try resource(instruction.code == .rootResource, index) else {
        return true
      }
      return try sink(.node(resource))
    case .context:
      guard let contextNode else { return true }
      return try sink(.node(contextNode))
    case .total: return try eachOf(total ?? [], index, sink)
    case .variable: return try eachOf(variables[Int(instruction.detail)], index, sink)
    case .environment: return try eachOf(try environment(index), index, sink)
    case .asType: return try eachAs(index, frame, sink)
    case .binary where instruction.symbol == .union:
      return try eachOf(try union(index, frame), index, sink)
    case .function where !instruction.function.isScalar:
      return try eachOfFunction(index, frame, sink)
    case .linkedItems: return try eachLinkedItem(index, frame, sink)
    case .instance: return try sink(try instance(index, frame))
    default:
      guard let item = try scalar(index, frame) else { return true }
      return try sink(item)
    }
  }

  @inline(__always)
  func eachThis(_ frame: Frame, _ index: Int32, _ sink: Sink) throws(FHIRPathError) -> Bool {
    guard let items = frame.items else { return try sink(frame.item) }
    return try eachOf(items, index, sink)
  }

  func eachOf(_ items: [Item], _ index: Int32, _ sink: Sink) throws(FHIRPathError) -> Bool {
    for item in items {
      try step(index)
      if try !sink(item) { return false }
    }
    return true
  }

  /// All items that an instruction gives.
  func collect(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> [Item] {
    let instruction = instructions[Int(index)]
    switch instruction.code {
    case .this where frame.items != nil: return frame.items ?? []
    case .variable: return variables[Int(instruction.detail)]
    default: break
    }
    var items: [Item] = []
    try each(index, frame) { item throws(FHIRPathError) in
      items.append(item)
      if items.count & 0xFFF == 0 { try checkItems(items.count, index) }
      return true
    }
    try checkItems(items.count, index)
    return items
  }

  // MARK: - Elements

  /// Hands over the elements of an item that have a member's name.
  func eachMember(of item: Item, _ index: Int32, _ sink: Sink) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    guard case .node(let reference) = item else {
      guard let value = try systemMember(of: item, index) else { return true }
      return try sink(value)
    }
    if instruction.code == .otherMember || isStrict || options.acceptsTypedNames {
      return try eachUnusualMember(of: reference, index, sink)
    }
    let name = TypeTable.NameNumber(truncatingIfNeeded: instruction.detail)
    return try eachChild(of: reference, named: name, index, sink)
  }

  @inline(__always)
  func eachChild(
    of reference: NodeReference, named name: TypeTable.NameNumber, _ index: Int32, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let nodes = nodes(reference.tree)
    let end = nodes[Int(reference.index)].end
    var child = reference.index + 1
    var count = 1
    while child < end {
      let node = nodes[Int(child)]
      if node.name == name,
        try !sink(.node(NodeReference(tree: reference.tree, index: child)))
      {
        try step(index, count)
        return false
      }
      child = node.end
      count += 1
    }
    try step(index, count)
    return true
  }

  /// Names that no type has, strict evaluation, and names such as `valueCoding`.
  private func eachUnusualMember(
    of reference: NodeReference, _ index: Int32, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    let tree = treeAt(reference.tree)
    let isOther = instruction.code == .otherMember
    let text =
      isOther ? program.names[Int(instruction.detail)] : table.names[Int(instruction.detail)]
    let type = node(reference).type
    var number = TypeTable.NameNumber(truncatingIfNeeded: instruction.detail)
    if isOther {
      try step(index, tree.otherNames.count / 16)
      let other = tree.otherNames.firstIndex { $0.utf8.elementsEqual(text.utf8) }
      number = other.map { TypeTable.NameNumber(table.names.count + $0) } ?? TypeTable.noName
    }
    if options.acceptsTypedNames, let choice = table.choice(in: text),
      table.element(number, of: type) == nil
    {
      return try eachChild(of: reference, named: choice.name, index) { item throws(FHIRPathError) in
        guard case .node(let child) = item, node(child).type == choice.type else { return true }
        return try sink(item)
      }
    }
    if isStrict, type != TypeTable.unknown, table.isListed[Int(type)],
      isOther || table.element(number, of: type) == nil
    {
      throw error(.unknownElement(text, type: table.typeName(type)), index)
    }
    guard number != TypeTable.noName else { return true }
    return try eachChild(of: reference, named: number, index, sink)
  }

  /// The parts of a type or a quantity.
  private func systemMember(of item: Item, _ index: Int32) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    let name =
      instruction.code == .otherMember
      ? program.names[Int(instruction.detail)] : table.names[Int(instruction.detail)]
    switch (item, name) {
    case (.type(let type), "namespace"): return .string(type.namespace)
    case (.type(let type), "name"): return .string(type.name)
    case (.type(let type), "baseType"): return type.base.isEmpty ? nil : .string(type.base)
    case (.quantity(let quantity), "value"): return .decimal(quantity.value)
    case (.quantity(let quantity), "unit"), (.quantity(let quantity), "code"):
      return .string(quantity.unitText)
    default:
      guard isStrict else { return nil }
      throw error(.unknownElement(name, type: typeName(of: item)), index)
    }
  }

  // MARK: - Variables from outside

  private func resource(_ isRoot: Bool, _ index: Int32) throws(FHIRPathError) -> NodeReference? {
    let given = isRoot ? options.rootResource ?? options.resource : options.resource
    if let given { return reference(given) }
    guard var current = contextNode else { return nil }
    let nodes = nodes(current.tree)
    // Up to the nearest resource; the root resource is the one that contains it, but not a Bundle.
    while !nodes[Int(current.index)].isResource, nodes[Int(current.index)].parent != current.index {
      current.index = nodes[Int(current.index)].parent
    }
    guard isRoot, nodes[Int(current.index)].name == table.containedName else { return current }
    current.index = nodes[Int(current.index)].parent
    return current
  }

  /// The tree in which the root resource lies.
  func rootTree(_ index: Int32) throws(FHIRPathError) -> UInt32? {
    try resource(true, index)?.tree
  }

  private func environment(_ index: Int32) throws(FHIRPathError) -> [Item] {
    let name = program.names[Int(instructions[Int(index)].detail)]
    guard let values = options.variables[name] else {
      throw error(.unknownVariable(name), index)
    }
    try step(index, values.count)
    return values.map { item($0) }
  }
}
