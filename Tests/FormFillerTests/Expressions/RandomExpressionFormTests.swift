import FHIR
import FHIRPath
import SeededRandomness
import Testing

@testable import FormFiller

/// Random forms that work things out, filled at random: what follows from each answer alone is what
/// follows from all of them.
@Suite struct RandomExpressionFormTests {
  @Test(arguments: 0..<60)
  func `a change brings about what working out everything anew does`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let plan = ExpressionFormPlan(using: &generator)
    let form = try ExpressionForm.form(plan.items, extensions: plan.extensions)
    #expect(form.problems.allSatisfy { $0.severity == .warning }, "seed \(seed)")
    var response = Response(to: form)
    for step in 0..<25 {
      plan.change(&response, using: &generator)
      var fresh = response
      fresh.settleAll()
      #expect(
        Self.picture(of: response) == Self.picture(of: fresh), "seed \(seed), step \(step)")
      try Self.checkLive(response, "seed \(seed), step \(step)")
    }
    let draft = try response.document(as: .inProgress, authored: try #require(Response.noon))
    let (again, issues) = Response.reading(
      try #require(QuestionnaireResponse(draft.root)), form: form)
    #expect(issues.isEmpty, "seed \(seed)")
    #expect(Self.values(of: again) == Self.values(of: response), "seed \(seed)")
  }

  /// What expressions see is what a completed response holds, but for answers that were declined.
  private static func checkLive(_ response: Response, _ trail: Comment) throws {
    var bare = response
    for node in bare.nodes.indices where bare.nodes[node].state == .declined {
      bare.removeAnswers(of: node, leaving: .skipped)
    }
    let document = ResponseWriter(
      response: bare, status: .completed, authored: try #require(Response.noon)
    ).document()
    let written = ResourceTree(document).root
    let live = try #require(response.live.resource)
    for text in [
      "item.linkId", "descendants().where(linkId.exists()).linkId", "descendants().value",
      "item.item.count()", "repeat(item).answer.value.count()",
    ] {
      let expression = try FHIRPathExpression(text)
      let seen = try expression.evaluate(on: live.root).map(\.text)
      let expected = try expression.evaluate(on: written).map(\.text)
      #expect(seen == expected, trail)
    }
  }

  private static func picture(of response: Response) -> [String] {
    response.nodes.indices.map { node in
      let values = response.answers(of: NodeID(index: node)).map(\.value.plainText)
      return "\(response.nodes[node].isEnabled) \(response.nodes[node].isMet) \(values)"
    }
  }

  private static func values(of response: Response) -> [String] {
    response.form.items.flatMap { item in
      response.nodes(linkId: item.linkId).map {
        "\(item.linkId) \(response.isEnabled($0)) \(response.answers(of: $0).map(\.value.plainText))"
      }
    }
  }
}

/// A random form of numbers, sums, conditions and rows, and how to fill it.
struct ExpressionFormPlan {
  private(set) var items: [String] = []
  private(set) var extensions: [String] = []
  private var questions: [String] = []
  private var groups: [String] = []

  init(using generator: inout SeededGenerator) {
    let count = Int.random(in: 3...8, using: &generator)
    for number in 0..<count { addItem(number, &generator) }
    if Bool.random(using: &generator) {
      extensions.append(
        ExpressionForm.variable("all", "%resource.descendants().where(linkId = 'q0').answer.value"))
      items.append(
        ExpressionForm.item(
          "usesAny", "integer",
          [
            ExpressionForm.calculated(
              "%resource.descendants().where(linkId.startsWith('q')).answer.value.count()")
          ]))
      items.append(
        ExpressionForm.item("usesAll", "integer", [ExpressionForm.calculated("%all.sum() + 1")]))
    }
  }

  private mutating func addItem(_ number: Int, _ generator: inout SeededGenerator) {
    let name = "q\(number)"
    if number > 0, Int.random(in: 0..<4, using: &generator) == 0 {
      addRows(number, &generator)
      return
    }
    var extensions: [String] = []
    if number > 0 {
      let read = Self.read(questions.randomElement(using: &generator) ?? "q0", &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: extensions = [ExpressionForm.calculated("\(read).sum() + \(number)")]
      case 1: extensions = [ExpressionForm.calculated("iif(\(read).exists(), \(read).first() * 2)")]
      case 2: extensions = [ExpressionForm.enableWhen("\(read).sum() > 3")]
      case 3:
        let other = Self.read(questions.randomElement(using: &generator) ?? "q0", &generator)
        extensions = [
          ExpressionForm.enableWhen("\(other).exists()"),
          ExpressionForm.calculated("\(read).count()"),
        ]
      default: break
      }
    }
    questions.append(name)
    items.append(ExpressionForm.item(name, "integer", extensions))
  }

  private mutating func addRows(_ number: Int, _ generator: inout SeededGenerator) {
    let name = "g\(number)"
    let outside = Self.read(questions.randomElement(using: &generator) ?? "q0", &generator)
    var children = [ExpressionForm.item("\(name)a", "integer")]
    children.append(
      ExpressionForm.item(
        "\(name)b", "integer",
        [ExpressionForm.calculated("%\(name).item.where(linkId = '\(name)a').answer.value + 1")]))
    children.append(
      ExpressionForm.item(
        "\(name)c", "integer",
        [
          ExpressionForm.enableWhen(
            "%\(name).item.where(linkId = '\(name)b').answer.value > 2 or \(outside).exists()")
        ]))
    children.append(
      ExpressionForm.item(
        "\(name)d", "integer",
        [
          ExpressionForm.calculated(
            "%resource.item.item.where(linkId = '\(name)a').answer.value.sum()")
        ]))
    let shuffled = children.shuffled(using: &generator)
    items.append(
      ExpressionForm.item(
        name, "group", [ExpressionForm.variable(name, "%context")], #""repeats":true"#,
        items: shuffled))
    questions += ["\(name)a", "\(name)b"]
    groups.append(name)
  }

  /// The answers to a question, in one of the ways in which forms write it.
  private static func read(_ linkId: String, _ generator: inout SeededGenerator) -> String {
    let inRows = linkId.hasPrefix("g")
    return switch Int.random(in: 0..<4, using: &generator) {
    case 0: "%resource.descendants().where(linkId = '\(linkId)').answer.value"
    case 1: "%resource.repeat(item).where('\(linkId)' = linkId).answer.value"
    case 2:
      "%resource.item.\(inRows ? "item." : "")where(linkId in ('\(linkId)' | '\(linkId)')).answer.value"
    default: "%resource.item.\(inRows ? "item." : "")where(linkId = '\(linkId)').answer.value"
    }
  }

  /// Answers, clears, declines, adds or removes something.
  func change(_ response: inout Response, using generator: inout SeededGenerator) {
    if let group = groups.randomElement(using: &generator),
      Int.random(in: 0..<4, using: &generator) == 0
    {
      let rows = response.nodes(linkId: group).first.map { response.rows(of: $0).count } ?? 0
      if rows > 1, Bool.random(using: &generator) {
        try? response.removeRow(Int.random(in: 0..<rows, using: &generator), of: group)
      } else if rows < 4 {
        try? response.change(.addRow, group)
      }
      return
    }
    guard let question = questions.randomElement(using: &generator) else { return }
    let count = response.nodes(linkId: question).count
    let instance = Int.random(in: 0..<max(count, 1), using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: try? response.change(.clear, question, instance: instance)
    case 1: try? response.change(.decline(.askedDeclined), question, instance: instance)
    default:
      let value = Int.random(in: 0...6, using: &generator)
      try? response.answer(question, .integer(value), instance: instance)
    }
  }
}
