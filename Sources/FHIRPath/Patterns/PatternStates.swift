/// The sets of steps that a search came by, and which of them follows which.
///
/// A text has few of them, so that most places take a look into a table.
struct PatternStates {
  /// What stands before a place, as far as assertions see it.
  enum Context: Int {
    case any
    case word
    case lineStart
    case textStart
  }

  /// What leads from one state to the next; nil for what is not in the table.
  struct Way {
    let column: Int?

    init(_ scalar: Unicode.Scalar, _ context: Context) {
      column = scalar.isASCII ? context.rawValue * 128 + Int(scalar.value) : nil
    }
  }

  private let rowLength: Int
  private let columnCount: Int
  private var numbers: [[Int32]: Int32] = [:]
  private var sets: [[Int32]] = []
  /// For each state a bit for each step.
  private var bits: [UInt64] = []
  /// For each state and column the next state, or -1.
  private var table: [Int32] = []

  /// How many states have a row in the table.
  private static let mostRows = 500

  init(_ program: PatternProgram) {
    rowLength = (program.steps.count + 63) / 64
    columnCount = program.hasAssertions ? 512 : 128
  }

  /// How much a new state costs, in steps.
  var size: Int { 64 + rowLength }

  /// Whether there are so many that others should be begun with.
  var areMany: Bool { sets.count >= Self.mostRows }

  mutating func forget() {
    numbers.removeAll()
    sets.removeAll()
    bits.removeAll()
    table.removeAll()
  }

  func steps(of state: Int32) -> [Int32] { sets[Int(state)] }

  @inline(__always)
  func has(_ step: Int32, in state: Int32) -> Bool {
    bits[Int(state) * rowLength + Int(step >> 6)] >> UInt64(step & 63) & 1 == 1
  }

  /// The number of a set of steps, and whether it is new.
  mutating func number(of steps: [Int32]) -> (number: Int32, isNew: Bool) {
    if let known = numbers[steps] { return (known, false) }
    let number = Int32(sets.count)
    numbers[steps] = number
    sets.append(steps)
    let start = bits.count
    bits.append(contentsOf: repeatElement(0, count: rowLength))
    for step in steps { bits[start + Int(step >> 6)] |= 1 << UInt64(step & 63) }
    if sets.count <= Self.mostRows {
      table.append(contentsOf: repeatElement(-1, count: columnCount))
    }
    return (number, true)
  }

  @inline(__always)
  func next(after state: Int32, _ way: Way) -> Int32? {
    guard let column = way.column, state < Self.mostRows else { return nil }
    let next = table[Int(state) * columnCount + column]
    return next < 0 ? nil : next
  }

  mutating func note(_ next: Int32, after state: Int32, _ way: Way) {
    guard let column = way.column, state < Self.mostRows else { return }
    table[Int(state) * columnCount + column] = next
  }
}
