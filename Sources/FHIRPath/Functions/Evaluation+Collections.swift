extension Evaluation {
  /// A function that gives any number of items.
  func eachOfFunction(_ index: Int32, _ frame: Frame, _ sink: Sink) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    switch instruction.function {
    case .where, .select: return try eachFiltered(index, frame, sink)
    case .ofType:
      return try each(instruction.first, frame) { item throws(FHIRPathError) in
        guard isExactly(item, TypeSpecifier(number: instruction.detail)) else { return true }
        return try sink(item)
      }
    case .extension: return try eachExtension(index, frame, sink)
    case .children: return try eachChild(index, frame, sink)
    case .descendants: return try eachDescendant(index, frame, sink)
    case .repeat, .repeatAll:
      let items = try collect(instruction.first, frame)
      return try eachOf(try repeated(index, from: items), index, sink)
    case .tail, .skip, .take: return try eachPart(index, frame, sink)
    case .iif: return try eachChosen(index, frame, sink)
    case .aggregate: return try eachOf(try aggregate(index, frame), index, sink)
    case .combine:
      guard try each(instruction.first, frame, sink) else { return false }
      return try each(instruction.argument, frame, sink)
    case .union: return try eachOf(try union(index, frame), index, sink)
    case .distinct:
      return try eachOf(try distinct(try collect(instruction.first, frame), index), index, sink)
    case .intersect, .exclude: return try eachCompared(index, frame, sink)
    case .coalesce:
      let inner = try focus(instruction.first, frame)
      for argument in arguments(index) {
        let items = try collect(argument, inner)
        if !items.isEmpty { return try eachOf(items, index, sink) }
      }
      return true
    case .sort: return try eachOf(try sorted(index, frame), index, sink)
    case .trace: return try eachTraced(index, frame, sink)
    case .defineVariable: return try eachDefining(index, frame, sink)
    case .toChars, .split: return try eachOf(try pieces(index, frame), index, sink)
    case .pathname: return try eachPath(index, frame, sink)
    case .type:
      return try each(instruction.first, frame) { item throws(FHIRPathError) in
        try sink(.type(typeInformation(of: item)))
      }
    default: return try eachOfHost(index, frame, sink)
    }
  }

  // MARK: - Filters

  private func eachFiltered(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    let isWhere = instruction.function == .where
    var position: Int32 = -1
    return try each(instruction.first, frame) { item throws(FHIRPathError) in
      position += 1
      let inner = Frame(item, index: position)
      guard isWhere else { return try each(instruction.argument, inner, sink) }
      return try boolean(instruction.argument, inner) == true ? sink(item) : true
    }
  }

  private func eachPart(_ index: Int32, _ frame: Frame, _ sink: Sink) throws(FHIRPathError) -> Bool
  {
    let instruction = instructions[Int(index)]
    let isTake = instruction.function == .take
    var number = 1
    if instruction.argument >= 0 {
      guard let argument = try integer(instruction.argument, frame) else { return true }
      number = argument
    }
    if isTake, number <= 0 { return true }
    var place = 0
    var isOpen = true
    try each(instruction.first, frame) { item throws(FHIRPathError) in
      place += 1
      if !isTake, place <= number { return true }
      isOpen = try sink(item)
      return isOpen && !(isTake && place >= number)
    }
    return isOpen
  }

  private func eachCompared(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    var items = try collect(instruction.first, frame)
    let others = try collect(instruction.argument, frame)
    let isIntersection = instruction.function == .intersect
    if isIntersection { items = try distinct(items, index) }
    var set = DistinctItems()
    for other in others { try set.insert(other, in: self, index) }
    for item in items where try set.contains(item, in: self, index) == isIntersection {
      if try !sink(item) { return false }
    }
    return true
  }

  private func eachChosen(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    let inner = try focus(instruction.first, frame)
    if let items = inner.items, items.count > 1 {
      throw error(.severalItems(use: "iif()"), index)
    }
    let then = second(index)
    if try boolean(instruction.argument, inner) == true { return try each(then, inner, sink) }
    let otherwise = instructions[Int(then)].next
    return otherwise < 0 ? true : try each(otherwise, inner, sink)
  }

  /// Where the arguments of `iif()` and `coalesce()` are evaluated: on what these are called on.
  private func focus(_ input: Int32, _ frame: Frame) throws(FHIRPathError) -> Frame {
    guard instructions[Int(input)].code != .this else { return frame }
    return Frame(try collect(input, frame), index: frame.index)
  }

  // MARK: - The tree

  private func eachChild(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      guard case .node(let reference) = item else { return true }
      let nodes = nodes(reference.tree)
      var child = reference.index + 1
      while child < nodes[Int(reference.index)].end {
        try step(index)
        let node = nodes[Int(child)]
        if !node.isPadding,
          try !sink(.node(NodeReference(tree: reference.tree, index: child)))
        {
          return false
        }
        child = node.end
      }
      return true
    }
  }

  private func eachDescendant(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    try each(instructions[Int(index)].first, frame) { item throws(FHIRPathError) in
      guard case .node(let reference) = item else { return true }
      let nodes = nodes(reference.tree)
      let end = nodes[Int(reference.index)].end
      var child = reference.index + 1
      while child < end {
        try step(index)
        if nodes[Int(child)].isPadding {
          child = nodes[Int(child)].end
          continue
        }
        if try !sink(.node(NodeReference(tree: reference.tree, index: child))) { return false }
        child += 1
      }
      return true
    }
  }

  /// `pathname()`: where items lie in the resource; nothing for what does not lie in it.
  private func eachPath(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    let isShort =
      instruction.argument < 0 ? false : try boolean(instruction.argument, frame) ?? false
    let tree = try rootTree(index)
    return try each(instruction.first, frame) { item throws(FHIRPathError) in
      guard case .node(let reference) = item, reference.tree == tree else { return true }
      var work = 1
      let node = resourceNode(reference)
      let path = isShort ? node.path(work: &work) : node.indexedPath(work: &work)
      try step(index, work + path.utf8.count / 8)
      return try sink(.string(path))
    }
  }

  /// `extension('url')`: the extensions with this URL.
  private func eachExtension(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    guard let url = try string(instruction.argument, frame) else { return true }
    return try each(instruction.first, frame) { item throws(FHIRPathError) in
      guard case .node(let reference) = item else { return true }
      return try eachChild(of: reference, named: table.extensionName, index) {
        item throws(FHIRPathError) in
        guard case .node(let found) = item else { return true }
        var isWanted = false
        _ = try eachChild(of: found, named: table.urlName, index) { place throws(FHIRPathError) in
          if case .node(let place) = place { isWanted = isText(place, url) }
          return false
        }
        return isWanted ? try sink(item) : true
      }
    }
  }

  /// `repeat()` and `repeatAll()`: what the projection gives, and gives of that, and so on.
  func repeated(_ index: Int32, from items: [Item]) throws(FHIRPathError) -> [Item] {
    let instruction = instructions[Int(index)]
    let isDistinct = instruction.function == .repeat
    var set = DistinctItems()
    var all: [Item] = []
    var waiting = items
    while !waiting.isEmpty {
      var next: [Item] = []
      var position: Int32 = -1
      for item in waiting {
        position += 1
        try each(instruction.argument, Frame(item, index: position)) {
          found throws(FHIRPathError) in
          if isDistinct {
            if try set.insert(found, in: self, index) { next.append(found) }
          } else {
            all.append(found)
            try checkItems(all.count, index)
            next.append(found)
          }
          return true
        }
      }
      waiting = next
    }
    return isDistinct ? set.items : all
  }

  // MARK: - Variables and totals

  private func aggregate(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> [Item] {
    let instruction = instructions[Int(index)]
    let initial = second(index)
    let outer = total
    var current = initial < 0 ? [] : try collect(initial, frame)
    defer { total = outer }
    var position: Int32 = -1
    try each(instruction.first, frame) { item throws(FHIRPathError) in
      position += 1
      total = current
      current = try collect(instruction.argument, Frame(item, index: position))
      total = outer
      return true
    }
    return current
  }

  private func eachDefining(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    if case .string(let name)? = try scalar(instruction.argument, frame),
      options.variables[name] != nil
    {
      throw error(.redefinedVariable(name), index)
    }
    let items = try collect(instruction.first, frame)
    let value = second(index)
    variables[Int(instruction.detail)] =
      value < 0 ? items : try collect(value, Frame(items, index: frame.index))
    return try eachOf(items, index, sink)
  }

  private func eachTraced(
    _ index: Int32, _ frame: Frame, _ sink: Sink
  ) throws(FHIRPathError) -> Bool {
    let instruction = instructions[Int(index)]
    let items = try collect(instruction.first, frame)
    guard let trace = options.trace else { return try eachOf(items, index, sink) }
    let name = try string(instruction.argument, frame) ?? ""
    let projection = second(index)
    let shown =
      projection < 0 ? items : try collect(projection, Frame(items, index: frame.index))
    trace(name, shown.map { value($0) })
    return try eachOf(items, index, sink)
  }

  // MARK: - Order

  private func sorted(_ index: Int32, _ frame: Frame) throws(FHIRPathError) -> [Item] {
    let instruction = instructions[Int(index)]
    let items = try collect(instruction.first, frame)
    let keys = arguments(index)
    var rows: [(item: Item, keys: [Item?])] = []
    for (position, item) in items.enumerated() {
      let inner = Frame(item, index: Int32(position))
      var values: [Item?] = []
      for key in keys { values.append(try scalar(key, inner).map { system($0) }) }
      if keys.isEmpty { values = [system(item)] }
      rows.append((item, values))
    }
    let descending = keys.isEmpty ? [false] : keys.map { instructions[Int($0)].isReversed }
    try mergeSort(&rows, index) { left, right throws(FHIRPathError) in
      try isAfter(left.keys, right.keys, descending, index)
    }
    return rows.map(\.item)
  }

  /// Whether a row belongs after another; an empty key is less than any other.
  private func isAfter(
    _ left: [Item?], _ right: [Item?], _ descending: [Bool], _ index: Int32
  ) throws(FHIRPathError) -> Bool {
    for (place, isDescending) in descending.enumerated() {
      let isGreater: Bool
      switch (left[place], right[place]) {
      case (nil, nil): continue
      case (nil, _): isGreater = false
      case (_, nil): isGreater = true
      case (let left?, let right?):
        switch try order(left, right, index) {
        case .same, .undecidable: continue
        case .ascending: isGreater = false
        case .descending: isGreater = true
        }
      }
      return isGreater != isDescending
    }
    return false
  }

  /// Sorts and keeps the order of equals; the standard sort takes no comparison that throws our
  /// errors and stops.
  private func mergeSort<Row>(
    _ rows: inout [Row], _ index: Int32, _ isAfter: (Row, Row) throws(FHIRPathError) -> Bool
  ) throws(FHIRPathError) {
    var width = 1
    while width < rows.count {
      var merged: [Row] = []
      merged.reserveCapacity(rows.count)
      var start = 0
      while start < rows.count {
        let middle = min(start + width, rows.count)
        let end = min(start + 2 * width, rows.count)
        var left = start
        var right = middle
        try step(index, end - start)
        while left < middle || right < end {
          var takesRight = left >= middle
          if !takesRight, right < end { takesRight = try isAfter(rows[left], rows[right]) }
          merged.append(rows[takesRight ? right : left])
          if takesRight { right += 1 } else { left += 1 }
        }
        start = end
      }
      rows = merged
      width *= 2
    }
  }
}
