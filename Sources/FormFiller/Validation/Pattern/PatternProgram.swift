/// A regular expression as steps that are followed all at once (Thompson's construction).
struct PatternProgram {
  private enum Step {
    case scalar(ScalarSet)
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case match
  }

  private var steps: [Step] = []

  /// The most steps; more are left to Swift's own matching.
  private static let mostSteps = 5000

  /// Makes the steps of a pattern; nil when they would be too many.
  init?(_ pattern: PatternNode) {
    guard add(pattern) else { return nil }
    steps.append(.match)
  }

  // MARK: - Building

  /// - Returns: Whether there is room.
  private mutating func add(_ node: PatternNode) -> Bool {
    guard steps.count < Self.mostSteps else { return false }
    switch node {
    case .scalar(let set): steps.append(.scalar(set))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .sequence(let parts): return parts.allSatisfy { add($0) }
    case .alternatives(let parts): return addAlternatives(parts[...])
    case .repeated(let part, let least, let most): return addRepeated(part, least, most)
    }
    return true
  }

  private mutating func addAlternatives(_ parts: ArraySlice<PatternNode>) -> Bool {
    var jumps: [Int] = []
    for (number, part) in parts.enumerated() {
      let split = steps.count
      let isLast = number == parts.count - 1
      if !isLast { steps.append(.jump(0)) }
      guard add(part) else { return false }
      guard !isLast else { break }
      jumps.append(steps.count)
      steps.append(.jump(0))
      steps[split] = .split(split + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
    return true
  }

  private mutating func addRepeated(_ part: PatternNode, _ least: Int, _ most: Int?) -> Bool {
    for _ in 0..<least {
      guard add(part) else { return false }
    }
    guard let most else {
      let split = steps.count
      steps.append(.jump(0))
      guard add(part) else { return false }
      steps.append(.jump(split))
      steps[split] = .split(split + 1, steps.count)
      return true
    }
    var splits: [Int] = []
    for _ in least..<max(most, least) {
      splits.append(steps.count)
      steps.append(.jump(0))
      guard add(part) else { return false }
    }
    for split in splits { steps[split] = .split(split + 1, steps.count) }
    return true
  }

  // MARK: - Matching

  /// Whether the whole text matches.
  func matches(_ text: String) -> Bool {
    var current = Threads(count: steps.count)
    var next = Threads(count: steps.count)
    var rest = text.unicodeScalars[...]
    var isAtStart = true
    follow(0, &current, isAtStart: true, isAtEnd: rest.isEmpty)
    while let scalar = rest.popFirst() {
      isAtStart = false
      next.removeAll()
      for step in current.places {
        guard case .scalar(let set) = steps[step], set.contains(scalar) else { continue }
        follow(step + 1, &next, isAtStart: isAtStart, isAtEnd: rest.isEmpty)
      }
      swap(&current, &next)
      if current.places.isEmpty { return false }
    }
    return current.places.contains { if case .match = steps[$0] { true } else { false } }
  }

  /// Adds the steps that can be reached from one without a character.
  private func follow(_ step: Int, _ threads: inout Threads, isAtStart: Bool, isAtEnd: Bool) {
    var waiting = [step]
    while let step = waiting.popLast() {
      guard threads.insert(step) else { continue }
      switch steps[step] {
      case .scalar, .match: break
      case .jump(let target): waiting.append(target)
      case .split(let first, let second): waiting += [second, first]
      case .start: if isAtStart { waiting.append(step + 1) }
      case .end: if isAtEnd { waiting.append(step + 1) }
      }
    }
  }

  /// The steps that are followed at one character.
  private struct Threads {
    private(set) var places: [Int] = []
    private var isThere: [Bool]

    init(count: Int) { isThere = Array(repeating: false, count: count) }

    mutating func insert(_ step: Int) -> Bool {
      if isThere[step] { return false }
      isThere[step] = true
      places.append(step)
      return true
    }

    mutating func removeAll() {
      for place in places { isThere[place] = false }
      places.removeAll(keepingCapacity: true)
    }
  }
}
