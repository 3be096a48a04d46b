import FHIR

extension Evaluation {
  /// `sum()` and `avg()`, of numbers or quantities of one type (FHIRPath 3.0, section 7).
  func total(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let isAverage = instructions[Int(index)].function == .avg
    var first: Item?
    var sum: Item?
    var count: Int32 = 0
    var isTooLarge = false
    try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      let value = system(item)
      try checkType(value, isLike: first, index)
      count += 1
      guard first != nil, let current = sum else {
        first = value
        // An average of whole numbers is one of decimals, which do not overflow so soon.
        sum = isAverage ? Self.number(value).map(Item.decimal) ?? value : value
        return true
      }
      sum = try calculate(.add, current, value, index)
      isTooLarge = sum == nil
      return !isTooLarge
    }
    guard isAverage, let sum else { return sum }
    return try calculate(.divide, sum, .integer(count), index)
  }

  /// `min()` and `max()`, of values of one type; nil where it cannot be told which it is.
  func extreme(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let wanted: PartialOrdering =
      instructions[Int(index)].function == .min ? .ascending : .descending
    var best: Item?
    // Those that could not be compared with the best so far.
    var open: [Item] = []
    try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      let value = system(item)
      try checkType(value, isLike: best, index)
      guard let current = best else {
        best = value
        return true
      }
      switch try order(value, current, index) {
      case wanted: best = value
      case .undecidable: open.append(value)
      default: break
      }
      return true
    }
    guard let best else { return nil }
    for value in open {
      let order = try order(best, value, index)
      guard order == wanted || order == .same else { return nil }
    }
    return best
  }

  private func checkType(
    _ value: Item, isLike first: Item?, _ index: Int32
  ) throws(FHIRPathError) {
    if let first {
      guard typeName(of: value) == typeName(of: first) else {
        throw wrongType(value, "\(typeName(of: first)), as the items before", index)
      }
      return
    }
    switch (value, instructions[Int(index)].function) {
    case (.integer, _), (.long, _), (.decimal, _), (.quantity, _): return
    case (.string, .min), (.date, .min), (.dateTime, .min), (.time, .min): return
    case (.string, .max), (.date, .max), (.dateTime, .max), (.time, .max): return
    default: throw wrongType(value, "numbers", index)
    }
  }
}
