import FHIR
import FormFiller
import Testing

@testable import Rules

/// A rule can say that "not sure" is as good as a yes; nothing else that is no answer ever is.
@Suite struct NotSureTests {
  typealias Step = TestRule.Step

  private static let condition = "\(RuleOutcomeTests.slugs) and \(RuleOutcomeTests.watered)"

  private static func definition(naming linkIds: [String]) throws -> PlanDefinition {
    let extensions = linkIds.map {
      #"{"url":"https://intake.example/fhir/StructureDefinition/raised-by-not-sure","valueString":"\#($0)"}"#
    }
    return try TestRule.definition(condition) {
      $0.replacing(
        #""action":[{"#,
        with: #""action":[{"extension":[\#(extensions.joined(separator: ","))],"#)
    }
  }

  private static func finding(after steps: [Step]) throws -> Finding {
    let book = RuleBook([try definition(naming: ["pests"])], for: try TestRule.form())
    return try #require(book.findings(for: TestRule.response(after: steps)).first)
  }

  private static let isNotSure = Step(linkId: "pests", action: .decline(.askedUnknown))

  @Test func notSureRaisesTheRuleAndIsQuoted() throws {
    let finding = try Self.finding(after: [Self.isNotSure])
    #expect(finding.isRaised)
    #expect(finding.quotes.map(\.linkId) == ["pests"])
    #expect(finding.quotes.map(\.state) == [.declined])
    #expect(finding.quotes.allSatisfy { $0.answers.isEmpty })
  }

  @Test(arguments: [
    [], [.skips("pests")], [.declines("pests")],
    // Only the question that the rule names.
    [.ticks("pests", "slugs"), Step(linkId: "watered", action: .decline(.askedUnknown))],
  ])
  func whatElseIsNoAnswerLeavesItOpen(_ steps: [Step]) throws {
    let finding = try Self.finding(after: steps)
    #expect(!finding.isRaised && !finding.missing.isEmpty)
  }

  @Test func anAnswerDecides() throws {
    let watered = Step.says("watered", .boolean(true))
    let no = try Self.finding(after: [.ticks("pests", "none"), watered])
    #expect(no.outcome == .notRaised)
    // What decides without the question that is not sure, decides.
    let without = try Self.finding(after: [Self.isNotSure, .says("watered", .boolean(false))])
    #expect(without.outcome == .notRaised)
    let raised = try Self.finding(after: [.ticks("pests", "slugs"), watered])
    #expect(raised.isRaised && raised.quotes.allSatisfy { $0.state == .answered })
  }

  @Test func aQuestionThatNobodyAsksIsAProblem() throws {
    let definition = try Self.definition(naming: ["elsewhere"])
    let problems = RuleBook.problems(of: [definition], with: [try TestRule.form()])
    #expect(problems.map(\.kind) == [.unknownItem(linkId: "elsewhere")])
  }
}
