extension Evaluation {
  /// `is`: whether the one item is of a type or of one that derives from it.
  func isType(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Bool? {
    let instruction = instructions[Int(index)]
    guard let item = try scalar(instruction.first, frame) else { return nil }
    return isOf(item, TypeSpecifier(number: instruction.detail))
  }

  /// `as`: the one item if it is of a type.
  func eachAs(_ index: Int32, _ frame: Frame, _ sink: Sink) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    guard let item = try scalar(instruction.first, frame) else { return true }
    guard isExactly(item, TypeSpecifier(number: instruction.detail)) else { return true }
    return try sink(item)
  }

  func isOf(_ item: Item, _ type: TypeSpecifier) -> Bool {
    switch (item, type) {
    case (_, .nothing): return false
    case (.node(let reference), .fhir(let wanted)):
      return table.isType(node(reference).type, a: wanted)
    case (.node, .system(let wanted)): return wanted == .any
    case (.quantity, .fhir(let wanted)): return table.typeName(wanted) == "Quantity"
    case (_, .fhir): return false
    case (_, .system(let wanted)):
      return wanted == .any || typeName(of: item) == wanted.rawValue
    }
  }

  /// As `ofType()` and `as` have it: a primitive is of its own type only, and not of a base.
  func isExactly(_ item: Item, _ type: TypeSpecifier) -> Bool {
    guard case .node(let reference) = item, case .fhir(let wanted) = type,
      table.isPrimitive(node(reference).type)
    else { return isOf(item, type) }
    return node(reference).type == wanted
  }

  func typeInformation(of item: Item) -> TypeInformation {
    guard case .node(let reference) = item else {
      return TypeInformation(namespace: "System", name: typeName(of: item), base: "System.Any")
    }
    let type = node(reference).type
    var name = table.typeName(type)
    // Parts of a resource have no type name of their own.
    if name.contains(".") { name = table.typeName(table.bases[Int(type)]) }
    let base = type == TypeTable.unknown ? TypeTable.unknown : table.bases[Int(type)]
    return TypeInformation(
      namespace: "FHIR", name: name,
      base: base == TypeTable.unknown ? "" : "FHIR.\(table.typeName(base))")
  }
}
