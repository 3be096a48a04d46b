import FHIR
import Testing

@testable import Rules

/// What comes of a condition, by what was answered.
@Suite struct RuleOutcomeTests {
  typealias Step = TestRule.Step

  /// A condition, what was answered, and what has to come of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let condition: String
    let steps: [Step]
    let outcome: Expected

    enum Expected: Sendable, Equatable {
      case raised
      case notRaised
      /// The linkIds that are missing, each with its state.
      case unknown([String])
    }

    init(_ what: String, _ condition: String, _ steps: [Step], _ outcome: Expected) {
      self.what = what
      self.condition = condition
      self.steps = steps
      self.outcome = outcome
    }

    var testDescription: String { what }
  }

  static let slugs =
    "%resource.descendants().where(linkId = 'pests').answer.value.where(code = 'slugs').exists()"
  static let since = "%resource.descendants().where(linkId = 'slugs.since').answer.value"
  static let recently = "iif(\(since) < today() - 42 days, false, true)"
  static let watered = "%resource.descendants().where(linkId = 'watered').answer.value"
  static let liters = "%resource.descendants().where(linkId = 'liters').answer.value"
  static let shed = "%resource.descendants().where(linkId = 'shed.dry').answer.value"
  static let ill =
    "%resource.descendants().where(linkId = 'plant.ill').answer.value.where($this).exists()"
  static let sharp = "%resource.descendants().where(linkId = 'tool.sharp').answer.value"
  static let week = "%resource.descendants().where(linkId = 'week').answer.value"

  static let cases: [Case] = [
    Case("nobody was asked", slugs, [], .unknown(["pests not-reached"])),
    Case("it was ticked", slugs, [.ticks("pests", "slugs")], .raised),
    Case("another was ticked", slugs, [.ticks("pests", "aphids")], .notRaised),
    Case("none was ticked", slugs, [.ticks("pests", "none")], .notRaised),
    Case("skipped is not no", slugs, [.skips("pests")], .unknown(["pests skipped"])),
    Case("declined is not no", slugs, [.declines("pests")], .unknown(["pests declined"])),
    Case(
      "what an answer closed is settled", "\(liters) > 3",
      [.says("watered", .boolean(false))], .notRaised),
    Case(
      "a test for more than none, closed by a no", "\(liters).where($this > 3).exists()",
      [.says("watered", .boolean(false))], .notRaised),
    Case(
      "closed by a question that was skipped", "\(liters).where($this > 3).exists()",
      [.skips("watered")], .unknown(["watered skipped"])),
    Case(
      "open and not reached", "\(liters).where($this > 3).exists()",
      [.says("watered", .boolean(true))], .unknown(["liters not-reached"])),
    Case(
      "left out for later", shed, [.says("later", .boolean(false))], .unknown(["shed.dry left-out"])
    ),
    Case("the gate was skipped", shed, [.skips("later")], .unknown(["later skipped"])),
    Case(
      "false and unknown is false", "\(slugs) and \(watered)", [.ticks("pests", "none")],
      .notRaised),
    Case(
      "true and unknown is unknown", "\(slugs) and \(watered)", [.ticks("pests", "slugs")],
      .unknown(["watered not-reached"])),
    Case(
      "true or unknown is true", "\(slugs) or \(watered)", [.ticks("pests", "slugs")], .raised),
    Case(
      "false or unknown is unknown", "\(watered) or \(slugs)", [.ticks("pests", "none")],
      .unknown(["watered not-reached"])),
    Case("not unknown is unknown", "\(slugs).not()", [], .unknown(["pests not-reached"])),
    Case("not false is true", "(\(slugs)).not()", [.ticks("pests", "none")], .raised),
    Case(
      "empty and never asked is unknown", "\(liters).empty()", [],
      .unknown(["watered not-reached"])),
    Case(
      "empty and closed is true", "\(liters).empty()", [.says("watered", .boolean(false))],
      .raised),
    Case(
      "implies", "\(slugs) implies \(watered)",
      [.ticks("pests", "slugs"), .says("watered", .boolean(false))], .notRaised),
    Case(
      "xor with unknown", "\(slugs) xor \(watered)", [.ticks("pests", "slugs")],
      .unknown(["watered not-reached"])),
    Case(
      "a month that may lie within", "\(slugs) and \(recently)",
      [.ticks("pests", "slugs"), .says("slugs.since", .month(2))],
      .raised),
    Case(
      "a month before", "\(slugs) and \(recently)",
      [.ticks("pests", "slugs"), .says("slugs.since", .month(1))],
      .notRaised),
    Case(
      "a date that does not decide", "\(since) < today() - 42 days",
      [.ticks("pests", "slugs"), .says("slugs.since", .month(2))],
      .unknown(["slugs.since answered"])),
    Case(
      "under an answer that nobody gave", sharp, [], .unknown(["tool not-reached"])),
    Case(
      "under an answer", sharp,
      [.says("tool", .string("Spade")), .says("tool.sharp", .boolean(true))], .raised),
    Case("no row yet", ill, [], .unknown(["plant.ill not-reached"])),
    Case("a row says so", ill, [.says("plant.ill", .boolean(true))], .raised),
    Case("a row says no", ill, [.says("plant.ill", .boolean(false))], .notRaised),
    Case(
      "what is worked out is missing because of what it is worked out from", "\(week) > 10", [],
      .unknown(["watered not-reached"])),
    Case(
      "what is worked out", "\(week) > 10",
      [.says("watered", .boolean(true)), .says("liters", .decimal(2))], .raised),
  ]

  @Test(arguments: cases) func outcome(_ example: Case) throws {
    let finding = try TestRule.finding(example.condition, after: example.steps)
    let outcome: Case.Expected? =
      switch finding.outcome {
      case .raised: .raised
      case .notRaised: .notRaised
      case .notAssessed(let missing):
        .unknown(missing.map { "\($0.linkId) \($0.state.rawValue)" })
      case .failed: nil
      }
    #expect(outcome == example.outcome, "\(finding.outcome)")
  }

  @Test func failureIsNeverANo() throws {
    let finding = try TestRule.finding(
      "%resource.descendants().where(linkId = 'liters').answer.value + 'a' = 3",
      after: [.says("watered", .boolean(true)), .says("liters", .decimal(2))])
    guard case .failed(let reason) = finding.outcome else {
      Issue.record("\(finding.outcome)")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func severalConditionsAllHave() throws {
    let definition = try TestRule.definition(Self.slugs) { json in
      json.replacing(
        #""condition":["#,
        with: #"""
          "condition":[{"kind":"applicability","expression":{"language":"text/fhirpath",
           "expression":"\#(Self.watered)"}},
          """#)
    }
    let book = RuleBook([definition], for: try TestRule.form())
    let raised = try TestRule.response(after: [
      .ticks("pests", "slugs"), .says("watered", .boolean(true)),
    ])
    #expect(book.findings(for: raised).first?.isRaised == true)
    let half = try TestRule.response(after: [
      .ticks("pests", "slugs"), .says("watered", .boolean(false)),
    ])
    #expect(book.findings(for: half).first?.outcome == .notRaised)
  }

  @Test func wordsForWhatIsNotAssessed() throws {
    let never = try TestRule.finding(Self.slugs, after: [])
    #expect(never.unassessedText == "never asked")
    let skipped = try TestRule.finding(Self.slugs, after: [.skips("pests")])
    #expect(skipped.unassessedText == "left open")
    let raised = try TestRule.finding(Self.slugs, after: [.ticks("pests", "slugs")])
    #expect(raised.unassessedText == nil)
  }

  @Test func quotesWhatRaisedIt() throws {
    let steps: [Step] = [.ticks("pests", "slugs", "aphids"), .says("watered", .boolean(true))]
    let all = try TestRule.finding("\(Self.slugs) and \(Self.watered)", after: steps)
    #expect(all.quotes.map(\.linkId) == ["pests", "watered"])
    #expect(all.quotes.first?.answers == ["Slugs", "Aphids"])
    let chosen = try TestRule.finding(
      Self.slugs,
      quote: "%resource.descendants().where(linkId = 'pests').answer.value.where(code = 'slugs')",
      after: steps)
    #expect(chosen.quotes.map(\.answers) == [["Slugs"]])
    #expect(chosen.quotes.map(\.label) == ["Which pests do you see?"])
    let partial = try TestRule.finding("\(Self.slugs) or \(Self.watered)", after: steps)
    #expect(partial.quotes.map(\.linkId) == ["pests", "watered"])
  }
}
