import FHIR
import FormFiller
import Library
import Testing

@testable import Rules

@Suite struct RuleBookTests {
  @Test func readsEveryPart() throws {
    let book = RuleBook(
      [try TestRule.definition(RuleOutcomeTests.slugs)], for: try TestRule.form())
    #expect(book.problems == [])
    let rule = try #require(book.rules.first)
    #expect(rule.id == "test" && rule.version == "1" && rule.level == .high)
    #expect(rule.audiences == [.clinician] && rule.line == "A line" && rule.text == "A text.")
    #expect(rule.logic == "What it looks for." && rule.limits == "When it may not apply.")
    #expect(rule.basis.map(\.label) == ["A book"])
    #expect(rule.basis.first?.drug == "water" && rule.basis.first?.year == "2020")
    #expect(rule.review == .draft && book.unreviewedCount == 1)
  }

  @Test func theMostUrgentFirst() throws {
    let levels = ["low", "urgent", "medium", "high", "urgent"]
    let definitions = try levels.enumerated().map {
      try TestRule.definition(RuleOutcomeTests.slugs, id: "r\($0.offset)", level: $0.element)
    }
    let book = RuleBook(definitions, for: try TestRule.form())
    #expect(book.rules.map(\.id) == ["r1", "r4", "r3", "r2", "r0"])
  }

  @Test func appliesWhereAllIsAsked() throws {
    let other = "%resource.descendants().where(linkId = 'elsewhere').answer.value"
    let definitions = [
      try TestRule.definition(RuleOutcomeTests.slugs, id: "here"),
      try TestRule.definition("\(RuleOutcomeTests.slugs) and \(other)", id: "there"),
    ]
    #expect(RuleBook(definitions, for: try TestRule.form()).rules.map(\.id) == ["here"])
  }

  @Test func aRuleThatCannotBeReadFailsAndIsSeen() throws {
    let book = RuleBook([try TestRule.definition("1 +")], for: try TestRule.form())
    let finding = try #require(book.findings(for: try TestRule.response(after: [])).first)
    guard case .failed = finding.outcome else {
      Issue.record("\(finding.outcome)")
      return
    }
    #expect(book.problems.count == 1)
  }

  /// A slip in a rule, and the problem that has to be named.
  struct Slip: Sendable, CustomTestStringConvertible {
    let what: String
    var condition = RuleOutcomeTests.slugs
    var replacing = ""
    var with = ""
    let problem: RuleProblem.Kind

    var testDescription: String { what }
  }

  private static func pests(_ valueSet: String) -> String {
    "%resource.descendants().where(linkId = 'pests').answer.value"
      + ".where(memberOf('\(valueSet)')).exists()"
  }

  @Test(
    arguments: [
      ("urn:slimy", "slugs", .raised), ("urn:slimy", "aphids", .notRaised),
    ] as [(String, String, Finding.Outcome)])
  func aRuleAsksTheVocabularies(
    _ valueSet: String, _ pest: String, _ outcome: Finding.Outcome
  ) throws {
    let finding = try TestRule.finding(Self.pests(valueSet), after: [.ticks("pests", pest)])
    #expect(finding.outcome == outcome)
  }

  @Test func aValueSetThatIsNotHereIsNeverTakenForANo() throws {
    let finding = try TestRule.finding(Self.pests("urn:furry"), after: [.ticks("pests", "aphids")])
    guard case .failed(let reason) = finding.outcome else {
      Issue.record("\(finding.outcome)")
      return
    }
    #expect(reason.contains("memberOf() failed: the value set urn:furry"))
  }

  static let slips: [Slip] = [
    Slip(what: "no usage", replacing: #""usage""#, with: #""x""#, problem: .missing(.limits)),
    Slip(what: "no version", replacing: #""version""#, with: #""x""#, problem: .missing(.version)),
    Slip(what: "no id", replacing: #""id""#, with: #""x""#, problem: .missing(.id)),
    Slip(
      what: "no basis", replacing: #""relatedArtifact""#, with: #""x""#, problem: .missing(.basis)),
    Slip(
      what: "another kind of source", replacing: "citation\",\"label", with: "successor\",\"label",
      problem: .missing(.basis)),
    Slip(
      what: "no line", replacing: #""title":"A line""#, with: #""x":1"#, problem: .missing(.line)),
    Slip(
      what: "no condition", replacing: #""condition""#, with: #""x""#,
      problem: .missing(.condition)),
    Slip(
      what: "no level", replacing: "finding-level", with: "another", problem: .missing(.level)),
    Slip(
      what: "unknown level", replacing: #""code":"high""#, with: #""code":"dire""#,
      problem: .unknownLevel("dire")),
    Slip(
      what: "unknown audience", replacing: #""code":"clinician""#, with: #""code":"public""#,
      problem: .unknownAudience("public")),
    Slip(
      what: "another language", replacing: "text/fhirpath", with: "text/cql", problem: .language),
    Slip(
      what: "an unknown item",
      condition: "%resource.descendants().where(linkId = 'elsewhere').answer.exists()",
      problem: .unknownItem(linkId: "elsewhere")),
    Slip(
      what: "reads everything", condition: "%resource.descendants().answer.exists()",
      problem: .readsEverything),
    Slip(what: "reads nothing", condition: "today() > @2020-01-01", problem: .readsNothing),
    Slip(
      what: "an unknown variable", condition: "\(RuleOutcomeTests.slugs) and %wind = 3",
      problem: .unknownVariable("wind")),
    Slip(
      what: "an unknown value set", condition: Self.pests("urn:furry"),
      problem: .valueSet(
        "urn:furry", reason: "\(LibraryError(.unknownValueSet("urn:furry")))")),
  ]

  @Test(arguments: slips) func slip(_ slip: Slip) throws {
    let definition = try TestRule.definition(slip.condition) { json in
      slip.replacing.isEmpty ? json : json.replacing(slip.replacing, with: slip.with)
    }
    let problems = RuleBook.problems(of: [definition], with: [try TestRule.form()])
    #expect(problems.map(\.kind).contains(slip.problem), "\(problems.map(\.description))")
    #expect(problems.allSatisfy { $0.description.count > 20 })
  }

  @Test func sameIdTwice() throws {
    let definition = try TestRule.definition(RuleOutcomeTests.slugs)
    let problems = RuleBook.problems(
      of: [definition, definition], with: [try TestRule.form()])
    #expect(problems.map(\.kind) == [.duplicateId])
  }
}
