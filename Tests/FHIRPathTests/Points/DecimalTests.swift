import Testing

/// Numbers keep their digits where they are shown and not where they are compared.
@Suite struct DecimalTests {
  static let cases = PointCase.table(
    """
    1.0 = 1 => true
    1.50 = 1.5 => true
    1.0 != 1 => false
    (1.0 | 1 | 1.00).count() => 1
    1.587 ~ 1.6 => true
    1.587 ~ 1.5 => false
    1.50 ~ 1.5 => true
    1 ~ 1.4 => true
    2 ~ 1.5 => true
    -1.55 ~ -1.6 => true
    1.0.toString() => '1.0'
    1.58700.toString() => '1.58700'
    '1.50'.toDecimal() => 1.50
    1.58700.precision() => 5
    0.1 + 0.2 = 0.3 => true
    0.1 + 0.2 => 0.3
    1 / 4 => 0.25
    4 / 2 is Decimal => true
    4 / 2 = 2 => true
    1 / 0 => {}
    1.0 / 0.0 => {}
    1 div 0 => {}
    1 mod 0 => {}
    5 div 2 is Integer => true
    -5 div 2 => -2
    -5 mod 2 => -1
    2147483647 + 1 => {}
    -2147483648 - 1 => {}
    2147483647 * 2 => {}
    -(-2147483648) => {}
    -2147483648 div -1 => {}
    (-2147483648).abs() => {}
    2147483647L + 1L => 2147483648L
    9223372036854775807L + 1L => {}
    9223372036854775807L = 9223372036854775807.0 => true
    1 + 1L => 2L
    1 + 1.0 is Decimal => true
    12345678901234567890.12345678 + 0.00000001 => 12345678901234567890.12345679
    99999999999999999999.99999999 = 99999999999999999999.99999998 => false
    99999999999999999999999999.0 * 99999999999999999999999999.0 => {}
    (1 / 3) * 3 ~ 1.0 => true
    (1 / 3).precision() >= 8 => true
    1 = 1L => true
    1L is Integer => false
    2 > 1.5 => true
    """)

  @Test(arguments: cases) func `numbers`(_ one: PointCase) { one.check() }

  /// A resource's digits come through as they were written.
  @Test func `digits of a resource stay`() {
    let tree = PointResources.tree(
      #"{"resourceType":"Observation","valueQuantity":{"value":1.50}}"#)
    for (expression, expected) in [
      ("value.value", "decimal(1.50)"), ("value.value.toString()", "'1.50'"),
      ("value.value.precision()", "2"), ("value.value = 1.5", "true"),
      ("value.value + 1", "2.50"),
    ] {
      PointCase(expression: expression, expected: expected).check(on: tree)
    }
  }
}
