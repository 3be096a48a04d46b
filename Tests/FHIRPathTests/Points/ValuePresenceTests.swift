import Testing

/// An element may be there without a value of its own.
@Suite struct ValuePresenceTests {
  static let cases = PointCase.table(
    """
    Patient.birthDate.hasValue() => true
    Patient.birthDate.getValue() => @1974-12-25
    Patient.birthDate.getValue() is System.Date => true
    Patient.active.getValue() => true
    Patient.gender.getValue() => 'female'
    Patient.gender.getValue() is System.String => true
    Patient.deceased.exists() => true
    Patient.deceased.hasValue() => false
    Patient.deceased.getValue() => {}
    Patient.deceased is boolean => true
    Patient.deceased.extension.value => string(unknown)
    Patient.contact.name.family.exists() => true
    Patient.contact.name.family.hasValue() => false
    Patient.contact.name.family.getValue() => {}
    Patient.contact.name.given[0].exists() => true
    Patient.contact.name.given[0].hasValue() => false
    Patient.contact.name.given[1].hasValue() => true
    Patient.contact.name.given.hasValue() => false
    Patient.contact.name.given.getValue() => {}
    Patient.name[0].hasValue() => false
    Patient.name[0].getValue() => {}
    Patient.photo.hasValue() => false
    Patient.photo.getValue() => {}
    1.hasValue() => true
    'a'.getValue() => 'a'
    """)

  @Test(arguments: cases) func `a value, an extension, or nothing`(_ one: PointCase) {
    one.check(on: PointResources.patient)
  }

  /// An amount has elements, and so no value of its own.
  @Test func `a quantity is not a primitive`() {
    for (expression, expected) in [
      ("Observation.value.hasValue()", "false"), ("Observation.value.getValue()", "{}"),
      ("Observation.value.value.getValue()", "185"),
    ] {
      PointCase(expression: expression, expected: expected).check(on: PointResources.observation)
    }
  }

  static let extensions = PointCase.table(
    """
    Patient.birthDate.extension('http://example.org/time').value => dateTime(1974-12-25T14:35:45-05:00)
    Patient.birthDate.extension('http://example.org/other') => {}
    Patient.birthDate.extension('time') => {}
    Patient.birthDate.extension({}) => {}
    Patient.extension('http://example.org/time') => {}
    Patient.photo.extension('http://example.org/time') => {}
    Patient.deceased.extension('http://example.org/why').value => string(unknown)
    Patient.contact.name.descendants().extension('http://example.org/absent').value => code(masked), code(masked)
    Patient.birthDate.extension('a' | 'b') => error severalItems
    Patient.birthDate.extension(1) => error wrongType
    'a'.extension('http://example.org/time') => {}
    """)

  @Test(arguments: extensions) func `extensions with a URL`(_ one: PointCase) {
    one.check(on: PointResources.patient)
  }
}
