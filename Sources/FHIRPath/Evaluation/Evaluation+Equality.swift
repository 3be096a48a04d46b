import FHIR

/// The items of an operand, of which there is mostly one.
struct Operand {
  var first: Item?
  var rest: [Item] = []

  var count: Int { first == nil ? 0 : rest.count + 1 }
}

extension Evaluation {
  func operand(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Operand {
    var operand = Operand()
    try each(index, frame) { item throws(FHIRPathError) in
      if operand.first == nil { operand.first = item } else { operand.rest.append(item) }
      return true
    }
    return operand
  }

  /// `=`: same items in the same order; nil where that cannot be told (FHIRPath 3.0, 6.1.1).
  func areEqual(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Bool? {
    let instruction = instructions[Int(index)]
    let left = try operand(instruction.first, frame)
    let right = try operand(instruction.argument, frame)
    guard let leftFirst = left.first, let rightFirst = right.first else { return nil }
    guard left.count == right.count else { return false }
    var isKnown = true
    switch try isEqual(leftFirst, rightFirst, index) {
    case false?: return false
    case nil: isKnown = false
    default: break
    }
    for (left, right) in zip(left.rest, right.rest) {
      switch try isEqual(left, right, index) {
      case false?: return false
      case nil: isKnown = false
      default: break
      }
    }
    return isKnown ? true : nil
  }

  /// Whether two items are equal; nil where that cannot be told.
  func isEqual(_ left: Item, _ right: Item, _ index: Int32) throws(FHIRPathError) -> Bool? {
    switch (left, right) {
    case (.node(let left), .node(let right)): return try isEqual(left, right, index)
    case (.node(let node), .string(let text)), (.string(let text), .node(let node)):
      charge(text.utf8.count / 64)
      return isString(node) && isText(node, text)
    default: return isEqualValue(system(left), system(right))
    }
  }

  /// Whether a node is a primitive whose value is text.
  @inline(__always) func isString(_ reference: NodeReference) -> Bool {
    let node = node(reference)
    return node.kind == .string && table.systemType(of: node.type) == .string
  }

  private func isEqual(
    _ left: NodeReference, _ right: NodeReference, _ index: Int32
  ) throws(FHIRPathError) -> Bool? {
    if left == right { return true }
    if isString(left), isString(right) {
      let (left, right) = (text(left), text(right))
      if left.count == right.count { charge(left.count / 64) }
      return Self.areSame(left, right)
    }
    let leftValue = system(.node(left))
    let rightValue = system(.node(right))
    guard case .node = leftValue, case .node = rightValue else {
      return isEqualValue(leftValue, rightValue)
    }
    return try haveEqualParts(left, right, index)
  }

  func isComplex(_ reference: NodeReference) -> Bool {
    let kind = node(reference).kind
    return kind == .object || kind == .null
  }

  /// Whether two nodes have equal elements, in whatever order their names stand; the values of one
  /// name keep their order.
  private func haveEqualParts(
    _ left: NodeReference, _ right: NodeReference, _ index: Int32
  ) throws(FHIRPathError) -> Bool? {
    guard node(left).kind == node(right).kind else { return false }
    try step(index, 8)
    let leftEnd = nodes(left.tree)[Int(left.index)].end
    let rightEnd = nodes(right.tree)[Int(right.index)].end
    var leftChild = NodeReference(tree: left.tree, index: left.index + 1)
    var rightChild = NodeReference(tree: right.tree, index: right.index + 1)
    var isKnown = true
    while true {
      skipPadding(&leftChild, to: leftEnd)
      skipPadding(&rightChild, to: rightEnd)
      guard leftChild.index < leftEnd, rightChild.index < rightEnd else { break }
      guard haveSameName(leftChild, rightChild) else {
        guard let pairs = try paired(left, right, index) else { return false }
        return try areEqual(pairs, index)
      }
      try step(index, 4)
      switch try isEqual(.node(leftChild), .node(rightChild), index) {
      case false?: return false
      case nil: isKnown = false
      default: break
      }
      leftChild.index = node(leftChild).end
      rightChild.index = node(rightChild).end
    }
    guard leftChild.index == leftEnd, rightChild.index == rightEnd else { return false }
    return isKnown ? true : nil
  }

  private func skipPadding(_ child: inout NodeReference, to end: UInt32) {
    while child.index < end, node(child).isPadding { child.index = node(child).end }
  }

  private func areEqual(
    _ pairs: [(NodeReference, NodeReference)], _ index: Int32
  ) throws(FHIRPathError) -> Bool? {
    var isKnown = true
    for (left, right) in pairs {
      switch try isEqual(.node(left), .node(right), index) {
      case false?: return false
      case nil: isKnown = false
      default: break
      }
    }
    return isKnown ? true : nil
  }

  /// The elements of two nodes by their names, whose values keep their order; nil where one is left.
  private func paired(
    _ left: NodeReference, _ right: NodeReference, _ index: Int32
  ) throws(FHIRPathError) -> [(NodeReference, NodeReference)]? {
    let lefts = children(of: left)
    let rights = children(of: right)
    try step(index, (lefts.count + rights.count) * 4)
    guard lefts.count == rights.count else { return nil }
    var waiting: [String: [NodeReference]] = [:]
    for right in rights.reversed() { waiting[elementName(of: right), default: []].append(right) }
    var found: [(NodeReference, NodeReference)] = []
    for left in lefts {
      guard let right = waiting[elementName(of: left)]?.popLast() else { return nil }
      found.append((left, right))
    }
    return found
  }

  private func elementName(of reference: NodeReference) -> String {
    treeAt(reference.tree).name(node(reference).name)
  }

  func haveSameName(_ left: NodeReference, _ right: NodeReference) -> Bool {
    let leftName = node(left).name
    let rightName = node(right).name
    if left.tree == right.tree || Int(leftName) < table.names.count { return leftName == rightName }
    return treeAt(left.tree).name(leftName) == treeAt(right.tree).name(rightName)
  }

  func children(of reference: NodeReference) -> [NodeReference] {
    let nodes = nodes(reference.tree)
    var children: [NodeReference] = []
    var child = reference.index + 1
    while child < nodes[Int(reference.index)].end {
      let node = nodes[Int(child)]
      if !node.isPadding { children.append(NodeReference(tree: reference.tree, index: child)) }
      child = node.end
    }
    return children
  }

  /// Whether two System values are equal.
  private func isEqualValue(_ left: Item, _ right: Item) -> Bool? {
    switch (left, right) {
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.integer(let left), .integer(let right)): return left == right
    case (.string(let left), .string(let right)):
      charge(min(left.utf8.count, right.utf8.count) / 16)
      return left.utf8.elementsEqual(right.utf8)
    case (.type(let left), .type(let right)): return left == right
    default: break
    }
    switch ordering(left, right) {
    case .same?: return true
    case .undecidable?: return nil
    case nil, .ascending?, .descending?: return false
    }
  }

  // MARK: - Membership

  /// `in` and `contains`: whether a collection has an item.
  func contains(
    _ collection: Int32, _ member: Int32, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Bool? {
    guard let wanted = try scalar(member, frame) else { return nil }
    return try !each(collection, frame) { item throws(FHIRPathError) in
      try isEqual(item, wanted, index) != true
    }
  }

  /// The items without those that are equal to one before.
  func distinct(_ items: [Item], _ index: Int32) throws(FHIRPathError) -> [Item] {
    guard items.count > 1 else { return items }
    var set = DistinctItems()
    for item in items { try set.insert(item, in: self, index) }
    return set.items
  }

  func union(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> [Item] {
    let instruction = instructions[Int(index)]
    var items = try collect(instruction.first, frame)
    items += try collect(instruction.argument, frame)
    return try distinct(items, index)
  }
}
