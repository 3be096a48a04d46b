/// Items by their link identifier: `X.item`, `X.descendants()` or `X.repeat(item)`, and of these those
/// where `linkId` is a literal.
///
/// The tree of a live resource has an index for it; in others, they are sought as they are written.
extension Evaluation {
  func eachLinkedItem(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let way = instructions[Int(instructions[Int(index)].first)]
    if way.code == .function, way.function == .repeat {
      return try eachOf(try repeatedLinkedItems(index, frame), index, sink)
    }
    guard way.first >= 0 else {
      return try eachThis(frame, index) { item throws(FHIRPathError) in
        try eachLinkedItem(of: item, index, sink)
      }
    }
    return try each(way.first, frame) { item throws(FHIRPathError) in
      try eachLinkedItem(of: item, index, sink)
    }
  }

  private func eachLinkedItem(
    of item: Item, _ index: Int32, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    // What is no node has no items.
    guard case .node(let reference) = item else { return true }
    let isDirect = instructions[Int(instructions[Int(index)].first)].code == .member
    if let places = treeAt(reference.tree).places, places.isIndexed {
      for found in try indexedItems(in: reference, places, index) {
        if isDirect, node(found).parent != reference.index { continue }
        if try !sink(.node(found)) { return false }
      }
      return true
    }
    return isDirect
      ? try eachChildWithLinkId(of: reference, index, sink)
      : try eachDescendantWithLinkId(of: reference, index, sink)
  }

  private func eachChildWithLinkId(
    of reference: NodeReference, _ index: Int32, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    let name = TypeTable.NameNumber(
      truncatingIfNeeded: instructions[Int(instruction.first)].detail)
    return try eachChild(of: reference, named: name, index) { item throws(FHIRPathError) in
      try memberIsText(instruction.argument, Frame(item)) == true ? try sink(item) : true
    }
  }

  private func eachDescendantWithLinkId(
    of reference: NodeReference, _ index: Int32, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let criterion = instructions[Int(index)].argument
    let nodes = nodes(reference.tree)
    let end = nodes[Int(reference.index)].end
    var child = reference.index + 1
    while child < end {
      try step(index)
      let node = nodes[Int(child)]
      if node.isPadding {
        child = node.end
        continue
      }
      let item = Item.node(NodeReference(tree: reference.tree, index: child))
      if node.end > child + 1, try memberIsText(criterion, Frame(item)) == true,
        try !sink(item)
      {
        return false
      }
      child += 1
    }
    return true
  }

  // MARK: - The index

  /// The visible items with the link identifier within a node, in document order.
  private func indexedItems(
    in reference: NodeReference, _ places: LivePlaces, _ index: Int32
  ) throws(FHIRPathError) -> [NodeReference] {
    let criterion = instructions[Int(index)].argument
    guard case .string(var linkId)? = constant(instructions[Int(criterion)].argument) else {
      return []
    }
    let nodes = nodes(reference.tree)
    let fingerprint = linkId.withUTF8 { TextFingerprint.of($0) }
    let range = reference.index + 1..<nodes[Int(reference.index)].end
    var found: [NodeReference] = []
    for item in places.items(withFingerprint: fingerprint, among: range) {
      try step(index)
      // The link identifier is the first node in an item.
      guard !nodes[Int(item)].isPadding,
        isText(NodeReference(tree: reference.tree, index: item + 1), linkId)
      else { continue }
      found.append(NodeReference(tree: reference.tree, index: item))
    }
    return found
  }

  private func constant(_ index: Int32) -> Item? {
    let instruction = instructions[Int(index)]
    return instruction.code == .constant ? program.constants[Int(instruction.detail)] : nil
  }

  /// The items that `repeat(item)` gives, without those that are equal to one before, level by level.
  private func repeatedLinkedItems(
    _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> [Item] {
    let instruction = instructions[Int(index)]
    let starts = try collect(instructions[Int(instruction.first)].first, frame)
    var levels: [(level: Int, item: NodeReference)] = []
    for start in starts {
      guard case .node(let reference) = start else { continue }
      guard let places = treeAt(reference.tree).places, places.isIndexed else {
        return try linkedItems(among: try repeated(instruction.first, from: starts), index)
      }
      for found in try indexedItems(in: reference, places, index) {
        guard let level = level(of: found, in: reference) else { continue }
        levels.append((level, found))
      }
    }
    guard levels.count > 1 else { return levels.map { .node($0.item) } }
    let ordered = levels.enumerated().sorted {
      ($0.element.level, $0.offset) < ($1.element.level, $1.offset)
    }
    return try distinct(ordered.map { .node($0.element.item) }, index)
  }

  private func linkedItems(
    among items: [Item], _ index: Int32
  ) throws(FHIRPathError) -> [Item] {
    let criterion = instructions[Int(index)].argument
    var found: [Item] = []
    for item in items where try memberIsText(criterion, Frame(item)) == true { found.append(item) }
    return found
  }

  /// How many items lie one in another down to this one; nil where something else lies between.
  private func level(of item: NodeReference, in outer: NodeReference) -> Int? {
    let nodes = nodes(item.tree)
    let name = nodes[Int(item.index)].name
    var level = 1
    var current = nodes[Int(item.index)].parent
    while current != outer.index {
      guard nodes[Int(current)].name == name else { return nil }
      level += 1
      current = nodes[Int(current)].parent
    }
    return level
  }
}
