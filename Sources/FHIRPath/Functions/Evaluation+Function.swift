import FHIR

extension Evaluation {
  /// The numbers of the arguments of a function.
  func arguments(_ index: Int32) -> [Int32] {
    var arguments: [Int32] = []
    var next = instructions[Int(index)].argument
    while next >= 0 {
      arguments.append(next)
      next = instructions[Int(next)].next
    }
    return arguments
  }

  func second(_ index: Int32) -> Int32 {
    let first = instructions[Int(index)].argument
    return first < 0 ? -1 : instructions[Int(first)].next
  }

  /// A function that gives one item or none.
  func function(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    try step(index)
    let instruction = instructions[Int(index)]
    switch instruction.function {
    case .empty, .exists, .all, .not, .hasValue: return try boolean(index, frame).map(Item.boolean)
    case .count: return try count(index, frame)
    case .first:
      var found: Item?
      try each(instruction.first, frame) { item throws(FHIRPathError) in
        found = item
        return false
      }
      return found
    case .last:
      var found: Item?
      try each(instruction.first, frame) { item throws(FHIRPathError) in
        found = item
        return true
      }
      return found
    case .single:
      let items = try collect(instruction.first, frame)
      guard items.count <= 1 else { throw error(.severalItems(use: "single()"), index) }
      return items.first
    case .allTrue, .anyTrue, .allFalse, .anyFalse: return try truths(index, frame)
    case .subsetOf, .supersetOf, .isDistinct: return try sets(index, frame)
    case .sum, .avg: return try total(index, frame)
    case .min, .max: return try extreme(index, frame)
    case .comparable: return try isComparable(index, frame)
    case .now, .today, .timeOfDay: return instant(instruction.function)
    case .join: return try joinedTexts(index, frame)
    case .conformsTo, .memberOf, .lookup, .subsumes, .subsumedBy, .htmlChecks, .getValue, .is:
      return try fhirFunction(index, frame)
    default: break
    }
    guard let input = try onlyInput(index, frame) else {
      return nil
    }
    return try functionOfOne(input, index, frame)
  }

  /// The one item that a function is called on.
  private func onlyInput(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item? {
    let input = instructions[Int(index)].first
    do {
      return try scalar(input, frame)
    } catch {
      guard case .severalItems = error.reason,
        error.range == self.error(error.reason, input).range
      else { throw error }
      let name = instructions[Int(index)].function.rawValue
      throw self.error(.severalItems(use: "\(name)()"), index)
    }
  }

  /// A function that is called on one item.
  private func functionOfOne(
    _ input: Item, _ index: Int32, _ frame: Frame
  ) throws(FHIRPathError) -> Item? {
    let function = instructions[Int(index)].function
    switch function {
    case .toBoolean, .toInteger, .toLong, .toDecimal, .toDate, .toDateTime, .toTime, .toString,
      .toQuantity:
      return try converted(input, function, index, frame)
    case .convertsToBoolean, .convertsToInteger, .convertsToLong, .convertsToDecimal,
      .convertsToDate, .convertsToDateTime, .convertsToTime, .convertsToString,
      .convertsToQuantity:
      return .boolean(try converted(input, function.conversion, index, frame) != nil)
    case .abs, .ceiling, .exp, .floor, .ln, .log, .power, .round, .sqrt, .truncate:
      return try mathematical(system(input), index, frame)
    case .lowBoundary, .highBoundary, .precision: return try boundary(system(input), index, frame)
    case .yearOf, .monthOf, .dayOf, .hourOf, .minuteOf, .secondOf, .millisecondOf,
      .timezoneOffsetOf, .dateOf, .timeOf:
      return component(function, of: system(input))
    case .duration, .difference: return try distance(from: system(input), index, frame)
    default: return try textFunction(input, index, frame)
    }
  }

  private func count(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item {
    var count: Int32 = 0
    try each(instructions[Int(index)].first, frame) { _ throws(FHIRPathError) in
      count += 1
      return true
    }
    return .integer(count)
  }

  /// `allTrue()` and its like, which take Booleans only.
  private func truths(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item {
    let function = instructions[Int(index)].function
    let wanted = function == .allTrue || function == .anyTrue
    let isAny = function == .anyTrue || function == .anyFalse
    var result = !isAny
    try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      guard case .boolean(let value) = system(item) else {
        throw wrongType(item, "a Boolean", index)
      }
      if isAny { result = result || value == wanted } else { result = result && value == wanted }
      return true
    }
    return .boolean(result)
  }

  private func sets(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> Item {
    let instruction = instructions[Int(index)]
    let items = try collect(instruction.first, frame)
    if instruction.function == .isDistinct {
      return .boolean(try distinct(items, index).count == items.count)
    }
    let others = try collect(instruction.argument, frame)
    let (small, large) = instruction.function == .subsetOf ? (items, others) : (others, items)
    var set = DistinctItems()
    for item in large { try set.insert(item, in: self, index) }
    for item in small where try !set.contains(item, in: self, index) { return .boolean(false) }
    return .boolean(true)
  }

  private func instant(_ function: Function) -> Item? {
    guard let now = options.now else { return nil }
    switch function {
    case .now: return .dateTime(now)
    case .today: return .date(now.date)
    default: return now.time.map(Item.time)
    }
  }
}

extension Function {
  /// The conversion that a `convertsTo…` asks about.
  var conversion: Function {
    switch self {
    case .convertsToBoolean: .toBoolean
    case .convertsToInteger: .toInteger
    case .convertsToLong: .toLong
    case .convertsToDecimal: .toDecimal
    case .convertsToDate: .toDate
    case .convertsToDateTime: .toDateTime
    case .convertsToTime: .toTime
    case .convertsToQuantity: .toQuantity
    default: .toString
    }
  }
}
