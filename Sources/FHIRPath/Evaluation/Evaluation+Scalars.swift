import FHIR

extension Evaluation {
  /// The one item that an instruction gives, or nil; several are an error.
  func scalar(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    switch instruction.code {
    case .empty: return nil
    case .constant: return program.constants[Int(instruction.detail)]
    case .index: return frame.index < 0 ? nil : .integer(frame.index)
    case .rootType: return try rootType(index, frame)
    case .indexer: return try indexed(index, frame)
    case .negate: return try negated(index, frame)
    case .identity: return try signed(index, frame)
    case .memberIsText, .isType: return try boolean(index, frame).map(Item.boolean)
    case .binary where instruction.symbol != .union: return try binary(index, frame)
    case .function where instruction.function.isScalar: return try function(index, frame)
    case .this where frame.items == nil: return frame.item
    default: return try onlyItem(index, frame)
    }
  }

  private func onlyItem(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    var found: Item?
    let isOne = try each(index, frame) { item throws(FHIRPathError) in
      guard found == nil else { return false }
      found = item
      return true
    }
    guard isOne else { throw error(.severalItems(use: "this"), index) }
    return found
  }

  /// The name of a type at the start of a path: the context if it is of that type.
  private func rootType(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    guard frame.items == nil, case .node(let reference) = frame.item else { return nil }
    let wanted = TypeTable.TypeNumber(truncatingIfNeeded: instructions[Int(index)].detail)
    let type = node(reference).type
    if table.isType(type, a: wanted) { return frame.item }
    guard isStrict, type != TypeTable.unknown else { return nil }
    throw error(.unknownElement(table.typeName(wanted), type: table.typeName(type)), index)
  }

  private func indexed(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let instruction = instructions[Int(index)]
    guard var position = try integer(instruction.argument, frame) else { return nil }
    guard position >= 0 else { return nil }
    var found: Item?
    try each(instruction.first, frame) { item throws(FHIRPathError) in
      guard position == 0 else {
        position -= 1
        return true
      }
      found = item
      return false
    }
    return found
  }

  private func binary(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let symbol = instructions[Int(index)].symbol
    switch symbol {
    case .multiply, .divide, .wholeDivide, .modulo, .add, .subtract:
      return try arithmetic(index, frame)
    case .concatenate: return try concatenation(index, frame)
    default: return try boolean(index, frame).map(Item.boolean)
    }
  }

  // MARK: - Typed values

  /// A FHIR primitive or quantity as a System value; other items as they are.
  func system(_ item: Item) -> Item {
    guard case .node(let reference) = item else { return item }
    let node = node(reference)
    guard let type = table.systemType(of: node.type) else { return item }
    if type == .quantity { return quantity(of: reference).map(Item.quantity) ?? item }
    guard node.kind != .object, node.kind != .null else { return item }
    let text = text(reference)
    // Reading a value takes longer than finding it.
    let isTemporal = type == .date || type == .dateTime || type == .time
    charge((isTemporal ? 20 : 2) + text.count / 64)
    switch type {
    case .boolean: return .boolean(text.first == UInt8(ascii: "t"))
    case .integer:
      return Int32(String(decoding: text, as: UTF8.self)).map(Item.integer)
        ?? ExactDecimal(utf8: text).map(Item.decimal) ?? item
    case .decimal: return ExactDecimal(utf8: text).map(Item.decimal) ?? item
    case .date:
      return PartialDate(String(decoding: text, as: UTF8.self)).map(Item.date) ?? item
    case .dateTime:
      return LiteralReader.dateTime(String(decoding: text, as: UTF8.self)).map(Item.dateTime)
        ?? item
    case .time:
      return LiteralReader.time(String(decoding: text, as: UTF8.self)).map(Item.time) ?? item
    default: return .string(String(decoding: text, as: UTF8.self))
    }
  }

  /// A FHIR Quantity as a System quantity; only with a value and a UCUM code, or without unit.
  private func quantity(of reference: NodeReference) -> SystemQuantity? {
    var value: ExactDecimal?
    var code: String?
    var system: String?
    var hasUnit = false
    let nodes = nodes(reference.tree)
    var child = reference.index + 1
    while child < nodes[Int(reference.index)].end {
      charge(1)
      let part = NodeReference(tree: reference.tree, index: child)
      switch table.names[min(Int(nodes[Int(child)].name), table.names.count - 1)] {
      case "value": value = ExactDecimal(utf8: text(part))
      case "code": code = String(decoding: text(part), as: UTF8.self)
      case "system": system = String(decoding: text(part), as: UTF8.self)
      case "unit": hasUnit = true
      // A number that is a bound is not the amount.
      case "comparator": return nil
      default: break
      }
      child = nodes[Int(child)].end
    }
    guard let value else { return nil }
    guard let code else { return hasUnit ? nil : SystemQuantity(value: value, unit: .ucum("1")) }
    guard system == Quantity.ucum else { return nil }
    switch code {
    case "a": return SystemQuantity(value: value, unit: .calendar(.year))
    case "mo": return SystemQuantity(value: value, unit: .calendar(.month))
    default: return SystemQuantity(value: value, unit: .ucum(code))
    }
  }

  /// An argument that has to be a whole number.
  func integer(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Int? {
    guard let item = try scalar(index, frame) else { return nil }
    switch system(item) {
    case .integer(let value): return Int(value)
    case .long(let value): return Int(value)
    case let other: throw wrongType(other, "a whole number", index)
    }
  }

  /// An argument that has to be a text.
  func string(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> String? {
    guard let item = try scalar(index, frame) else { return nil }
    guard case .string(let text) = system(item) else { throw wrongType(item, "a text", index) }
    return text
  }

  func wrongType(_ item: Item, _ expected: String, _ index: Int32) -> FHIRPathError {
    error(.wrongType(found: typeName(of: item), expected: expected), index)
  }

  /// The name of an item's type, for errors.
  func typeName(of item: Item) -> String {
    switch item {
    case .node(let reference): table.typeName(node(reference).type)
    case .boolean: "Boolean"
    case .integer: "Integer"
    case .long: "Long"
    case .decimal: "Decimal"
    case .string: "String"
    case .date: "Date"
    case .dateTime: "DateTime"
    case .time: "Time"
    case .quantity: "Quantity"
    case .type: "TypeInfo"
    }
  }
}
