import Testing

/// Units convert exactly or not at all.
@Suite struct QuantityTests {
  static let comparisons = PointCase.table(
    """
    1 year = 1 'a' => {}
    1 year != 1 'a' => {}
    1 year ~ 1 'a' => true
    1 month = 1 'mo' => {}
    1 month ~ 1 'mo' => true
    1 year > 1 'd' => {}
    1 month < 40 days => {}
    1 week = 1 'wk' => true
    1 day = 1 'd' => true
    1 hour = 1 'h' => true
    1 minute = 1 'min' => true
    1 second = 1 's' => true
    1 millisecond = 1 'ms' => true
    1 year = 12 months => true
    1 week = 7 days => true
    1 week = 7 'd' => true
    6 days < 1 week => true
    90 minutes > 1 'h' => true
    1 second = 1000 milliseconds => true
    1 'cm' = 0.01 'm' => true
    1 'kg' > 999 'g' => true
    1 'cm' = 1 's' => {}
    1 'cm' != 1 's' => {}
    1 'cm' < 1 's' => {}
    1 'cm' ~ 1 's' => false
    1 'cm' !~ 1 's' => true
    4 'g' ~ 4040 'mg' => true
    4.0 'g' ~ 4040 'mg' => true
    4.00 'g' ~ 4040 'mg' => false
    4 'g' = 4000 'mg' => true
    4 'g' = 4040 'mg' => false
    37 'Cel' = 98.6 '[degF]' => true
    37 'Cel' > 90 '[degF]' => true
    1 = 1 '1' => true
    1 < 2 '1' => true
    1 = 1 'cm' => {}
    1 'unheard' = 1 'unheard' => true
    1 'unheard' = 2 'unheard' => false
    1 'unheard' = 1 'cm' => {}
    1 'cm' = '1 cm' => false
    """)

  static let arithmetic = PointCase.table(
    """
    1 'cm' + 1 'cm' => 2 'cm'
    (1 'm' + 5 'cm') = 105 'cm' => true
    1 'cm' + 1 's' => {}
    1 'cm' - 1 's' => {}
    1 'Cel' + 1 'Cel' => error wrongOperands
    1 'cm' + 1 => {}
    1 - 1 'cm' => {}
    5 '1' + 1 => 6 '1'
    1 - 5 '1' => -4 '1'
    6 / 2 'cm' => 3 '/cm'
    1 'cm' mod 2 => error wrongOperands
    1 'cm' + 'a' => error wrongOperands
    true + 1 'cm' => error wrongOperands
    3 days * 2 => 6 days
    2 * 3 days => 6 days
    6 days / 2 => 3 days
    2 * 3 'cm' => 6 'cm'
    3 'cm' * 2 => 6 'cm'
    6 'cm' / 2 => 3 'cm'
    (2 'cm' * 3 'm') = 6 'cm.m' => true
    6 'm' / 0 => {}
    -(1 'cm') => -1 'cm'
    (3 'm' / 1.5 'm') = 2 '1' => true
    """)

  static let inResources = PointCase.table(
    """
    Observation.value = 185 '[lb_av]' => true
    Observation.value > 80 'kg' => true
    Observation.value > 84 'kg' => false
    Observation.value < 1 's' => {}
    component.where(code.text = 'length').value = 2 years => true
    component.where(code.text = 'length').value = 24 months => true
    component.where(code.text = 'length').value = 2 'a' => {}
    component.where(code.text = 'other unit').value = 3 => false
    component.where(code.text = 'other unit').value > 2 => error wrongOperands
    component.where(code.text = 'other system').value = 3 'kg' => false
    component.where(code.text = 'other system').value > 2 'kg' => error wrongOperands
    component.where(code.text = 'other system').value.value > 2 => true
    """)

  @Test(arguments: comparisons) func `amounts compare`(_ one: PointCase) { one.check() }

  @Test(arguments: arithmetic) func `amounts are added and multiplied`(_ one: PointCase) {
    one.check()
  }

  @Test(arguments: inResources) func `only what has a code of UCUM converts`(_ one: PointCase) {
    one.check(on: PointResources.observation)
  }
}
