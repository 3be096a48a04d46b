import FHIR

/// What has to hold of the answers to a question wherever an item is asked.
struct ConditionFact {
  /// The index of the question.
  let question: Int
  let comparison: EnableWhen.Operator
  let value: AnswerValue
  /// The item whose condition it is.
  let holder: Int
  /// Whether the answers to the question are whole numbers.
  var isOfWholeNumbers = false

  init(_ condition: FormItem.Condition, on question: Int, of holder: Int) {
    self.question = question
    comparison = condition.comparison
    value = condition.value
    self.holder = holder
  }

  /// Says that answers to a question are bounded.
  init(_ comparison: EnableWhen.Operator, _ value: AnswerValue, on question: Int) {
    self.question = question
    self.comparison = comparison
    self.value = value
    holder = question
  }

  /// Says that a question is answered, as it is wherever an item within it is asked.
  init(answerTo question: Int, for holder: Int) {
    self.question = question
    comparison = .exists
    value = .boolean(true)
    self.holder = holder
  }

  /// Whether it holds only while there is no answer.
  var wantsNoAnswer: Bool { comparison == .exists && value == .boolean(false) }

  /// Whether one answer with this value meets it.
  func isMet(by answer: AnswerValue) -> Bool {
    comparison.isMet(by: [answer], comparedWith: value)
  }

  /// Whether no single answer can meet both facts, which are about one question.
  func excludes(_ other: ConditionFact) -> Bool {
    switch (comparison, other.comparison) {
    case (.exists, _), (_, .exists): wantsNoAnswer != other.wantsNoAnswer
    case (.equals, .equals): value.surelyDiffers(from: other.value)
    case (.equals, .differs): value.isSurelyWithin(other.value)
    case (.differs, .equals): other.value.isSurelyWithin(value)
    case (.differs, _), (_, .differs): false
    case (.equals, let order): order.isRefused(by: value.ordering(against: other.value))
    case (let order, .equals): order.isRefused(by: other.value.ordering(against: value))
    default: boundsExclude(other)
    }
  }

  /// Whether one answer among several can never meet both facts.
  func excludesAmongSeveral(_ other: ConditionFact) -> Bool {
    switch (comparison, other.comparison) {
    case (.exists, _), (_, .exists), (.equals, .differs), (.differs, .equals): excludes(other)
    default: false
    }
  }

  /// Whether one sets a least answer above the greatest of the other.
  private func boundsExclude(_ other: ConditionFact) -> Bool {
    guard comparison.isLowerBound != other.comparison.isLowerBound else { return false }
    let (lower, upper) = comparison.isLowerBound ? (self, other) : (other, self)
    switch lower.value.ordering(against: upper.value) {
    case .descending: return true
    case .same: return lower.comparison == .greater || upper.comparison == .less
    case .ascending:
      // Between a whole number and the next lies none.
      guard case .integer(let least) = lower.value, case .integer(let greatest) = upper.value,
        lower.comparison == .greater, upper.comparison == .less, least < .max
      else { return false }
      return isOfWholeNumbers && least + 1 == greatest
    case .undecidable: return false
    }
  }
}

extension EnableWhen.Operator {
  fileprivate var isLowerBound: Bool { self == .greater || self == .greaterOrEqual }

  /// Whether an answer that stands so to the value of a condition cannot meet it.
  fileprivate func isRefused(by ordering: PartialOrdering) -> Bool {
    switch (self, ordering) {
    case (_, .undecidable): false
    case (.greater, .descending), (.less, .ascending): false
    case (.greaterOrEqual, .descending), (.greaterOrEqual, .same): false
    case (.lessOrEqual, .ascending), (.lessOrEqual, .same): false
    default: true
    }
  }
}

extension AnswerValue {
  /// Whether no answer can be the same as both values.
  fileprivate func surelyDiffers(from other: AnswerValue) -> Bool {
    switch (self, other) {
    case (.boolean(let value), .boolean(let otherValue)): value != otherValue
    // Without a system, a code is the same as that of any.
    case (.coding(let coding), .coding(let otherCoding)): coding.code != otherCoding.code
    default: [.ascending, .descending].contains(ordering(against: other))
    }
  }

  /// Whether whatever is the same as this value is the same as the other.
  fileprivate func isSurelyWithin(_ other: AnswerValue) -> Bool {
    switch (self, other) {
    case (.coding(let coding), .coding(let otherCoding)):
      coding.code == otherCoding.code
        && (otherCoding.system == nil || coding.system == otherCoding.system)
    default: means(other)
    }
  }
}
