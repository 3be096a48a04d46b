import FHIRPath
import FormFiller

/// The condition of a rule, taken apart so that what is not known stays unknown.
///
/// An expression alone cannot tell "no" from "nobody was asked": both are an empty list of answers.
/// The parts between `and`, `or`, `xor`, `implies` and `not()` are therefore worked out one by one,
/// and put together by Kleene's logic of three values.
indirect enum RuleCondition: Sendable {
  /// A part that is worked out as a whole.
  case test(AnswerExpression)
  case not(RuleCondition)
  case and(RuleCondition, RuleCondition)
  case or(RuleCondition, RuleCondition)
  case xor(RuleCondition, RuleCondition)

  /// Takes an expression apart.
  ///
  /// - Throws: `FHIRPathError` where it is no FHIRPath.
  init(_ text: String) throws(FHIRPathError) {
    self = try Self.read(SyntaxTree(text).root)
  }

  private static func read(_ node: SyntaxNode) throws(FHIRPathError) -> RuleCondition {
    let children = node.children
    switch (node.kind, node.symbol) {
    case (.parentheses, _): return try read(children[0])
    case (.binary, .and): return .and(try read(children[0]), try read(children[1]))
    case (.binary, .or): return .or(try read(children[0]), try read(children[1]))
    case (.binary, .exclusiveOr): return .xor(try read(children[0]), try read(children[1]))
    case (.binary, .implies): return .or(.not(try read(children[0])), try read(children[1]))
    case (.function, _) where children.count == 1 && children[0].kind != .implied:
      if node.word == "not" { return .not(try read(children[0])) }
      // That there is nothing is no answer: it is only known when the question was answered.
      if node.word == "empty" {
        return .not(.test(try AnswerExpression("\(children[0]).exists()")))
      }
      return .test(try AnswerExpression("\(node)"))
    default: return .test(try AnswerExpression("\(node)"))
    }
  }

  /// The parts that are worked out as a whole, in the order in which they are written.
  var tests: [AnswerExpression] {
    switch self {
    case .test(let expression): [expression]
    case .not(let condition): condition.tests
    case .and(let left, let right), .or(let left, let right), .xor(let left, let right):
      left.tests + right.tests
    }
  }
}

/// What came of a condition, and because of what.
struct RuleTruth {
  /// Nil: not known.
  var value: Bool?
  /// The tests that made it what it is.
  var causes: [AnswerExpression]
  /// What is not known.
  var gaps: [AnswerGap]

  static func not(_ operand: RuleTruth) -> RuleTruth {
    RuleTruth(value: operand.value.map { !$0 }, causes: operand.causes, gaps: operand.gaps)
  }

  static func and(_ left: RuleTruth, _ right: RuleTruth) -> RuleTruth {
    switch (left.value, right.value) {
    case (false, _): left
    case (_, false): right
    case (true, true): joined(left, right, value: true)
    default: joined(left, right, value: nil)
    }
  }

  static func or(_ left: RuleTruth, _ right: RuleTruth) -> RuleTruth {
    switch (left.value, right.value) {
    case (true, true): joined(left, right, value: true)
    case (true, _): left
    case (_, true): right
    case (false, false): joined(left, right, value: false)
    default: joined(left, right, value: nil)
    }
  }

  static func xor(_ left: RuleTruth, _ right: RuleTruth) -> RuleTruth {
    guard let leftValue = left.value, let rightValue = right.value else {
      return joined(left, right, value: nil)
    }
    return joined(left, right, value: leftValue != rightValue)
  }

  /// Both together; of what is not known, only what stands in the way.
  private static func joined(_ left: RuleTruth, _ right: RuleTruth, value: Bool?) -> RuleTruth {
    var gaps = left.value == nil || value != nil ? left.gaps : []
    let more = right.value == nil || value != nil ? right.gaps : []
    gaps += more.filter { !gaps.contains($0) }
    return RuleTruth(value: value, causes: left.causes + right.causes, gaps: gaps)
  }
}
