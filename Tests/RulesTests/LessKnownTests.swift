import FHIR
import FormFiller
import SeededRandomness
import Testing

@testable import Rules

/// Knowing less never turns a yes into a no, nor a no into a yes.
@Suite struct LessKnownTests {
  typealias Step = TestRule.Step

  private static let tests = [
    RuleOutcomeTests.slugs, RuleOutcomeTests.watered, RuleOutcomeTests.shed,
    RuleOutcomeTests.ill, RuleOutcomeTests.sharp,
    // Whether a date may lie within is asked only of a person who has the thing to date.
    "(\(RuleOutcomeTests.slugs)) and \(RuleOutcomeTests.recently)",
    "\(RuleOutcomeTests.liters).where($this > 3).exists()", "\(RuleOutcomeTests.week) > 10",
    "\(RuleOutcomeTests.liters).exists()",
  ]

  private static func condition(depth: Int, _ random: inout SeededGenerator) -> String {
    let test = random.pick(from: tests)
    guard depth > 0 else { return test }
    let left = condition(depth: depth - 1, &random)
    let right = condition(depth: depth - 1, &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "(\(left)) and (\(right))"
    case 1: return "(\(left)) or (\(right))"
    case 2: return "(\(left)).not()"
    case 3: return "(\(left)) xor (\(right))"
    case 4: return "(\(left)) implies (\(right))"
    default: return test
    }
  }

  private static func answers(_ random: inout SeededGenerator) -> [Step] {
    let yes = Bool.random(using: &random)
    let all: [Step] = [
      .says("later", .boolean(Bool.random(using: &random))),
      yes ? .ticks("pests", "slugs", "aphids") : .ticks("pests", "none"),
      .says("slugs.since", .month(Int.random(in: 1...3, using: &random))),
      .says("shed.dry", .boolean(Bool.random(using: &random))),
      .says("watered", .boolean(Bool.random(using: &random))),
      .says("liters", .decimal(Bool.random(using: &random) ? 1 : 5)),
      .says("tool", .string("Spade")),
      .says("tool.sharp", .boolean(Bool.random(using: &random))),
      .says("plant.ill", .boolean(Bool.random(using: &random))),
    ]
    return all.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
  }

  @Test(arguments: 0..<8) func knowingLess(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var settled = 0
    for _ in 0..<60 {
      let condition = Self.condition(depth: 2, &random)
      let book = RuleBook([try TestRule.definition(condition)], for: try TestRule.form())
      var response = try Self.response(after: Self.answers(&random))
      let before = try #require(book.findings(for: response).first).outcome
      if case .notAssessed = before { continue }
      settled += 1
      let linkIds = response.form.items.filter { $0.isQuestion && !$0.isReadOnly }.map(\.linkId)
      let linkId = random.pick(from: linkIds)
      guard let node = response.nodes(linkId: linkId).first, response.isEnabled(node) else {
        continue
      }
      let action: Change.Action = Bool.random(using: &random) ? .clear : .decline(.askedUnknown)
      try response.apply(
        Change(action, at: response.path(to: node), by: .patient, time: TestRule.now()))
      let after = try #require(book.findings(for: response).first).outcome
      if case .notAssessed = after { continue }
      #expect(after == before, "\(condition) without \(linkId)")
    }
    #expect(settled > 10)
  }

  /// A response with the answers that can be given; the others are passed over.
  private static func response(after steps: [Step]) throws -> Response {
    var response = try TestRule.response(after: [])
    for step in steps {
      guard let node = response.nodes(linkId: step.linkId).first, response.isEnabled(node) else {
        continue
      }
      try response.apply(
        Change(step.action, at: response.path(to: node), by: .patient, time: TestRule.now()))
    }
    return response
  }
}
