import FHIR

/// Items of which no two are equal, in the order in which they came.
///
/// A fingerprint that equal items share keeps most comparisons from being made.
struct DistinctItems {
  private(set) var items: [Item] = []
  private var fingerprints: [UInt64] = []
  /// The last item with a fingerprint, and for each item the one before it with the same, or -1.
  private var lastPlaces: [UInt64: Int32] = [:]
  private var placesBefore: [Int32] = []

  /// Adds an item unless there is an equal one; says whether it was added.
  @discardableResult
  mutating func insert(
    _ item: Item, in evaluation: Evaluation, _ index: Int32
  ) throws(FHIRPathError) -> Bool {
    let fingerprint = evaluation.fingerprint(of: item)
    if try has(item, fingerprint, in: evaluation, index) { return false }
    // Keeping one takes longer than finding it.
    try evaluation.step(index, 4)
    items.append(item)
    fingerprints.append(fingerprint)
    if items.count > 16 {
      while placesBefore.count < items.count { link(placesBefore.count) }
    }
    try evaluation.checkItems(items.count, index)
    return true
  }

  private mutating func link(_ place: Int) {
    placesBefore.append(lastPlaces.updateValue(Int32(place), forKey: fingerprints[place]) ?? -1)
  }

  /// Whether an item is equal to one of these.
  func contains(
    _ item: Item, in evaluation: Evaluation, _ index: Int32
  ) throws(FHIRPathError) -> Bool {
    try has(item, evaluation.fingerprint(of: item), in: evaluation, index)
  }

  private func has(
    _ item: Item, _ fingerprint: UInt64, in evaluation: Evaluation, _ index: Int32
  ) throws(FHIRPathError) -> Bool {
    try evaluation.step(index)
    if placesBefore.isEmpty {
      for place in items.indices where fingerprints[place] == fingerprint {
        try evaluation.step(index)
        if try evaluation.isEqual(items[place], item, index) == true { return true }
      }
      return false
    }
    var place = lastPlaces[fingerprint] ?? -1
    while place >= 0 {
      try evaluation.step(index)
      if try evaluation.isEqual(items[Int(place)], item, index) == true { return true }
      place = placesBefore[Int(place)]
    }
    return false
  }
}

extension Evaluation {
  /// A number that is the same for equal items.
  func fingerprint(of item: Item) -> UInt64 {
    switch item {
    case .string(let text):
      charge(text.utf8.count / 64)
      var text = text
      return text.withUTF8 { TextFingerprint.of($0) }
    case .node(let reference):
      if isString(reference) {
        charge(Int(node(reference).textLength) / 64)
        return TextFingerprint.of(text(reference))
      }
      guard isComplex(reference), table.systemType(of: node(reference).type) != .quantity else {
        return fingerprint(ofValue: system(item))
      }
      return fingerprint(ofParts: reference)
    default: return fingerprint(ofValue: item)
    }
  }

  /// Equal numbers may have different digits, equal dates and times different offsets, and equal
  /// quantities different units, so that all quantities share a number.
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
    case .date(let value): Self.fingerprint(value)
    case .dateTime(let value):
      value.time.map { Self.fingerprint($0, minute: Temporal.minute(value, $0)) }
        ?? Self.fingerprint(value.date)
    case .time(let value):
      Self.fingerprint(value, minute: value.hour * 60 + value.minute)
    case .type: 8
    case .node: 9
    }
  }

  private static func fingerprint(_ date: PartialDate) -> UInt64 {
    UInt64(truncatingIfNeeded: (date.year * 13 + (date.month ?? 0)) * 32 + (date.day ?? 0)) &* 6
  }

  /// Seconds count as numbers; of an hour without minutes only the hour is known.
  private static func fingerprint(_ time: TimeOfDay, minute: Int) -> UInt64 {
    let known = time.isMinuteKnown ? minute : minute - time.minute
    let second = time.second?.normalized.mantissa ?? -1
    return UInt64(truncatingIfNeeded: known) &* 7919
      &+ UInt64(truncatingIfNeeded: second) &* 104_729
  }

  /// The texts among the first parts, added up, since their order does not matter.
  private func fingerprint(ofParts reference: NodeReference) -> UInt64 {
    let nodes = nodes(reference.tree)
    var child = reference.index + 1
    var sum: UInt64 = 11
    while child < nodes[Int(reference.index)].end {
      charge(1)
      let part = NodeReference(tree: reference.tree, index: child)
      let node = nodes[Int(child)]
      if !node.isPadding {
        sum &+= 13
        if isString(part) {
          charge(Int(node.textLength) / 64)
          sum &+= TextFingerprint.of(text(part))
        }
      }
      child = node.end
    }
    return sum
  }
}
