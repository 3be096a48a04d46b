import Testing

/// What is empty makes the result empty, but where the specification names an exception.
@Suite struct EmptyPropagationTests {
  static let operators = PointCase.table(
    """
    {} + 1 => {}
    1 - {} => {}
    {} * {} => {}
    2 / {} => {}
    {} div 2 => {}
    5 mod {} => {}
    -({}) => {}
    'a' + {} => {}
    {} = 1 => {}
    {} = {} => {}
    1 != {} => {}
    {} < 1 => {}
    1 >= {} => {}
    {} in (1 | 2) => {}
    (1 | 2) contains {} => {}
    {} is Integer => {}
    {} as Integer => {}
    (1 | 2)[{}] => {}
    1 in {} => false
    {} contains 1 => false
    """)

  static let exceptions = PointCase.table(
    """
    {} & 'b' => 'b'
    'a' & {} => 'a'
    {} & {} => ''
    {} ~ {} => true
    {} ~ 1 => false
    1 ~ {} => false
    {} !~ {} => false
    {} !~ 1 => true
    {}.exists() => false
    {}.exists($this > 1) => false
    {}.empty() => true
    {}.count() => 0
    {}.all(false) => true
    {}.allTrue() => true
    {}.anyTrue() => false
    {}.allFalse() => true
    {}.anyFalse() => false
    {}.isDistinct() => true
    {}.subsetOf(1) => true
    {}.supersetOf(1) => false
    {}.supersetOf({}) => true
    iif({}, 'yes', 'no') => 'no'
    iif({}, 'yes') => {}
    {} | 1 => 1
    {}.hasValue() => false
    """)

  /// Each row: left, right, then `and`, `or`, `xor`, `implies` (FHIRPath 3.0, section 6.5).
  static let truthTable: [[String]] = [
    ["true", "true", "true", "true", "false", "true"],
    ["true", "false", "false", "true", "true", "false"],
    ["true", "{}", "{}", "true", "{}", "{}"],
    ["false", "true", "false", "true", "true", "true"],
    ["false", "false", "false", "false", "false", "true"],
    ["false", "{}", "false", "{}", "{}", "true"],
    ["{}", "true", "{}", "true", "{}", "true"],
    ["{}", "false", "false", "{}", "{}", "{}"],
    ["{}", "{}", "{}", "{}", "{}", "{}"],
  ]

  static let functions = PointCase.table(
    """
    {}.not() => {}
    {}.first() => {}
    {}.single() => {}
    {}.abs() => {}
    {}.toString() => {}
    {}.convertsToInteger() => {}
    {}.length() => {}
    {}.startsWith('a') => {}
    {}.type() => {}
    {}.lowBoundary() => {}
    {}.iif($this = 1, 'yes', 'no') => 'no'
    'abc'.startsWith({}) => {}
    'abc'.contains({}) => {}
    'abc'.indexOf({}) => {}
    'abc'.substring({}) => {}
    'abc'.substring(1, {}) => 'bc'
    'abc'.replace({}, 'x') => {}
    'abc'.replace('a', {}) => {}
    'abc'.matches({}) => {}
    'abc'.replaceMatches('a', {}) => {}
    (1 | 2 | 3).take({}) => {}
    (1 | 2 | 3).skip({}) => {}
    (2).power({}) => {}
    (2).log({}) => {}
    1.234.round({}) => {}
    {}.sum() => {}
    {}.min() => {}
    {}.avg() => {}
    {}.aggregate($total + $this, 0) => 0
    """)

  @Test(arguments: operators) func `an operator with an empty operand`(_ one: PointCase) {
    one.check()
  }

  @Test(arguments: exceptions) func `what has a result for nothing`(_ one: PointCase) {
    one.check()
  }

  @Test(arguments: functions) func `a function with an empty input or argument`(_ one: PointCase) {
    one.check()
  }

  @Test(arguments: truthTable) func `logic has three values`(_ row: [String]) {
    for (place, name) in ["and", "or", "xor", "implies"].enumerated() {
      PointCase(expression: "\(row[0]) \(name) \(row[1])", expected: row[place + 2]).check()
    }
  }
}
