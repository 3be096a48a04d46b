import Testing

/// `=` minds number and order, `~` only what there is.
@Suite struct CollectionEqualityTests {
  static let cases = PointCase.table(
    """
    (1 | 2) = (1 | 2) => true
    (1 | 2) = (2 | 1) => false
    (1 | 2) = 1 => false
    1 = (1 | 2) => false
    (1 | 2) != 1 => true
    (1 | 2) != (2 | 1) => true
    (1 | 2) ~ (2 | 1) => true
    (1 | 2) ~ (1 | 2 | 3) => false
    (1).combine(1).combine(2) ~ (1).combine(2).combine(2) => false
    (1).combine(1) = (1).combine(1) => true
    (1.5).combine('A') ~ ('a').combine(1.50) => true
    (@2020 | 1) = (@2020-01 | 1) => {}
    (@2020 | 1) = (@2020-01 | 2) => false
    (@2020 | 1) ~ (@2020-01 | 1) => false
    1 = 'a' => false
    1 = '1' => false
    1 ~ '1' => false
    true = 'true' => false
    """)

  static let onPatient = PointCase.table(
    """
    Patient.name[0].given = ('Peter' | 'James') => true
    Patient.name[0].given = ('James' | 'Peter') => false
    Patient.name[0].given ~ ('James' | 'Peter') => true
    Patient.name[0].given ~ Patient.name[2].given => true
    Patient.name[0].given = Patient.name[2].given => false
    Patient.name.where(given = 'Jim').use => code(usual)
    Patient.name.where(given = 'James').use => {}
    Patient.name.where(given = 'Peter').use => {}
    Patient.name.where(given contains 'Peter').use => code(official), code(old)
    Patient.name[0] = Patient.name[0] => true
    Patient.name[0] = Patient.name[2] => false
    Patient.name[0] ~ Patient.name[2] => false
    HumanName { given: ('a' | 'b') } ~ HumanName { given: ('b' | 'a') } => true
    HumanName { given: ('a' | 'b') } = HumanName { given: ('b' | 'a') } => false
    HumanName { family: 'x', use: 'usual' } = HumanName { use: 'usual', family: 'x' } => true
    HumanName { family: 'x' } = HumanName { family: 'x', use: 'usual' } => false
    """)

  static let onResponse = PointCase.table(
    """
    item.where(linkId = 'numbers').answer.value = 2 => false
    item.where(linkId = 'numbers').answer.value != 2 => true
    item.where(linkId = 'numbers').answer.value = (2 | 3) => true
    item.where(linkId = 'numbers').answer.exists(value = 2) => true
    item.where(linkId = 'nothing').answer.value = 2 => {}
    item.where(linkId = 'nothing').answer.value != 2 => {}
    item.where(linkId = 'declined').answer.value = 2 => {}
    item.linkId = 'mood' => false
    """)

  @Test(arguments: cases) func `values of the language`(_ one: PointCase) { one.check() }

  @Test(arguments: onPatient) func `parts of a patient`(_ one: PointCase) {
    one.check(on: PointResources.patient)
  }

  @Test(arguments: onResponse) func `several answers are not one of them`(_ one: PointCase) {
    one.check(on: PointResources.response)
  }
}
