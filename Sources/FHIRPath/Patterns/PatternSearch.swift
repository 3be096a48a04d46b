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

  /// The steps from which the end is reached, at the place that is looked at and the one behind it.
  private var reached: [Int32] = []
  private var reachedBefore: [Int32] = []
  /// The last place, counted from the end and from 1, at which a step was reached.
  private var stamps: [Int32]
  private var states: PatternStates
  /// The number of the state at each place, if they are kept.
  private var stateAtPlace: [Int32] = []

  /// At which place in which walk a step was tried last, as the number of that trial.
  private var tried: [Int] = []
  private var trial = 0
  private var tasks: [Task] = []
  /// Where the groups of the last match start and end, the first being the whole; -1 for nowhere.
  private(set) var slots: [Int]

  init(_ pattern: Pattern, text: String, steps: Int) {
    program = pattern.program
    slots = Array(repeating: -1, count: (pattern.groupCount + 1) * 2)
    self.text = Array(text.unicodeScalars)
    self.steps = steps
    stamps = Array(repeating: 0, count: program.steps.count)
    states = PatternStates(program)
  }

  /// Whether the pattern takes the whole text.
  mutating func matchesWhole() throws(Exhausted) -> Bool {
    let state = try scan(.atTextEnd)
    return states.has(program.main.start, in: state)
  }

  /// Whether the pattern takes any part of the text.
  mutating func matchesPart() throws(Exhausted) -> Bool {
    let state = try scan(.anywhere, stopsAtMatch: true)
    return states.has(program.main.start, in: state)
  }

  /// Makes ready for `findMatch(from:)`.
  mutating func prepareMatches() throws(Exhausted) {
    tried = Array(repeating: 0, count: program.steps.count)
    stateAtPlace = Array(repeating: 0, count: text.count + 1)
    try scan(.anywhere)
  }

  // MARK: - Backwards

  private func stamp(at place: Int) -> Int32 { Int32(truncatingIfNeeded: text.count - place + 1) }

  private func isReached(_ step: Int32, at place: Int) -> Bool {
    stamps[Int(step)] == stamp(at: place)
  }

  /// Goes through the text; gives the state in which it ends or stops.
  @discardableResult
  private mutating func scan(
    _ ending: Ending, stopsAtMatch: Bool = false
  ) throws(Exhausted) -> Int32 {
    let keepsStates = !stateAtPlace.isEmpty
    var place = text.count
    var state = try newState(at: place, after: nil, ending)
    while true {
      if keepsStates { stateAtPlace[place] = state }
      if place == 0 || (stopsAtMatch && states.has(program.main.start, in: state)) { return state }
      place -= 1
      let way = PatternStates.Way(text[place], context(at: place))
      if let known = states.next(after: state, way) {
        state = known
        try count(1)
        continue
      }
      let before = state
      state = try newState(at: place, after: before, ending)
      if keepsStates || !states.areMany {
        states.note(state, after: before, way)
      } else {
        states.forget()
        state = states.number(of: reached).number
      }
    }
  }

  /// What assertions can see of what stands before a place.
  private func context(at place: Int) -> PatternStates.Context {
    guard program.hasAssertions else { return .any }
    guard place > 0 else { return .textStart }
    let before = text[place - 1]
    return before == "\n" ? .lineStart : ScalarSet.isWordCharacter(before) ? .word : .any
  }

  /// Finds out which steps are reached at a place.
  private mutating func newState(
    at place: Int, after before: Int32?, _ ending: Ending
  ) throws(Exhausted) -> Int32 {
    reachedBefore = before.map { states.steps(of: $0) } ?? []
    reached.removeAll(keepingCapacity: true)
    let main = program.parts.count - 1
    for part in 0...main {
      if place < text.count { takeScalar(at: place, part: part) }
      if part < main || ending == .anywhere || place == text.count {
        reach(program.parts[part].accept, at: place)
      }
      close(at: place)
    }
    try count(reached.count + reachedBefore.count + main + 1)
    let (state, isNew) = states.number(of: reached)
    // A new one takes more time and memory.
    if isNew { try count(states.size) }
    return state
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

  // MARK: - Forwards

  /// Finds the first match that starts at a place or behind it; it is in `slots` then.
  mutating func findMatch(from start: Int) throws(Exhausted) -> Bool {
    var place = start
    while place <= text.count {
      if states.has(program.main.start, in: stateAtPlace[place]) {
        try walk(from: place)
        return true
      }
      place += 1
    }
    return false
  }

  /// The text of a group of the match that was found; nil where there is none.
  func range(ofGroup number: Int) -> Range<Int>? {
    guard number < slots.count / 2, slots[number * 2] >= 0, slots[number * 2 + 1] >= 0 else {
      return nil
    }
    return slots[number * 2]..<slots[number * 2 + 1]
  }

  /// Something to do while going forwards: follow a step, or forget where a group began or ended.
  private enum Task {
    case follow(Int32)
    case restore(slot: Int32, place: Int)
  }

  /// Follows the preferred way, on steps from which the end is reached.
  private mutating func walk(from start: Int) throws(Exhausted) {
    for slot in slots.indices { slots[slot] = -1 }
    slots[0] = start
    var place = start
    trial += 1
    tasks.append(.follow(program.main.start))
    while let task = tasks.popLast() {
      switch task {
      case .restore(let slot, let place): slots[Int(slot)] = place
      case .follow(let step):
        guard states.has(step, in: stateAtPlace[place]), tried[Int(step)] != trial else { continue }
        tried[Int(step)] = trial
        try count(1)
        follow(program.steps[Int(step)], number: step, &place)
      }
    }
  }

  private mutating func follow(
    _ step: PatternProgram.Step, number: Int32, _ place: inout Int
  ) {
    switch step {
    case .scalar:
      // What is left was less preferred.
      tasks.removeAll(keepingCapacity: true)
      place += 1
      trial += 1
      tasks.append(.follow(number + 1))
    case .split(let first, let second):
      tasks.append(.follow(second))
      tasks.append(.follow(first))
    case .jump(let target): tasks.append(.follow(target))
    case .note(let slot):
      tasks.append(.restore(slot: slot, place: slots[Int(slot)]))
      slots[Int(slot)] = place
      tasks.append(.follow(number + 1))
    case .assertion: tasks.append(.follow(number + 1))
    case .lookAhead(_, _, let then): tasks.append(.follow(then))
    case .accept:
      tasks.removeAll(keepingCapacity: true)
      slots[1] = place
    }
  }
}
