import FHIR
import FormFiller
import Testing

@testable import Referral
@testable import Rules

/// What the summary makes of what came of the rules.
@Suite struct FindingSummaryTests {
  private static let items = #"""
    {"linkId":"a","type":"boolean","text":"Is a so?"},{"linkId":"b","type":"boolean","text":"Is b so?"},
    {"linkId":"c","type":"boolean","text":"Is c so?"},{"linkId":"d","type":"boolean","text":"Is d so?"},
    {"linkId":"private","type":"group","text":"Private",\#(TestForm.code(.privacy, "sensitive")),"item":[
     {"linkId":"p","type":"boolean","text":"Is p so?"}]}
    """#

  private static let definitions = [
    TestRules.Definition("low-a", "low", TestRules.isYes("a"), group: "first"),
    TestRules.Definition("medium-a", "medium", TestRules.isYes("a"), group: "second"),
    TestRules.Definition("medium-b", "medium", TestRules.isYes("b"), group: "first"),
    TestRules.Definition("medium-c", "medium", TestRules.isYes("c"), group: "second"),
    TestRules.Definition("high-b", "high", TestRules.isYes("b")),
    TestRules.Definition(
      "high-d", "high", TestRules.isYes("d"), notAnswered: "D IS OPEN", notAsked: "D NOT ASKED"),
    TestRules.Definition(
      "urgent-d", "urgent", TestRules.isYes("d"), notAnswered: "D COUNTS", notAsked: "D NOT DONE"),
    TestRules.Definition("urgent-a", "urgent", TestRules.isYes("a")),
    TestRules.Definition("broken", "high", "%resource.("),
  ]

  private static func summary(
    _ answers: [String: Change.Action], reviewed: Set<String> = [],
    disclosure: Disclosure = .everything, definitions: [TestRules.Definition] = definitions
  ) throws -> ReferralSummary {
    let form = try TestForm.form(items)
    var response = Response(to: form)
    for (linkId, action) in answers { try response.change(linkId, action) }
    return try response.summary(
      .stopped, disclosure: disclosure,
      rules: try TestRules.book(definitions, for: form, reviewed: reviewed))
  }

  private static func yes(_ linkIds: String...) -> [String: Change.Action] {
    Dictionary(uniqueKeysWithValues: linkIds.map { ($0, .set([.boolean(true)])) })
  }

  private static func pageOne(_ summary: ReferralSummary) -> [String] {
    TextRenderer().pageOne(of: summary).lines
  }

  // MARK: - The model

  @Test func `what was raised comes by level, and by group within one`() throws {
    let findings = try #require(try Self.summary(Self.yes("a", "b", "c")).findings)
    #expect(
      findings.raised.map(\.rule.id) == [
        "urgent-a", "high-b", "medium-a", "medium-b", "medium-c", "low-a",
      ])
    #expect(findings.groups(.medium).map(\.name) == ["second", "first"])
    #expect(
      findings.groups(.medium).map { $0.findings.map(\.rule.id) } == [
        ["medium-a", "medium-c"], ["medium-b"],
      ])
    #expect(findings.notAssessed.map(\.rule.id) == ["urgent-d", "high-d"])
    #expect(findings.failed.map(\.rule.id) == ["broken"])
    #expect(findings.notRaised.isEmpty)
  }

  @Test(arguments: [([], 9), (["low-a", "high-b"], 7)])
  func `counts the rules that no clinician has reviewed`(
    _ reviewed: [String], _ unreviewed: Int
  ) throws {
    let summary = try Self.summary(Self.yes("a"), reviewed: Set(reviewed))
    #expect(summary.findings?.unreviewedCount == unreviewed)
    #expect(
      Self.pageOne(summary).contains(
        "Rules           \(unreviewed) of 9 rules not reviewed by a clinician"))
    let text = TextRenderer().render(summary)
    #expect(text.contains("reviewed by Dr. Example, 2025-05-01") == reviewed.contains("low-a"))
  }

  @Test(arguments: [nil, []] as [[TestRules.Definition]?])
  func `says that no rules were applied`(_ definitions: [TestRules.Definition]?) throws {
    let form = try TestForm.form(Self.items)
    let book = try definitions.map { try TestRules.book($0, for: form) }
    let summary = try Response(to: form).summary(.stopped, rules: book)
    let lines = Self.pageOne(summary)
    #expect(lines.contains("Rules           none were applied to these answers"))
    #expect(!lines.contains { $0.hasPrefix("HIGH") })
  }

  // MARK: - Page one

  @Test(
    arguments: [
      (nil, "! D NOT DONE", "  - D NOT ASKED"), (.clear, "! D COUNTS", "  - D IS OPEN"),
      (.decline(.askedUnknown), "! D COUNTS", "  - D IS OPEN"),
      (.decline(.askedDeclined), "! D COUNTS", "  - D IS OPEN"),
    ] as [(Change.Action?, String, String)])
  func `what cannot be assessed stands under urgent or under what is not known`(
    _ action: Change.Action?, _ urgent: String, _ high: String
  ) throws {
    let lines = Self.pageOne(try Self.summary(action.map { ["d": $0] } ?? [:]))
    let heading = try #require(lines.firstIndex { $0.hasPrefix("URGENT (") })
    let place = try #require(lines.firstIndex(of: urgent))
    let unknown = try #require(lines.firstIndex { $0.hasPrefix("NOT KNOWN, HIGH IF SO") })
    #expect(heading < place && place < unknown)
    #expect(lines.contains(high))
    // Nothing that is not known is ever said to be no.
    #expect(!lines.contains { $0.contains("ANSWERED NO") })
  }

  @Test func `what several rules lack in the same words is said once`() throws {
    let definitions =
      [("u1", "urgent"), ("u2", "urgent"), ("h1", "high"), ("h2", "high")].map {
        TestRules.Definition(
          $0.0, $0.1, TestRules.isYes($0.0 == "u2" ? "b" : "a"), notAsked: "LEFT")
      } + [TestRules.Definition("h3", "high", TestRules.isYes("c"), notAsked: "C LEFT")]
    let summary = try Self.summary([:], definitions: definitions)
    let lines = Self.pageOne(summary)
    #expect(lines.contains("URGENT (1)"))
    #expect(lines.filter { $0.contains("LEFT") } == ["! LEFT", "  - C LEFT"])
    let content = HTMLRenderer().content(of: summary)
    #expect(content.urgent.map(\.line) == ["LEFT"])
    #expect(
      content.urgent.map(\.remarks) == [["Missing: Is a so? (not reached); Is b so? (not reached)"]]
    )
    #expect(content.lists.first { $0.heading.hasPrefix("NOT KNOWN, HIGH") }?.items == ["C LEFT"])
    #expect(summary.findings?.notAssessed.count == 5)
  }

  @Test func `no answer is a no until it is one`() throws {
    let summary = try Self.summary(["d": .set([.boolean(false)])])
    #expect(summary.findings?.notRaised.map(\.id) == ["urgent-d", "high-d"])
    let lines = Self.pageOne(summary)
    #expect(lines.contains("ASKED, ANSWERED NO (1)"))
    #expect(!lines.contains { $0.hasSuffix("D NOT DONE") || $0.hasSuffix("D COUNTS") })
  }

  @Test func `each level has its lines, with the answers that raised it`() throws {
    let lines = Self.pageOne(try Self.summary(Self.yes("a", "b", "c")))
    let expected = [
      "! The line of urgent-a: Is a so? \"Yes\"",
      "HIGH (1) - to look at before anything is booked", "- The line of high-b: Is b so? \"Yes\"",
      "COULD NOT BE WORKED OUT (1): The line of broken (broken)", "MEDIUM (3)",
      "  second: The line of medium-a: Is a so? \"Yes\"; The line of medium-c: Is c so?",
      "    \"Yes\"", "  first: The line of medium-b: Is b so? \"Yes\"",
      "LOW (1): The line of low-a",
    ]
    #expect(lines.filter { expected.contains($0) } == expected)
  }

  @Test(
    arguments: [
      ("OxyContin", #""OxyContin""#), ("Yes", #"Name "Yes""#), ("7", #"Name "7""#),
      ("60.25", #"Name "60.25""#),
    ])
  func `an answer that says nothing by itself has its question beside it`(
    _ answer: String, _ words: String
  ) {
    let input = RuleInput(
      linkId: "q", label: "Name", text: "What is it called?", state: .answered,
      answers: [answer])
    #expect(SummaryWording.quoted(input) == words)
  }

  @Test func `not sure is quoted where it raised the finding`() {
    let input = RuleInput(
      linkId: "q", label: "Pregnant", text: "Are you pregnant?", state: .declined, answers: [])
    #expect(SummaryWording.quoted(input) == #"Pregnant "not sure""#)
    #expect(SummaryWording.answers(of: input) == #""not sure""#)
  }

  // MARK: - Help pages

  private static let crisis = #"""
    {"linkId":"a","type":"boolean","text":"Is a so?"},{"linkId":"b","type":"boolean"},
    {"linkId":"page","type":"display","text":"Help","extension":[
     {"url":"\#(ExtensionURL.helpPage.rawValue)","valueCode":"crisis"},
     {"url":"\#(ExtensionURL.shortText.rawValue)","valueString":"Page of a"}],
     "enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]}
    """#

  @Test(arguments: [("a", false), ("b", true)])
  func `a page has no line of its own where a finding quotes the same answers`(
    _ quoted: String, _ hasOwnLine: Bool
  ) throws {
    let form = try TestForm.form(Self.crisis)
    var response = Response(to: form)
    try response.answer("a", .boolean(true))
    try response.answer("b", .boolean(true))
    let definition = TestRules.Definition("urgent", "urgent", TestRules.isYes(quoted))
    let summary = try response.summary(
      .stopped, rules: try TestRules.book([definition], for: form))
    let lines = Self.pageOne(summary)
    #expect(lines.contains("URGENT (\(hasOwnLine ? 2 : 1))"))
    #expect(lines.contains { $0.hasPrefix("! Page of a") } == hasOwnLine)
    #expect(lines.words.contains("(crisis page, 2025-06-01 10:00 UTC+02:00)"))
    #expect(summary.urgent.count == 1)
  }

  // MARK: - Detail

  @Test func `a finding says what it rests on`() throws {
    let text = TextRenderer().render(try Self.summary(Self.yes("b")))
    let lines = text.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "HIGH  The line of high-b"))
    #expect(
      Array(lines[(start + 2)..<(start + 10)]) == [
        "  What            The text of high-b.", "  Answers         Is b so? \"Yes\"",
        "  Logic           The logic of high-b.",
        "  Basis           The source of high-b (drug: the drug; route: the route;",
        "                  indication: the indication; year: the year; strength: the",
        "                  strength). The citation of high-b",
        "                  https://example.org/source/high-b",
        "  May not apply   The limits of high-b.",
      ])
    #expect(lines[start + 10] == "  Rule            high-b, version 3; not reviewed by a clinician")
  }

  @Test func `what was not assessed names what is missing, and what was not raised its rules`()
    throws
  {
    let summary = try Self.summary(["a": .set([.boolean(false)]), "d": .decline(.askedUnknown)])
    let text = TextRenderer().render(summary).split(separator: "\n").map(String.init).words
    #expect(
      text.contains(
        "D IS OPEN The line of high-d (high, high-d). Missing: Is d so? (not known or preferred not "
          + "to say)"))
    #expect(text.contains("The line of high-b (high, high-b). Missing: Is b so? (not reached)"))
    #expect(text.contains("ASSESSED, NOTHING TO RAISE: urgent-a; medium-a; low-a"))
  }

  // MARK: - What is withheld

  private static let privateRules = [
    TestRules.Definition("high-p", "high", TestRules.isYes("p")),
    TestRules.Definition(
      "medium-p", "medium", "\(TestRules.isYes("p")) or \(TestRules.isYes("a"))"),
    TestRules.Definition("urgent-p", "urgent", TestRules.isYes("p")),
    TestRules.Definition("low-a", "low", TestRules.isYes("a")),
  ]

  @Test(
    arguments: [
      (.everything, ["urgent-p", "high-p", "medium-p"], []),
      (.withoutWithheldByDefault, ["urgent-p", "high-p", "medium-p"], []),
      (.withoutSensitive, ["urgent-p"], [.high, .medium]),
      (Disclosure(.everything, withheld: ["private"]), ["urgent-p"], [.high, .medium]),
      (
        Disclosure(.withoutSensitive, shown: ["private"]), ["urgent-p", "high-p", "medium-p"], []
      ),
    ] as [(Disclosure, [String], [FindingLevel])])
  func `what rests on withheld answers is counted and not shown, but for what is urgent`(
    _ disclosure: Disclosure, _ raised: [String], _ withheld: [FindingLevel]
  ) throws {
    let summary = try Self.summary(
      Self.yes("p"), disclosure: disclosure, definitions: Self.privateRules)
    #expect(summary.findings?.raised.map(\.rule.id) == raised)
    #expect(summary.findings?.withheld == withheld)
    for format in SummaryFormat.allCases {
      #expect(format.render(summary).contains("high-p") == withheld.isEmpty)
    }
    let page = Self.pageOne(summary).words
    #expect(page.contains("findings that rest on it: 1 high, 1 medium") == !withheld.isEmpty)
  }

  @Test(arguments: [false, nil] as [Bool?])
  func `what was not raised or not assessed tells nothing of withheld answers`(
    _ answer: Bool?
  ) throws {
    let answers = answer.map { ["p": Change.Action.set([.boolean($0)])] } ?? [:]
    let summary = try Self.summary(
      answers, disclosure: .withoutSensitive, definitions: Self.privateRules)
    for format in SummaryFormat.allCases {
      let text = format.render(summary)
      #expect(!text.contains("high-p") && !text.contains("medium-p"))
    }
  }
}

extension [String] {
  /// The words of lines, however they are wrapped.
  var words: String {
    flatMap { $0.split(separator: " ") }.joined(separator: " ")
  }
}
