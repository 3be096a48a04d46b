import FHIR
import Testing

@testable import FormFiller

/// A change that cannot be made is refused and leaves the response as it was.
@Suite struct ChangeErrorTests {
  private static let items = #"""
    [{"linkId":"q","type":"integer"},
     {"linkId":"fixed","type":"string","readOnly":true},
     {"linkId":"d","type":"display"},
     {"linkId":"g","type":"group","item":[{"linkId":"in","type":"string"}]},
     {"linkId":"rows","type":"group","repeats":true,"item":[{"linkId":"a","type":"string"}]}]
    """#

  private static func path(_ steps: (String, Int?)...) -> ItemPath {
    ItemPath(
      steps.map { step in
        ItemPath.Step(linkId: step.0, instance: step.1.map { InstanceID(number: $0) })
      })
  }

  static let cases: [(Change.Action, ItemPath, ChangeError)] = [
    (.clear, path(("z", nil)), .unknownPath(path(("z", nil)))),
    (.clear, path(("in", nil)), .unknownPath(path(("in", nil)))),
    (.clear, path(("g", 99), ("in", nil)), .unknownPath(path(("g", 99), ("in", nil)))),
    (.clear, ItemPath([]), .unknownPath(ItemPath([]))),
    (.clear, path(("g", nil)), .notAQuestion(linkId: "g")),
    (.set([.string("x")]), path(("d", nil)), .notAQuestion(linkId: "d")),
    (.addRow, path(("g", nil)), .notARepeatingGroup(linkId: "g")),
    (.addRow, path(("q", nil)), .notARepeatingGroup(linkId: "q")),
    (.removeRow, path(("g", 1)), .notARepeatingGroup(linkId: "g")),
    (.removeRow, path(("rows", nil)), .unknownPath(path(("rows", nil)))),
    (.removeRow, path(("rows", 99)), .unknownPath(path(("rows", 99)))),
    (.set([.string("x")]), path(("fixed", nil)), .readOnly(linkId: "fixed")),
    (.set([]), path(("q", nil)), .answerCount(linkId: "q", count: 0)),
    (.set([.integer(1), .integer(2)]), path(("q", nil)), .answerCount(linkId: "q", count: 2)),
    (.set([.string("5")]), path(("q", nil)), .answerType(linkId: "q", .string)),
    (.set([.decimal(5)]), path(("q", nil)), .answerType(linkId: "q", .decimal)),
  ]

  @Test(arguments: cases)
  func `is refused with the reason`(
    _ action: Change.Action, _ path: ItemPath, _ error: ChangeError
  ) throws {
    var filler = try Filler(Self.items)
    try filler.set("q", .integer(7))
    let before = try filler.text()
    let change = Change(action, at: path, by: .patient, time: try Filler.time())
    #expect(throws: error) { try filler.response.apply(change) }
    #expect(try filler.text() == before)
    #expect(!error.description.isEmpty)
  }

  @Test func `the form itself may set what is read-only`() throws {
    var filler = try Filler(Self.items)
    try filler.response.apply(
      Change(
        .set([.string("x")]), at: Self.path(("fixed", nil)), by: .form, time: Filler.time()))
    #expect(try filler.state("fixed") == .answered([.string("x")]))
  }

  @Test func `a row can be named by what was read or added, and never twice`() throws {
    var filler = try Filler(Self.items)
    let rows = try filler.node("rows")
    var seen = Set(filler.response.rows(of: rows))
    for _ in 0..<3 {
      let added = try #require(try filler.addRow("rows").addedRow)
      #expect(seen.insert(added).inserted)
      #expect(filler.response.rows(of: rows).last == added)
      try filler.removeRow(0, of: "rows")
      seen.formUnion(filler.response.rows(of: rows))
    }
    // A group always has a row.
    let last = try #require(filler.response.rows(of: rows).first)
    try filler.removeRow(0, of: "rows")
    #expect(filler.response.rows(of: rows).count == 1)
    #expect(filler.response.rows(of: rows).first != last)
  }

  @Test func `paths and nodes name the same places`() throws {
    var filler = try Filler(Self.items)
    try filler.addRow("rows")
    for linkId in ["q", "in", "rows", "a"] {
      for node in filler.response.nodes(linkId: linkId) {
        #expect(filler.response.node(at: filler.response.path(to: node)) == node)
        #expect(filler.response.path(to: node).linkId == linkId)
      }
    }
    let second = try filler.node("a", 1)
    let row = try #require(filler.response.row(of: second))
    #expect(row.group == (try filler.node("rows")))
    #expect(filler.response.nodes(in: row.row, of: row.group) == [second])
    #expect(filler.response.parent(of: second) == row.group)
    #expect(filler.response.row(of: try filler.node("in")) == nil)
    #expect(filler.response.parent(of: try filler.node("q")) == nil)
  }
}
