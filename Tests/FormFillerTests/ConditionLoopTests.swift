import FHIR
import Testing

@testable import FormFiller

/// Conditions that wait for each other are named and never met; all others work.
@Suite struct ConditionLoopTests {
  private static func question(_ linkId: String, on others: String...) -> String {
    let conditions = others.map {
      #"{"question":"\#($0)","operator":"exists","answerBoolean":true}"#
    }
    let behavior = others.count > 1 ? #","enableBehavior":"any""# : ""
    return
      #"{"linkId":"\#(linkId)","type":"boolean"\#(behavior),"enableWhen":[\#(conditions.joined(separator: ","))]}"#
  }

  private static let free = #"{"linkId":"free","type":"boolean"}"#

  struct Loop: Sendable {
    let items: String
    let loops: [[String]]
  }

  static let loops = [
    Loop(
      items: "[\(question("a", on: "b")),\(question("b", on: "a"))]", loops: [["a", "b", "a"]]),
    Loop(
      items: "[\(question("a", on: "c")),\(question("b", on: "a")),\(question("c", on: "b"))]",
      loops: [["a", "c", "b", "a"]]),
    // The group waits for a question outside, which waits for one in the group.
    Loop(
      items: #"""
        [{"linkId":"g","type":"group","enableWhen":[
           {"question":"b","operator":"exists","answerBoolean":true}],
          "item":[{"linkId":"a","type":"boolean"}]},
         \#(question("b", on: "a"))]
        """#,
      loops: [["g", "b", "a", "g"]]),
    // Two loops, with a question between them that is in neither.
    Loop(
      items:
        "[\(question("a", on: "b")),\(question("b", on: "a")),\(question("m", on: "a")),"
        + "\(question("c", on: "d", "m")),\(question("d", on: "c"))]",
      loops: [["a", "b", "a"], ["c", "d", "c"]]),
  ]

  @Test(arguments: loops)
  func `a loop is named once with all that is in it`(_ row: Loop) throws {
    let form = try Filler.form(row.items)
    #expect(form.problems.map(\.kind) == row.loops.map { .conditionLoop($0) })
    #expect(form.problems.map(\.linkId) == row.loops.map(\.first))
    #expect(form.problems.allSatisfy { $0.severity == .error })
  }

  @Test func `what is not in a loop still depends on what it names`() throws {
    var filler = try Filler(
      "[\(Self.question("a", on: "b", "free")),\(Self.question("b", on: "a")),\(Self.free),"
        + "\(Self.question("c", on: "a"))]")
    #expect(filler.form.problems.map(\.kind) == [.conditionLoop(["a", "b", "a"])])
    #expect(try !filler.isEnabled("a"))
    try filler.set("free", .boolean(true))
    #expect(try filler.isEnabled("a"))
    try filler.set("a", .boolean(true))
    #expect(try filler.isEnabled("c"))
    #expect(try !filler.isEnabled("b"), "its condition is part of the loop")
  }

  @Test func `every item comes after those that it waits for`() throws {
    let form = try Filler.form(
      "[\(Self.question("a", on: "d")),\(Self.question("b", on: "a")),\(Self.question("c", on: "b")),"
        + #"{"linkId":"g","type":"group","item":[{"linkId":"d","type":"boolean"}]}]"#)
    #expect(form.problems.isEmpty)
    #expect(Set(form.items.map(\.rank)).count == form.items.count)
    for item in form.items {
      for question in item.conditions.compactMap(\.question) {
        #expect(form.items[question].rank < item.rank)
      }
      if let parent = item.parent { #expect(form.items[parent].rank < item.rank) }
    }
  }
}
