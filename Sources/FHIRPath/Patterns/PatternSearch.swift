/// Looks for a pattern in a text, in a time proportional to the length of both.
///
/// The text is gone through once from its end to its start, and for each place it is found out from
/// which steps of the pattern the end can be reached. Going forwards, only such steps are taken: the
/// preferred way is known to lead somewhere, so nothing is ever tried twice, and all matches of a text
/// together take no longer than one.
struct PatternSearch {
  /// The number of steps was not enough.
  struct Exhausted: Error {}

  /// Where a match has to end.
  private enum Ending {
    case anywhere
    case atTextEnd
  }

  let text: [Unicode.Scalar]
  /// How many steps are left.
  private(set) var steps: Int
  private let program: PatternProgram
  private let groupCount: Int

  /// The steps from which the end is reached, at the place that is looked at and the one behind it.
  private var reached: [Int32] = []
  private var reachedBefore: [Int32] = []
  /// The last place, counted from the end and from 1, at which a step was reached.
  private var stamps: [Int32]
  /// For each place a bit for each step, if they are kept.
  private var rows: [UInt64] = []
  private let rowLength: Int
  /// At which place in which walk a step was tried last, as the number of that trial.
  private var tried: [Int]
  private var trial = 0

  init(_ pattern: Pattern, text: String, steps: Int) {
    program = pattern.program
    groupCount = pattern.groupCount
    self.text = Array(text.unicodeScalars)
    self.steps = steps
    stamps = Array(repeating: 0, count: program.steps.count)
    tried = Array(repeating: 0, count: program.steps.count)
    rowLength = (program.steps.count + 63) / 64
  }

  /// Whether the pattern takes the whole text.
  mutating func matchesWhole() throws(Exhausted) -> Bool {
    try scan(.atTextEnd, keepsRows: false)
    return isReached(program.main.start, at: 0)
  }

  /// Whether the pattern takes any part of the text.
  mutating func matchesPart() throws(Exhausted) -> Bool {
    try scan(.anywhere, keepsRows: false)
  }

  /// Makes ready for `match(from:)`.
  mutating func prepareMatches() throws(Exhausted) {
    try scan(.anywhere, keepsRows: true)
  }

  // MARK: - Backwards

  private func stamp(at place: Int) -> Int32 { Int32(truncatingIfNeeded: text.count - place + 1) }

  private func isReached(_ step: Int32, at place: Int) -> Bool {
    stamps[Int(step)] == stamp(at: place)
  }

  /// Goes through the text; without rows it stops at the first match it meets and says so.
  @discardableResult
  private mutating func scan(_ ending: Ending, keepsRows: Bool) throws(Exhausted) -> Bool {
    let main = program.parts.count - 1
    if keepsRows {
      // Clearing the rows is work too.
      try count((text.count + 1) * (rowLength / 2))
      rows = Array(repeating: 0, count: (text.count + 1) * rowLength)
    }
    var place = text.count
    while place >= 0 {
      swap(&reached, &reachedBefore)
      reached.removeAll(keepingCapacity: true)
      for part in 0...main {
        if place < text.count { takeScalar(at: place, part: part) }
        if part < main || ending == .anywhere || place == text.count {
          reach(program.parts[part].accept, at: place)
        }
        close(at: place)
      }
      try count(reached.count + main + 1)
      if keepsRows {
        keepRow(at: place)
      } else if ending == .anywhere, isReached(program.main.start, at: place) {
        return true
      }
      place -= 1
    }
    return false
  }

  private mutating func count(_ number: Int) throws(Exhausted) {
    steps -= number
    if steps < 0 { throw Exhausted() }
  }

  @inline(__always)
  private mutating func reach(_ step: Int32, at place: Int) {
    guard !isReached(step, at: place) else { return }
    stamps[Int(step)] = stamp(at: place)
    reached.append(step)
  }

  /// Adds the steps of a part that take the scalar at a place and lead on behind it.
  private mutating func takeScalar(at place: Int, part: Int) {
    let scalar = text[place]
    for step in reachedBefore where step > 0 {
      guard case .scalar(let set) = program.steps[Int(step) - 1],
        program.partOfStep[Int(step)] == part, has(Int(set), scalar)
      else { continue }
      reach(step - 1, at: place)
    }
  }

  @inline(__always)
  private func has(_ set: Int, _ scalar: Unicode.Scalar) -> Bool {
    let value = UInt64(scalar.value)
    if value < 64 { return program.sets[set].asciiBits.low >> value & 1 == 1 }
    if value < 128 { return program.sets[set].asciiBits.high >> (value - 64) & 1 == 1 }
    return program.sets[set].contains(scalar)
  }

  /// Adds the steps that lead to those reached without taking a scalar.
  private mutating func close(at place: Int) {
    var next = 0
    while next < reached.count {
      let step = Int(reached[next])
      next += 1
      let start = Int(program.predecessorStarts[step])
      for index in start..<Int(program.predecessorStarts[step + 1]) {
        let before = program.predecessors[index]
        if holds(program.steps[Int(before)], at: place) { reach(before, at: place) }
      }
    }
  }

  private func holds(_ step: PatternProgram.Step, at place: Int) -> Bool {
    switch step {
    case .assertion(let assertion): holds(assertion, at: place)
    // Parts that are looked ahead for are done before what looks.
    case .lookAhead(let part, let isNegated, _):
      isReached(program.parts[Int(part)].start, at: place) != isNegated
    default: true
    }
  }

  private func holds(_ assertion: PatternNode.Assertion, at place: Int) -> Bool {
    switch assertion {
    case .textStart: return place == 0
    case .textEnd: return place == text.count
    case .lineStart: return place == 0 || text[place - 1] == "\n"
    case .lineEnd: return place == text.count || text[place] == "\n"
    case .wordBoundary, .noWordBoundary:
      let before = place > 0 && ScalarSet.isWordCharacter(text[place - 1])
      let after = place < text.count && ScalarSet.isWordCharacter(text[place])
      return (before != after) == (assertion == .wordBoundary)
    }
  }

  private mutating func keepRow(at place: Int) {
    let start = place * rowLength
    for step in reached { rows[start + Int(step >> 6)] |= 1 << UInt64(step & 63) }
  }

  // MARK: - Forwards

  private func isKept(_ step: Int32, at place: Int) -> Bool {
    rows[place * rowLength + Int(step >> 6)] >> UInt64(step & 63) & 1 == 1
  }

  /// The first match that starts at a place or behind it; its groups too, the first being the whole.
  mutating func match(from start: Int) throws(Exhausted) -> [Range<Int>?]? {
    var place = start
    while place <= text.count, !isKept(program.main.start, at: place) { place += 1 }
    guard place <= text.count else { return nil }
    return try walk(from: place)
  }

  /// Something to do while going forwards: follow a step, or forget where a group began or ended.
  private enum Task {
    case follow(Int32)
    case restore(slot: Int, place: Int)
  }

  /// Follows the preferred way; every step that is kept leads to the end.
  private mutating func walk(from start: Int) throws(Exhausted) -> [Range<Int>?] {
    var slots = [Int](repeating: -1, count: (groupCount + 1) * 2)
    var tasks = [Task.follow(program.main.start)]
    var place = start
    trial += 1
    while let task = tasks.popLast() {
      guard case .follow(let step) = task else {
        if case .restore(let slot, let place) = task { slots[slot] = place }
        continue
      }
      guard isKept(step, at: place), tried[Int(step)] != trial else { continue }
      tried[Int(step)] = trial
      try count(1)
      switch program.steps[Int(step)] {
      case .scalar:
        tasks.removeAll(keepingCapacity: true)
        place += 1
        trial += 1
        tasks.append(.follow(step + 1))
      case .split(let first, let second):
        tasks.append(.follow(second))
        tasks.append(.follow(first))
      case .jump(let target): tasks.append(.follow(target))
      case .note(let slot):
        tasks.append(.restore(slot: Int(slot), place: slots[Int(slot)]))
        slots[Int(slot)] = place
        tasks.append(.follow(step + 1))
      case .assertion: tasks.append(.follow(step + 1))
      case .lookAhead(_, _, let then): tasks.append(.follow(then))
      case .accept:
        slots[0] = start
        slots[1] = place
        return stride(from: 0, to: slots.count, by: 2).map {
          slots[$0] < 0 || slots[$0 + 1] < slots[$0] ? nil : slots[$0]..<slots[$0 + 1]
        }
      }
    }
    return [start..<start]
  }
}
