/// A regular expression as steps that are followed all at once (Thompson's construction).
struct PatternProgram: Sendable {
  enum Step: Sendable {
    /// Takes one scalar of a set, by its number, and goes on with the next step.
    case scalar(Int32)
    /// Goes on with either, preferably with the first.
    case split(Int32, Int32)
    case jump(Int32)
    /// Notes where a group starts or ends, and goes on with the next step.
    case note(Int32)
    case assertion(PatternNode.Assertion)
    /// Goes on with a step if a part, by its number, matches from here on.
    case lookAhead(part: Int32, isNegated: Bool, then: Int32)
    /// The end of the expression, or of a part that looks ahead.
    case accept
  }

  /// The expression itself or what is looked ahead for.
  struct Part: Sendable {
    var start: Int32
    var accept: Int32
  }

  private(set) var steps: [Step] = []
  private(set) var sets: [ScalarSet] = []
  /// What is looked ahead for, what lies within before what it lies in; last the expression itself.
  private(set) var parts: [Part] = []
  /// The steps from which a step can be reached without a scalar: those of step `n` stand from
  /// `predecessorStarts[n]` on.
  private(set) var predecessors: [Int32] = []
  private(set) var predecessorStarts: [Int32] = []
  /// The number of the part in which a step lies.
  private(set) var partOfStep: [Int32] = []

  private var assertionCount = 0

  /// The most steps.
  private static let mostSteps = 25_000

  init(_ root: PatternNode) throws(Pattern.Problem) {
    try addPart(root)
    linkPredecessors()
  }

  /// Whether anything depends on what stands before or behind a place.
  var hasAssertions: Bool { assertionCount > 0 }

  /// Where the expression starts and ends.
  var main: Part { parts[parts.count - 1] }

  // MARK: - Building

  private var next: Int32 { Int32(steps.count) }

  private mutating func append(_ step: Step) throws(Pattern.Problem) {
    guard steps.count < Self.mostSteps else {
      throw Pattern.Problem(advice: "it is too large with its counts written out; count less")
    }
    steps.append(step)
  }

  private mutating func addPart(_ node: PatternNode) throws(Pattern.Problem) {
    let start = next
    try add(node)
    try append(.accept)
    parts.append(Part(start: start, accept: next - 1))
  }

  private mutating func add(_ node: PatternNode) throws(Pattern.Problem) {
    switch node {
    case .scalar(let set):
      sets.append(set)
      try append(.scalar(Int32(sets.count - 1)))
    case .sequence(let nodes): for node in nodes { try add(node) }
    case .alternatives(let nodes): try addAlternatives(nodes)
    case .group(let inner, let number):
      try append(.note(Int32(number * 2)))
      try add(inner)
      try append(.note(Int32(number * 2 + 1)))
    case .repeated(let inner, let least, let most, let isLazy):
      try addRepeated(inner, least, most, isLazy)
    case .assertion(let assertion):
      assertionCount += 1
      try append(.assertion(assertion))
    case .lookAhead(let inner, let isNegated):
      let look = steps.count
      try append(.jump(0))
      try addPart(inner)
      steps[look] = .lookAhead(part: Int32(parts.count - 1), isNegated: isNegated, then: next)
    }
  }

  private mutating func addAlternatives(_ nodes: [PatternNode]) throws(Pattern.Problem) {
    var jumps: [Int] = []
    for (number, node) in nodes.enumerated() {
      let split = steps.count
      let isLast = number == nodes.count - 1
      if !isLast { try append(.jump(0)) }
      try add(node)
      guard !isLast else { break }
      jumps.append(steps.count)
      try append(.jump(0))
      steps[split] = .split(Int32(split + 1), next)
    }
    for jump in jumps { steps[jump] = .jump(next) }
  }

  private mutating func addRepeated(
    _ node: PatternNode, _ least: Int, _ most: Int?, _ isLazy: Bool
  ) throws(Pattern.Problem) {
    func choice(_ again: Int32, _ end: Int32) -> Step {
      isLazy ? .split(end, again) : .split(again, end)
    }
    var last = next
    for _ in 0..<least {
      last = next
      try add(node)
      // Nothing, however often, is nothing.
      if last == next { return }
    }
    guard let most else {
      if least > 0 { return try append(choice(last, next + 1)) }
      let split = steps.count
      try append(.jump(0))
      try add(node)
      try append(.jump(Int32(split)))
      steps[split] = choice(Int32(split + 1), next)
      return
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(steps.count)
      try append(.jump(0))
      try add(node)
    }
    for split in splits { steps[split] = choice(Int32(split + 1), next) }
  }

  /// The steps that follow one without a scalar.
  private func successors(of step: Int) -> (Int32, Int32?)? {
    switch steps[step] {
    case .scalar, .accept: nil
    case .split(let first, let second): (first, second)
    case .jump(let target): (target, nil)
    case .note, .assertion: (Int32(step + 1), nil)
    case .lookAhead(_, _, let then): (then, nil)
    }
  }

  private mutating func linkPredecessors() {
    var counts = [Int32](repeating: 0, count: steps.count + 1)
    for step in steps.indices {
      guard let (first, second) = successors(of: step) else { continue }
      counts[Int(first)] += 1
      if let second { counts[Int(second)] += 1 }
    }
    var sum: Int32 = 0
    predecessorStarts = counts.map { count in
      defer { sum += count }
      return sum
    }
    predecessors = Array(repeating: 0, count: Int(sum))
    var places = predecessorStarts
    for step in steps.indices {
      guard let (first, second) = successors(of: step) else { continue }
      for target in [first, second].compactMap({ $0 }) {
        predecessors[Int(places[Int(target)])] = Int32(step)
        places[Int(target)] += 1
      }
    }
    partOfStep = Array(repeating: Int32(parts.count - 1), count: steps.count)
    // What contains another part comes later, so the innermost is set last.
    for number in parts.indices.reversed() {
      for step in parts[number].start...parts[number].accept {
        partOfStep[Int(step)] = Int32(number)
      }
    }
  }
}
