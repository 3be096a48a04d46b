/// Looks for a pattern in a text by trying and going back, within a number of steps.
struct PatternMatcher {
  /// The number of steps was not enough, or the text nests too deep for the pattern.
  struct Exhausted: Error {}

  /// Where a match and its groups lie.
  struct Match {
    var range: Range<Int>
    var groups: [Range<Int>?]
  }

  typealias Continuation = (Int, inout PatternMatcher) throws(Exhausted) -> Bool

  let pattern: Pattern
  let text: [Unicode.Scalar]
  private(set) var steps: Int
  private var groups: [Range<Int>?]
  private var depth = 0

  /// How deep the matcher may go before it gives up, so that the stack is enough.
  private static let greatestDepth = 3000

  init(_ pattern: Pattern, text: [Unicode.Scalar], steps: Int) {
    self.pattern = pattern
    self.text = text
    self.steps = steps
    groups = Array(repeating: nil, count: pattern.groupCount + 1)
  }

  /// The first match that starts at a place or after it.
  mutating func firstMatch(from start: Int = 0) throws(Exhausted) -> Match? {
    var place = start
    while place <= text.count {
      if let match = try match(at: place) { return match }
      place += 1
    }
    return nil
  }

  /// Whether the pattern takes the whole text.
  mutating func matchesAll() throws(Exhausted) -> Bool {
    try run(pattern.root, 0) { end, matcher throws(Exhausted) in end == matcher.text.count }
  }

  private mutating func match(at place: Int) throws(Exhausted) -> Match? {
    for index in groups.indices { groups[index] = nil }
    var end = place
    let isFound = try run(pattern.root, place) { found, _ throws(Exhausted) in
      end = found
      return true
    }
    return isFound ? Match(range: place..<end, groups: groups) : nil
  }

  private mutating func run(
    _ node: Pattern.Node, _ place: Int, _ then: Continuation
  ) throws(Exhausted) -> Bool {
    steps -= 1
    depth += 1
    defer { depth -= 1 }
    guard steps > 0, depth < Self.greatestDepth else { throw Exhausted() }
    switch node {
    case .scalar(let wanted):
      guard place < text.count, isSame(text[place], wanted) else { return false }
      return try then(place + 1, &self)
    case .any: return place < text.count ? try then(place + 1, &self) : false
    case .set(let set):
      guard place < text.count, isIn(set, text[place]) else { return false }
      return try then(place + 1, &self)
    case .sequence(let nodes): return try run(nodes[...], place, then)
    case .alternatives(let nodes):
      for node in nodes { if try run(node, place, then) { return true } }
      return false
    case .group(let inner, let number):
      let before = groups[number]
      let isFound = try run(inner, place) { end, matcher throws(Exhausted) in
        let inside = matcher.groups[number]
        matcher.groups[number] = place..<end
        if try then(end, &matcher) { return true }
        matcher.groups[number] = inside
        return false
      }
      if !isFound { groups[number] = before }
      return isFound
    case .repetition(let inner, let least, let most, let isLazy):
      if let width = try runSimple(inner, place, least, most, isLazy, then) { return width }
      return try again(inner, place, 0, least, most, isLazy, then)
    case .lookAhead(let inner, let isNegated):
      let isFound = try run(inner, place) { _, _ throws(Exhausted) in true }
      return isFound != isNegated ? try then(place, &self) : false
    case .start, .end, .boundary:
      return stands(node, at: place) ? try then(place, &self) : false
    case .backReference(let number):
      guard number < groups.count, let range = groups[number] else { return false }
      guard place + range.count <= text.count,
        zip(text[range], text[place...]).allSatisfy({ isSame($0, $1) })
      else { return false }
      return try then(place + range.count, &self)
    }
  }

  private mutating func run(
    _ nodes: ArraySlice<Pattern.Node>, _ place: Int, _ then: Continuation
  ) throws(Exhausted) -> Bool {
    guard let first = nodes.first else { return try then(place, &self) }
    let rest = nodes.dropFirst()
    guard !rest.isEmpty else { return try run(first, place, then) }
    return try run(first, place) { next, matcher throws(Exhausted) in
      try matcher.run(rest, next, then)
    }
  }

  // MARK: - Repetition

  /// Repeats what takes one scalar by counting, without going deeper; nil for anything else.
  private mutating func runSimple(
    _ inner: Pattern.Node, _ place: Int, _ least: Int, _ most: Int, _ isLazy: Bool,
    _ then: Continuation
  ) throws(Exhausted) -> Bool? {
    func takes(_ scalar: Unicode.Scalar) -> Bool? {
      switch inner {
      case .any: true
      case .scalar(let wanted): isSame(scalar, wanted)
      case .set(let set): isIn(set, scalar)
      default: nil
      }
    }
    switch inner {
    case .any, .scalar, .set: break
    default: return nil
    }
    var count = 0
    if isLazy {
      while true {
        if count >= least, try then(place + count, &self) { return true }
        guard count < most, place + count < text.count, takes(text[place + count]) == true else {
          return false
        }
        count += 1
        steps -= 1
        if steps <= 0 { throw Exhausted() }
      }
    }
    while count < most, place + count < text.count, takes(text[place + count]) == true {
      count += 1
    }
    steps -= count
    if steps <= 0 { throw Exhausted() }
    while count >= least {
      if try then(place + count, &self) { return true }
      count -= 1
    }
    return false
  }

  private mutating func again(
    _ inner: Pattern.Node, _ place: Int, _ count: Int, _ least: Int, _ most: Int, _ isLazy: Bool,
    _ then: Continuation
  ) throws(Exhausted) -> Bool {
    if isLazy, count >= least, try then(place, &self) { return true }
    if count < most {
      let isFound = try run(inner, place) { end, matcher throws(Exhausted) in
        // What takes nothing would repeat for ever.
        guard end > place || count < least else { return false }
        return try matcher.again(inner, end, count + 1, least, most, isLazy, then)
      }
      if isFound { return true }
    }
    return !isLazy && count >= least ? try then(place, &self) : false
  }

  // MARK: - Single places

  private func isSame(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    left == right || (pattern.ignoresCase && Self.folded(left) == Self.folded(right))
  }

  private func isIn(_ set: ScalarSet, _ scalar: Unicode.Scalar) -> Bool {
    if set.contains(scalar) { return true }
    guard pattern.ignoresCase else { return false }
    let upper = scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar
    return set.contains(Self.folded(scalar)) || set.contains(upper)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.isASCII
      ? scalar.lowercasedASCII : scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }

  private func stands(_ node: Pattern.Node, at place: Int) -> Bool {
    switch node {
    case .start: return place == 0 || (pattern.isMultiline && text[place - 1] == "\n")
    case .end:
      return place == text.count || (pattern.isMultiline && text[place] == "\n")
    case .boundary(let isNegated):
      let before = place > 0 && ScalarSet.isOne(text[place - 1], .word)
      let after = place < text.count && ScalarSet.isOne(text[place], .word)
      return (before != after) != isNegated
    default: return false
    }
  }
}
