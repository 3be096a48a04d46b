import FHIRPath
import Testing

/// One item that is no Boolean is true where a truth value is wanted; several are an error.
@Suite struct SingletonTests {
  static let cases = PointCase.table(
    """
    true and 'foo' => true
    'foo' and true => true
    false and 'foo' => false
    false or 0 => true
    true xor 'foo' => false
    0 implies false => false
    iif(0, 'then', 'else') => 'then'
    iif('false', 'then', 'else') => 'then'
    (0).not() => false
    'a'.not() => false
    (0 | 1).where('keep') => 0, 1
    (0 | 1).all('keep') => true
    (0 | 1).exists(0) => true
    (1 | 2) and true => error severalItems
    true or (1 | 2) => true
    false or (1 | 2) => error severalItems
    (true | false).not() => error severalItems
    iif((true | false), 1, 2) => error severalItems
    (1 | 2).where(1 | 2) => error severalItems
    (1 | 2) + 1 => error severalItems
    1 + (1 | 2) => error severalItems
    (1 | 2) < 3 => error severalItems
    (1 | 2).toString() => error severalItems
    ('a' | 'b').length() => error severalItems
    'a'.startsWith('a' | 'b') => error severalItems
    (1 | 2)[0 | 1] => error severalItems
    (1 | 2).single() => error severalItems
    (1 | 2) is Integer => error severalItems
    (1 | 2) as Integer => error severalItems
    (1 | 2) in (1 | 2 | 3) => error severalItems
    (1 | 2).combine(3).first() => 1
    (true | 'foo').allTrue() => error wrongType
    (true | 'foo').anyTrue() => error wrongType
    (1).allTrue() => error wrongType
    (1).anyFalse() => error wrongType
    (true | false).allTrue() => false
    (true | false).anyTrue() => true
    """)

  static let onPatient = PointCase.table(
    """
    Patient.active and true => true
    Patient.gender and true => true
    Patient.name.where(family).use => code(official), code(old)
    Patient.name.where(given).use => error severalItems
    Patient.name.exists(family) => true
    Patient.name.all(family) => false
    Patient.active.allTrue() => true
    Patient.gender.allTrue() => error wrongType
    iif(Patient.active, 'in', 'out') => 'in'
    iif(Patient.name, 'in', 'out') => error severalItems
    Patient.name.given.length() => error severalItems
    """)

  @Test(arguments: cases) func `values of the language`(_ one: PointCase) { one.check() }

  @Test(arguments: onPatient) func `values of a resource`(_ one: PointCase) {
    one.check(on: PointResources.patient)
  }

  @Test func `the truth of an expression follows the same rule`() throws {
    let root = PointResources.patient.root
    #expect(try FHIRPathExpression("Patient.gender").isTrue(on: root) == true)
    #expect(try FHIRPathExpression("Patient.active.not()").isTrue(on: root) == false)
    #expect(try FHIRPathExpression("Patient.photo").isTrue(on: root) == nil)
    let several = try FHIRPathExpression("Patient.name")
    #expect(throws: FHIRPathError.self) { try several.isTrue(on: root) }
  }
}
