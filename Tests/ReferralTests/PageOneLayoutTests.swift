import Testing

@testable import Referral

/// How page one gives way where there is too little room.
@Suite struct PageOneLayoutTests {
  private static func block(_ name: String, _ steps: [(lines: Int, loss: Int)]) -> PageOneBlock {
    func lines(_ count: Int) -> [String] { (0..<count).map { "\(name)\($0)" } }
    return steps.dropFirst().reduce(PageOneBlock(lines(steps[0].lines))) {
      $0.or(lines($1.lines), loss: $1.loss)
    }
  }

  @Test(
    arguments: [
      (20, ["a0", "a1", "a2", "b0", "b1", "b2", "b3"]),
      (7, ["a0", "a1", "a2", "b0", "b1", "b2", "b3"]),
      (6, ["a0", "a1", "a2", "b0", "b1"]),
      (4, ["a0", "b0", "b1"]),
      // Room that is left is used for what is missed most.
      (3, ["a0", "b0", "b1"]),
      (2, ["a0", "b0"]),
      // There is nothing shorter.
      (1, ["a0", "b0"]),
    ])
  func `what loses least gives way first`(_ limit: Int, _ expected: [String]) {
    var layout = PageOneLayout()
    layout.add(Self.block("a", [(3, 0), (1, 5)]))
    layout.add(Self.block("b", [(4, 0), (2, 1), (1, 9)]))
    #expect(layout.lines(limit: limit) == expected)
  }

  @Test func `of equal losses the lower block gives way`() {
    var layout = PageOneLayout()
    layout.add(Self.block("a", [(2, 0), (1, 5)]))
    layout.add(Self.block("b", [(2, 0), (1, 5)]))
    #expect(layout.lines(limit: 3) == ["a0", "a1", "b0"])
  }

  @Test func `a free line is one line, around what is empty too`() {
    var layout = PageOneLayout()
    layout.addSpace()
    layout.add(Self.block("a", [(1, 0)]))
    layout.addSpace()
    layout.add(PageOneBlock([]))
    layout.addSpace()
    layout.add(Self.block("b", [(1, 0)]))
    #expect(layout.lines(limit: 9) == ["a0", "", "b0"])
  }

  @Test func `an empty block takes no part`() {
    var layout = PageOneLayout()
    layout.add(PageOneBlock([]))
    layout.add(PageOneBlock(["a"]))
    #expect(layout.lines(limit: 1) == ["a"])
  }

  // MARK: - Names with little room

  @Test(
    arguments: [
      (["one", "two", "three"], 40, 1, ["Names: one; two; three"]),
      (
        ["one", "two", "three", "four", "five", "six"], 36, 1,
        ["Names: one; and 5 more, see detail"]
      ),
      (
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 24, 2,
        ["Names: one; two; three;", "and 6 more, see detail"]
      ),
      (["a name with no room at all"], 24, 1, ["Names: see detail"]),
      ([], 24, 1, ["Names:"]),
    ] as [([String], Int, Int, [String])])
  func `names without room are counted`(
    _ names: [String], _ width: Int, _ count: Int, _ lines: [String]
  ) {
    #expect(
      ShortText.lines(naming: names, after: "Names: ", width: width, atMost: count) == lines)
  }

  @Test(
    arguments: [
      ("short", 20, 1, ["short"]),
      ("several words that are long", 20, 1, ["several words [...]"]),
      ("several words that are long", 20, 2, ["several words that", "are long"]),
      ("wordwithoutanybreakinit", 12, 1, ["wordwi [...]"]),
      ("a\nb\u{1B}[2J", 20, 1, ["a b\u{FFFD}[2J"]),
    ])
  func `text without room is cut and says so`(
    _ text: String, _ width: Int, _ count: Int, _ lines: [String]
  ) {
    #expect(ShortText.lines(of: text, width: width, atMost: count) == lines)
  }
}
