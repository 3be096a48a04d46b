/// Random numbers that are the same for the same seed (SplitMix64), so that a failure is seen again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Makes a generator.
  ///
  /// The seed is mixed: the numbers of neighbouring seeds would otherwise be the same, one place on.
  public init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed)
    state = next()
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// Whether something happens that happens this often in a hundred times.
  public mutating func happens(inHundred times: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < times
  }

  /// Whether something happens that happens once in so many times.
  public mutating func happens(onceIn times: Int) -> Bool {
    Int.random(in: 0..<times, using: &self) == 0
  }

  /// A number from a range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// One of several, of which there is at least one.
  public mutating func pick<Element>(from elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// One of several, or nil when there are none.
  public mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &self)
  }
}
