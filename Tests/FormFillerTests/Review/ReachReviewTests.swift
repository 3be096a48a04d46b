import FHIR
import FormGenerator
import SeededRandomness
import Testing

@testable import FormFiller

/// Items that can be shown to be never asked, or always, and those that cannot.
@Suite struct ReachReviewTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let items: [String]
    let findings: [String: ReviewFinding]

    init(_ name: String, _ items: [String], _ findings: [String: ReviewFinding] = [:]) {
      self.name = name
      self.items = items
      self.findings = findings
    }

    var testDescription: String { name }
  }

  // MARK: - Writing forms short

  private typealias Make = ExpressionForm
  private static let core = ExpressionForm.core

  private static func when(
    _ conditions: (String, String, String)..., behavior: String = "all"
  ) -> String {
    let all = conditions.map { question, comparison, answer in
      #"{"question":"\#(question)","operator":"\#(comparison)","answer\#(answer)}"#
    }
    return #""enableBehavior":"\#(behavior)","enableWhen":[\#(all.joined(separator: ","))]"#
  }

  private static func whole(_ number: Int) -> String { #"Integer":\#(number)"# }
  private static func exact(_ number: String) -> String { #"Decimal":\#(number)"# }
  private static func code(_ code: String) -> String {
    #"Coding":{"system":"urn:s","code":"\#(code)"}"#
  }
  private static let yes = #"Boolean":true"#
  private static let no = #"Boolean":false"#

  private static func bounds(_ least: Int, _ greatest: Int) -> [String] {
    [
      #"{"url":"\#(core)minValue","valueInteger":\#(least)}"#,
      #"{"url":"\#(core)maxValue","valueInteger":\#(greatest)}"#,
    ]
  }
  private static let hidden = #"{"url":"\#(core)questionnaire-hidden","valueBoolean":true}"#

  private static let number = Make.item("n", "integer")
  private static let gate = Make.item("q", "boolean")
  private static let options =
    #""answerOption":[{"valueCoding":{"system":"urn:s","code":"a"}},{"valueCoding":{"system":"urn:s","code":"b"}}]"#
  private static let choice = Make.item("c", "choice", [], options)

  private static func item(_ conditions: String) -> String {
    Make.item("x", "string", [], conditions)
  }

  private static func never(_ reason: NeverAskedReason) -> [String: ReviewFinding] {
    ["x": .neverAsked([reason])]
  }

  // MARK: - Never

  static let never: [Case] = [
    Case(
      "two values at once", [number, item(when(("n", "=", whole(1)), ("n", "=", whole(2))))],
      never(.contradiction("'n' = 1", "'n' = 2"))),
    Case(
      "a value and not it", [choice, item(when(("c", "=", code("a")), ("c", "!=", code("a"))))],
      never(.contradiction("'c' = a", "'c' != a"))),
    Case(
      "above and below", [number, item(when(("n", ">", whole(5)), ("n", "<", whole(3))))],
      never(.contradiction("'n' > 5", "'n' < 3"))),
    Case(
      "above and below the same",
      [number, item(when(("n", ">=", whole(5)), ("n", "<", whole(5))))],
      never(.contradiction("'n' >= 5", "'n' < 5"))),
    Case(
      "between a whole number and the next",
      [number, item(when(("n", ">", whole(3)), ("n", "<", whole(4))))],
      never(.contradiction("'n' > 3", "'n' < 4"))),
    Case(
      "a value outside a range", [number, item(when(("n", "=", whole(5)), ("n", ">", whole(5))))],
      never(.contradiction("'n' = 5", "'n' > 5"))),
    Case(
      "answered and not", [gate, item(when(("q", "exists", yes), ("q", "exists", no)))],
      never(.contradiction("'q' answered", "'q' not answered"))),
    Case(
      "a value without an answer", [number, item(when(("n", "exists", no), ("n", "=", whole(1))))],
      never(.contradiction("'n' not answered", "'n' = 1"))),
    Case(
      "neither yes nor no", [gate, item(when(("q", "!=", yes), ("q", "!=", no)))],
      never(.contradiction("'q' != true", "'q' != false"))),
    Case(
      "none of all options", [choice, item(when(("c", "!=", code("a")), ("c", "!=", code("b"))))],
      never(.contradiction("'c' != a", "'c' != b"))),
    Case(
      "a value above the greatest",
      [Make.item("n", "integer", bounds(0, 10)), item(when(("n", ">", whole(10))))],
      never(.impossibleAnswer("'n' > 10"))),
    Case(
      "a value below the least, of a question with several answers",
      [
        Make.item("n", "integer", bounds(0, 10), #""repeats":true"#),
        item(when(("n", "=", whole(-1)))),
      ], never(.impossibleAnswer("'n' = -1"))),
    Case(
      "several answers that hold a value and do not",
      [
        Make.item("c", "choice", [], options + #","repeats":true"#),
        item(when(("c", "=", code("a")), ("c", "!=", code("a")))),
      ], never(.contradiction("'c' = a", "'c' != a"))),
    Case(
      "against the condition of its group",
      [
        gate,
        Make.item(
          "g", "group", [], when(("q", "=", no)), items: [item(when(("q", "=", yes)))]),
      ], never(.contradiction("'q' = false (at 'g')", "'q' = true"))),
    Case(
      "against the condition of the question it waits for",
      [
        gate, Make.item("n", "integer", [], when(("q", "=", yes))),
        item(when(("n", "=", whole(1)), ("q", "=", no))),
      ], never(.contradiction("'q' = true (at 'n')", "'q' = false"))),
    Case(
      "in one row",
      [
        Make.item(
          "r", "group", [], #""repeats":true"#,
          items: [
            number,
            Make.item(
              "g", "group", [], when(("n", ">", whole(5))),
              items: [item(when(("n", "<", whole(3))))]),
          ])
      ], never(.contradiction("'n' > 5 (at 'g')", "'n' < 3"))),
    Case(
      "under an answer that must not be there",
      [Make.item("q", "boolean", items: [item(when(("q", "exists", no)))])],
      never(.contradiction("'q' answered", "'q' not answered"))),
    Case(
      "a question that is never asked",
      [
        Make.item("f", "string", [Make.enableWhen("1 = 2")]),
        item(when(("f", "exists", yes))),
      ],
      ["f": .neverAsked([.expressionNeverTrue]), "x": .neverAsked([.questionNeverAsked("f")])]),
    Case(
      "only the outermost is named",
      [
        Make.item("x", "group", [Make.enableWhen("false")], items: [number, gate])
      ], never(.expressionNeverTrue)),
    Case(
      "an expression that is empty", [Make.item("x", "string", [Make.enableWhen("{}")])],
      never(.expressionNeverTrue)),
    Case(
      "a question that nobody can answer",
      [Make.item("h", "string", [hidden], #""readOnly":true"#), item(when(("h", "exists", yes)))],
      never(.questionNeverAnswered("h"))),
    Case(
      "under a question that nobody can answer",
      [Make.item("h", "string", [hidden], #""readOnly":true"#, items: [Make.item("x", "string")])],
      never(.questionNeverAnswered("h"))),
    Case(
      "no alternative",
      [
        Make.item("n", "integer", bounds(0, 10)),
        item(when(("n", ">", whole(10)), ("n", "<", whole(0)), behavior: "any")),
      ],
      [
        "x": .neverAsked([.impossibleAnswer("'n' > 10"), .impossibleAnswer("'n' < 0")])
      ]),
    Case(
      "one of several alternatives",
      [
        Make.item("n", "integer", bounds(0, 10)),
        item(when(("n", ">", whole(10)), ("n", "<", whole(5)), behavior: "any")),
      ], ["x": .conditionsNeverMet([.impossibleAnswer("'n' > 10")])]),
  ]

  // MARK: - Always

  static let always: [Case] = [
    Case(
      "answered or not",
      [gate, item(when(("q", "exists", yes), ("q", "exists", no), behavior: "any"))],
      ["x": .alwaysAsked]),
    Case(
      "a constant", [Make.item("x", "string", [Make.enableWhen("true or false")])],
      ["x": .alwaysAsked]),
  ]

  // MARK: - Nothing to say

  static let silent: [Case] = [
    Case("a range", [number, item(when(("n", ">", whole(3)), ("n", "<", whole(5))))]),
    Case("a range of one", [number, item(when(("n", ">=", whole(3)), ("n", "<=", whole(3))))]),
    Case(
      "between two decimals",
      [Make.item("n", "decimal"), item(when(("n", ">", exact("3.0")), ("n", "<", exact("4.0"))))]),
    Case(
      "between two whole numbers, of a decimal",
      [Make.item("n", "decimal"), item(when(("n", ">", whole(3)), ("n", "<", whole(4))))]),
    Case(
      "two values among several",
      [
        Make.item("c", "choice", [], options + #","repeats":true"#),
        item(when(("c", "=", code("a")), ("c", "=", code("b")))),
      ]),
    Case(
      "above and below among several",
      [
        Make.item("n", "integer", [], #""repeats":true"#),
        item(when(("n", ">", whole(5)), ("n", "<", whole(3)))),
      ]),
    Case(
      "one value or another",
      [number, item(when(("n", "=", whole(1)), ("n", "=", whole(2)), behavior: "any"))]),
    Case(
      "not all options",
      [
        Make.item("c", "open-choice", [], options),
        item(when(("c", "!=", code("a")), ("c", "!=", code("b")))),
      ]),
    Case(
      "a code without system is any",
      [
        Make.item("c", "open-choice"),
        item(when(("c", "=", code("a")), ("c", "=", #"Coding":{"code":"a"}"#))),
      ]),
    Case(
      "partial dates",
      [
        Make.item("d", "date"),
        item(when(("d", ">=", #"Date":"2020""#), ("d", "<=", #"Date":"2020-06""#))),
      ]),
    Case(
      "another row",
      [
        Make.item(
          "r", "group", [], #""repeats":true"#,
          items: [Make.item("q", "boolean"), Make.item("n", "integer", [], when(("q", "=", yes)))]),
        // Of the last row that has each; but whether those are one is not told.
        item(when(("n", "=", whole(1)), ("q", "=", no))),
      ]),
    Case(
      "a bound that is worked out",
      [
        Make.item(
          "n", "integer",
          [
            #"{"url":"\#(core)maxValue","valueInteger":10,"_valueInteger":{"extension":[\#(Make.expression(core + "cqf-expression", "20"))]}}"#
          ]), item(when(("n", ">", whole(10)))),
      ]),
    Case(
      "a calculation outside the bounds",
      [
        Make.item("n", "integer", bounds(0, 10) + [Make.calculated("20")]),
        item(when(("n", ">", whole(10)))),
      ]),
    Case(
      "hidden, but worked out",
      [
        Make.item("h", "integer", [hidden, Make.calculated("1")], #""readOnly":true"#),
        item(when(("h", "exists", yes))),
      ]),
    Case(
      "hidden, but with a value",
      [
        Make.item(
          "h", "integer", [hidden], #""readOnly":true,"initial":[{"valueInteger":1}]"#),
        item(when(("h", "exists", yes))),
      ]),
    Case(
      "waiting that nobody answers",
      [Make.item("h", "string", [hidden], #""readOnly":true"#), item(when(("h", "exists", no)))]),
    Case(
      "an expression that reads",
      [gate, Make.item("x", "string", [Make.enableWhen("%resource.item.exists() and false")])]),
    Case(
      "an expression that reads the clock",
      [Make.item("x", "string", [Make.enableWhen("today() < @2001-01-01")])]),
    Case(
      "the form's problems say it", [choice, item(when(("c", "=", code("z"))))]),
  ]

  private static func findings(_ form: Form) -> [String: ReviewFinding] {
    var found: [String: ReviewFinding] = [:]
    for problem in form.review() {
      guard case .review(let finding) = problem.kind else { continue }
      let linkId = problem.linkId ?? ""
      #expect(found[linkId] == nil)
      found[linkId] = finding
    }
    return found
  }

  @Test(arguments: never + always + silent)
  func `says what can be shown and nothing else`(_ row: Case) throws {
    #expect(Self.findings(try Make.form(row.items)) == row.findings)
  }

  @Test func `does not guess where a linkId occurs twice`() throws {
    let form = try Make.form([
      Self.number, Self.number,
      Self.item(Self.when(("n", "=", Self.whole(1)), ("n", "=", Self.whole(2)))),
    ])
    #expect(form.review().isEmpty)
  }

  @Test func `long chains of conditions stay cheap`() throws {
    let items =
      [Self.number]
      + (1...3000).map { place in
        Make.item(
          "i\(place)", "integer", [],
          Self.when((place == 1 ? "n" : "i\(place - 1)", ">", Self.whole(place))))
      }
    #expect(try Make.form(items).review().isEmpty)
  }

  // MARK: - Random forms

  /// What the review calls never asked is never enabled, and what it calls always asked is enabled
  /// whenever what it lies in is.
  @Test func `holds in random fills of random forms`() throws {
    var neverCount = 0
    var alwaysCount = 0
    for seed in 1...400 {
      var walk = try RandomWalk(seed: seed)
      let findings = Self.findings(walk.form)
      let never = findings.filter { if case .neverAsked = $0.value { true } else { false } }
      let always = findings.filter { $0.value == .alwaysAsked }
      guard !never.isEmpty || !always.isEmpty else { continue }
      neverCount += never.count
      alwaysCount += always.count
      for step in 1...60 {
        for linkId in never.keys {
          let areAsked = walk.response.nodes(linkId: linkId).contains {
            walk.response.isEnabled($0)
          }
          #expect(!areAsked, "form \(seed), step \(step): \(linkId)")
        }
        for linkId in always.keys {
          #expect(walk.response.asksAll(linkId), "form \(seed), step \(step): \(linkId)")
        }
        try walk.change()
      }
    }
    #expect(neverCount > 30)
    #expect(alwaysCount > 0)
  }
}

extension Response {
  /// Whether an item is enabled wherever what it lies in is.
  fileprivate func asksAll(_ linkId: String) -> Bool {
    nodes(linkId: linkId).allSatisfy { node in
      let isHeld = isActive(nodes[node.index].container)
      return isEnabled(node) || !isHeld
    }
  }
}
