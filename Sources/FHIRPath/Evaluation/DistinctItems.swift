/// Items of which no two are equal, in the order in which they came.
///
/// A fingerprint that equal items share keeps most comparisons from being made.
struct DistinctItems {
  private(set) var items: [Item] = []
  private var fingerprints: [UInt64] = []
  private var places: [UInt64: [Int32]] = [:]

  /// Adds an item unless there is an equal one; says whether it was added.
  @discardableResult
  mutating func insert(
    _ item: Item, in evaluation: Evaluation, _ index: Int32
  ) throws(FHIRPathError) -> Bool {
    let fingerprint = evaluation.fingerprint(of: item)
    if items.count < 16 {
      for place in items.indices where fingerprints[place] == fingerprint {
        try evaluation.step(index)
        if try evaluation.isEqual(items[place], item, index) == true { return false }
      }
    } else {
      if places.isEmpty {
        for place in items.indices { places[fingerprints[place], default: []].append(Int32(place)) }
      }
      for place in places[fingerprint] ?? [] {
        try evaluation.step(index)
        if try evaluation.isEqual(items[Int(place)], item, index) == true { return false }
      }
      places[fingerprint, default: []].append(Int32(items.count))
    }
    items.append(item)
    fingerprints.append(fingerprint)
    try evaluation.checkItems(items.count, index)
    return true
  }
}

extension Evaluation {
  /// A number that is the same for equal items.
  func fingerprint(of item: Item) -> UInt64 {
    switch item {
    case .string(let text):
      var text = text
      return text.withUTF8 { TextFingerprint.of($0) }
    case .node(let reference):
      if isString(reference) { return TextFingerprint.of(text(reference)) }
      guard isComplex(reference), table.systemType(of: node(reference).type) != .quantity else {
        return fingerprint(ofValue: system(item))
      }
      return fingerprint(ofParts: reference)
    default: return fingerprint(ofValue: item)
    }
  }

  /// Equal numbers may have different digits, and equal dates different offsets: all of one kind
  /// share a number, but whole numbers.
  private func fingerprint(ofValue item: Item) -> UInt64 {
    switch item {
    case .boolean(let value): value ? 1 : 2
    case .integer(let value): UInt64(truncatingIfNeeded: value) &* 31 | 1
    case .long(let value): UInt64(truncatingIfNeeded: value) &* 31 | 1
    case .decimal(let value):
      value.integer.map { UInt64(truncatingIfNeeded: $0) &* 31 | 1 }
        ?? UInt64(truncatingIfNeeded: value.normalized.mantissa) &* 17
    case .string(let text): Array(text.utf8).withUnsafeBufferPointer { TextFingerprint.of($0) }
    // A number may equal a quantity without unit.
    case .quantity(let value) where value.code == "1": fingerprint(ofValue: .decimal(value.value))
    case .quantity: 5
    case .date, .dateTime: 6
    case .time: 7
    case .type: 8
    case .node: 9
    }
  }

  /// The texts among the first parts, added up, since their order does not matter.
  private func fingerprint(ofParts reference: NodeReference) -> UInt64 {
    let nodes = nodes(reference.tree)
    var child = reference.index + 1
    var sum: UInt64 = 11
    while child < nodes[Int(reference.index)].end {
      let part = NodeReference(tree: reference.tree, index: child)
      let node = nodes[Int(child)]
      if !node.isPadding {
        sum &+= 13
        if isString(part) { sum &+= TextFingerprint.of(text(part)) }
      }
      child = node.end
    }
    return sum
  }
}
