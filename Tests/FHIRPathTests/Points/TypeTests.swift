import Testing

/// `is` counts bases, `as` and `ofType` want a primitive's own type.
@Suite struct TypeTests {
  static let onPatient = PointCase.table(
    """
    Patient.gender.is(string) => true
    Patient.gender is code => true
    Patient.gender is FHIR.string => true
    Patient.gender.as(string) => {}
    Patient.gender as string => {}
    Patient.gender.ofType(string) => {}
    Patient.gender.ofType(code) => code(female)
    Patient.gender.as(code) => code(female)
    Patient.gender.is(System.String) => false
    Patient.gender.as(System.String) => {}
    Patient.gender is Element => true
    Patient.name.family.first() is System.String => false
    Patient.name.family.first() is string => true
    Patient.active is boolean => true
    Patient.active is System.Boolean => false
    Patient.active is Boolean => false
    Patient.active.type() => FHIR.boolean
    Patient.active.type().namespace => 'FHIR'
    Patient.active.type().name => 'boolean'
    Patient.type().name => 'Patient'
    Patient.birthDate.type() => FHIR.date
    Patient.is(Patient) => true
    Patient is DomainResource => true
    Patient is Resource => true
    Patient is FHIR.Resource => true
    Patient is Observation => false
    Patient as DomainResource => Patient
    Patient.ofType(Resource) => Patient
    Patient.ofType(Observation) => {}
    Patient.name is HumanName => error severalItems
    Patient.name as HumanName => error severalItems
    Patient.name.ofType(HumanName).count() => 3
    Patient.name.ofType(Address) => {}
    Patient.photo is Attachment => {}
    Patient.gender is NoSuchType => error unknownType
    Patient.gender.as(NoSuchType) => error unknownType
    Patient.gender.ofType(NoSuchType) => error unknownType
    Patient.gender.is(Nowhere.string) => error unknownType
    Patient.children().ofType(code) => code(female)
    """)

  static let onCondition = PointCase.table(
    """
    Condition.onset is Age => true
    Condition.onset is Quantity => true
    Condition.onset.ofType(Quantity).value => decimal(40)
    Condition.onset.as(Quantity).value => decimal(40)
    Condition.onset.ofType(Age).value => decimal(40)
    Condition.onset is Range => false
    Condition.onset is System.Quantity => false
    """)

  static let system = PointCase.table(
    """
    1.type() => System.Integer
    1.type().namespace => 'System'
    1.0.type().name => 'Decimal'
    'a'.type().name => 'String'
    true.type().name => 'Boolean'
    @2020.type().name => 'Date'
    @2020T.type().name => 'DateTime'
    @T10.type().name => 'Time'
    (1 'mg').type().name => 'Quantity'
    1 is Integer => true
    1 is System.Integer => true
    1 is Decimal => false
    1 is integer => false
    'a' is string => false
    'a' is String => true
    1L is Long => true
    1 is System.Any => true
    (1 | 'a' | 2).ofType(Integer) => 1, 2
    (1 | 'a').ofType(String) => 'a'
    @2020 is DateTime => false
    (1 | 1 is Integer).count() => 2
    """)

  @Test(arguments: onPatient) func `types of a resource`(_ one: PointCase) {
    one.check(on: PointResources.patient)
  }

  @Test(arguments: onCondition) func `a derived type counts as its base`(_ one: PointCase) {
    one.check(on: PointResources.condition)
  }

  @Test(arguments: system) func `types of the language`(_ one: PointCase) { one.check() }
}
