import FHIR
import FormFiller

extension FormItem {
  /// The step between two answers and the number that steps are counted from, on a slider that has
  /// one.
  var steps: (step: ExactDecimal, start: ExactDecimal)? {
    guard control == .slider, let step = source.sliderStep, step > 0 else { return nil }
    return (step, minValue?.number ?? 0)
  }

  /// Why a value is no answer to the question, or nil when it is one.
  func problem(with value: AnswerValue) -> AnswerProblem? {
    if let issue = issues(with: value).first { return AnswerProblem(issue) }
    guard let (step, start) = steps, let number = value.number,
      number.isWholeMultiple(of: step, from: start) == false
    else { return nil }
    return .betweenSteps(step, from: start)
  }
}

extension AnswerValue {
  /// The number of a decimal, whole number or amount.
  fileprivate var number: ExactDecimal? {
    switch self {
    case .decimal(let number): number
    case .integer(let number): ExactDecimal(number)
    case .quantity(let quantity): quantity.value
    default: nil
    }
  }
}

extension ExactDecimal {
  /// Whether the number lies a whole number of steps from a start; nil when that is more than can be
  /// counted.
  fileprivate func isWholeMultiple(of step: ExactDecimal, from start: ExactDecimal) -> Bool? {
    guard let distance = start.multiplied(by: -1).flatMap({ adding($0) }) else { return nil }
    let scale = max(distance.scale, step.scale)
    guard let whole = Self.scale(distance.mantissa, by: scale - distance.scale),
      let part = Self.scale(step.mantissa, by: scale - step.scale), part != 0
    else { return nil }
    return whole % part == 0
  }
}
