import FHIR
import FHIRPath
import FormFiller

/// Works out rules on the answers as they are.
struct RuleAssessment {
  private let response: Response
  private var answers: AnswerExpressions
  private var gapsByItem: [Int: [AnswerGap]] = [:]

  init(_ response: Response) {
    self.response = response
    answers = AnswerExpressions(response)
  }

  private var form: Form { response.form }

  mutating func finding(of program: RuleProgram) -> Finding {
    guard let condition = program.condition else {
      return finding(of: program, .failed(reason: program.failure ?? ""))
    }
    do {
      let truth = try truth(of: condition)
      switch truth.value {
      case true: return try raised(program, because: truth)
      case false: return finding(of: program, .notRaised)
      default:
        let unsure = program.raisedByNotSure.flatMap { notSure(of: $0) }
        return unsure.isEmpty
          ? finding(of: program, .notAssessed(missing: missing(truth)))
          : Finding(rule: program.rule, outcome: .raised, quotes: unsure)
      }
    } catch {
      return finding(of: program, .failed(reason: "\(error)"))
    }
  }

  private func finding(of program: RuleProgram, _ outcome: Finding.Outcome) -> Finding {
    Finding(rule: program.rule, outcome: outcome, quotes: [])
  }

  // MARK: - Truth

  private mutating func truth(of condition: RuleCondition) throws(AnswerExpressionError)
    -> RuleTruth
  {
    switch condition {
    case .test(let expression): return try truth(of: expression)
    case .not(let operand): return .not(try truth(of: operand))
    case .and(let left, let right): return .and(try truth(of: left), try truth(of: right))
    case .or(let left, let right): return .or(try truth(of: left), try truth(of: right))
    case .xor(let left, let right): return .xor(try truth(of: left), try truth(of: right))
    }
  }

  /// A test that is not true is only known to be false when every question that it reads has been
  /// answered or settled.
  private mutating func truth(
    of expression: AnswerExpression
  ) throws(AnswerExpressionError) -> RuleTruth {
    let root = answers.root
    let values = try answers.values(of: expression, at: root, on: root.node)
    if values.count == 1, values[0].boolean ?? true {
      return RuleTruth(value: true, causes: [expression], gaps: [])
    }
    var gaps: [AnswerGap] = []
    for linkId in expression.linkIds {
      for gap in self.gaps(behind: linkId) where !gaps.contains(gap) { gaps.append(gap) }
    }
    // An empty result is a no where the questions were closed by answers; where they were answered,
    // the answers do not decide.
    let isFalse =
      gaps.isEmpty && (values.isEmpty ? inputs(of: [expression]).isEmpty : values.count == 1)
    return RuleTruth(value: isFalse ? false : nil, causes: [expression], gaps: gaps)
  }

  private mutating func gaps(behind linkId: String) -> [AnswerGap] {
    guard let item = form.item(linkId: linkId) else { return [] }
    if let known = gapsByItem[item.index] { return known }
    let gaps = response.gaps(behind: item) { $0.isRouting }
    gapsByItem[item.index] = gaps
    return gaps
  }

  // MARK: - Inputs

  /// What keeps a rule from being assessed: what is not known, else what was answered and does not
  /// decide it, as a date without a day.
  private func missing(_ truth: RuleTruth) -> [RuleInput] {
    let gaps = truth.gaps.map { RuleInput($0, of: response) }
    return gaps.isEmpty ? inputs(of: truth.causes) : gaps.uniqued
  }

  /// The places of a question at which somebody is not sure.
  private func notSure(of linkId: String) -> [RuleInput] {
    response.nodes(linkId: linkId)
      .filter { response.isEnabled($0) && response.state(of: $0) == .declined(.askedUnknown) }
      .map { RuleInput(notSureOf: response.item(of: $0)) }
  }

  private mutating func raised(
    _ program: RuleProgram, because truth: RuleTruth
  ) throws(AnswerExpressionError) -> Finding {
    var quotes: [RuleInput] = []
    let root = answers.root
    for expression in program.quotes {
      let values = try answers.values(of: expression, at: root, on: root.node)
      quotes += values.compactMap { RuleInput($0, of: response) }
    }
    if quotes.isEmpty { quotes = inputs(of: truth.causes) }
    return Finding(rule: program.rule, outcome: .raised, quotes: quotes.uniqued)
  }

  /// The answers that expressions read; what the form works out unseen only where there is no other.
  private func inputs(of expressions: [AnswerExpression]) -> [RuleInput] {
    var known: Set<String> = []
    let linkIds = expressions.flatMap(\.linkIds).filter { known.insert($0).inserted }
    let nodes = linkIds.flatMap { response.nodes(linkId: $0) }.filter { node in
      guard case .answered = response.state(of: node) else { return false }
      return response.isEnabled(node)
    }
    let shown = nodes.filter { !response.item(of: $0).isHidden }
    return (shown.isEmpty ? nodes : shown).map { RuleInput($0, of: response) }.uniqued
  }
}

extension FormItem {
  /// Whether the question says nothing but what is to be asked.
  var isRouting: Bool {
    RuleCodeSystem.role.codes(in: source.codes).contains("routing")
  }
}

extension [RuleInput] {
  /// Each once, in order.
  fileprivate var uniqued: [RuleInput] {
    var known: Set<RuleInput> = []
    return filter { known.insert($0).inserted }
  }
}
