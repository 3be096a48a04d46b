import FHIR

extension Evaluation {
  /// `<`, `<=`, `>` and `>=`; nil where that cannot be told (FHIRPath 3.0, section 6.2).
  func compare(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Bool? {
    let instruction = instructions[Int(index)]
    guard let left = try scalar(instruction.first, frame) else { return nil }
    guard let right = try scalar(instruction.argument, frame) else { return nil }
    let order = try order(system(left), system(right), index)
    switch (instruction.symbol, order) {
    case (_, .undecidable): return nil
    case (.less, _): return order == .ascending
    case (.lessOrEqual, _): return order != .descending
    case (.greater, _): return order == .descending
    default: return order != .ascending
    }
  }

  /// How two System values stand to each other; an error where their types have no order.
  func order(_ left: Item, _ right: Item, _ index: Int32) throws(FHIRPathError) -> PartialOrdering {
    if let order = ordering(left, right) { return order }
    let symbol = instructions[Int(index)]
    let name = symbol.code == .function ? symbol.function.rawValue + "()" : symbol.symbol.symbol
    throw error(
      .wrongOperands(operator: name, left: typeName(of: left), right: typeName(of: right)), index)
  }

  /// How two System values stand to each other; nil where their types have no common order.
  func ordering(_ left: Item, _ right: Item) -> PartialOrdering? {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): return PartialOrdering(left, right)
    case (.string(let left), .string(let right)):
      charge(min(left.utf8.count, right.utf8.count) / 16)
      if left.utf8.elementsEqual(right.utf8) { return .same }
      return left.utf8.lexicographicallyPrecedes(right.utf8) ? .ascending : .descending
    case (.date(let left), .date(let right)): return left.ordering(against: right)
    case (.time(let left), .time(let right)): return left.ordering(against: right)
    case (.dateTime(let left), .dateTime(let right)): return Temporal.ordering(left, right)
    case (.date(let left), .dateTime(let right)):
      return PartialDateTime(date: left).map { Temporal.ordering($0, right) }
    case (.dateTime(let left), .date(let right)):
      return PartialDateTime(date: right).map { Temporal.ordering(left, $0) }
    case (.quantity(let left), .quantity(let right)):
      charge(10 + (left.code.utf8.count + right.code.utf8.count) / 8)
      return left.ordering(against: right)
    default: break
    }
    switch (Self.number(left), Self.number(right), left, right) {
    case (let left?, let right?, _, _): return PartialOrdering(left, right)
    case (let number?, nil, _, .quantity(let quantity)):
      return SystemQuantity(value: number, unit: .ucum("1")).ordering(against: quantity)
    case (nil, let number?, .quantity(let quantity), _):
      return quantity.ordering(against: SystemQuantity(value: number, unit: .ucum("1")))
    default: return nil
    }
  }

  /// The number of an Integer, a Long or a Decimal.
  static func number(_ item: Item) -> ExactDecimal? {
    switch item {
    case .integer(let value): ExactDecimal(Int(value))
    case .long(let value): ExactDecimal(Int(value))
    case .decimal(let value): value
    default: nil
    }
  }

  // MARK: - Equivalence

  /// `~`: the same items in whatever order (FHIRPath 3.0, section 6.1.2).
  func areEquivalent(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    let left = try collect(instruction.first, frame)
    let right = try collect(instruction.argument, frame)
    return try areEquivalent(left, right, index)
  }

  private func areEquivalent(
    _ left: [Item], _ right: [Item], _ index: Int32
  ) throws(FHIRPathError) -> Bool {
    guard left.count == right.count else { return false }
    var others = right
    for item in left {
      try step(index, others.count)
      var match: Int?
      for place in others.indices where match == nil {
        if try isEquivalent(item, others[place], index) { match = place }
      }
      guard let match else { return false }
      others.remove(at: match)
    }
    return true
  }

  func isEquivalent(_ left: Item, _ right: Item, _ index: Int32) throws(FHIRPathError) -> Bool {
    if case .node(let left) = left, case .node(let right) = right, left == right { return true }
    let left = system(left)
    let right = system(right)
    switch (left, right) {
    case (.node(let left), .node(let right)):
      return try haveEquivalentParts(left, right, index)
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.string(let left), .string(let right)):
      charge((left.utf8.count + right.utf8.count) / 8)
      return Text.areEquivalent(left, right)
    case (.type(let left), .type(let right)): return left == right
    case (.quantity(let left), .quantity(let right)):
      charge(10 + (left.code.utf8.count + right.code.utf8.count) / 8)
      return left.isEquivalent(to: right)
    default: break
    }
    if let left = Self.number(left), let right = Self.number(right) {
      return left.isEquivalent(to: right)
    }
    return ordering(left, right) == .same
  }

  /// Whether two nodes have equivalent elements, in whatever order, as collections compare by `~`.
  private func haveEquivalentParts(
    _ left: NodeReference, _ right: NodeReference, _ index: Int32
  ) throws(FHIRPathError) -> Bool {
    guard node(left).kind == node(right).kind else { return false }
    let lefts = children(of: left)
    var rights = children(of: right)
    guard lefts.count == rights.count else { return false }
    for child in lefts {
      try step(index, rights.count)
      var match: Int?
      for place in rights.indices where match == nil && haveSameName(rights[place], child) {
        if try isEquivalent(.node(child), .node(rights[place]), index) { match = place }
      }
      guard let match else { return false }
      rights.remove(at: match)
    }
    return true
  }
}
