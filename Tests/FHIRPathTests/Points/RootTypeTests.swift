import FHIRPath
import Testing

/// A path may start with the type of what it is evaluated on, or a base of it.
@Suite struct RootTypeTests {
  static let lenient = PointCase.table(
    """
    Patient.name.count() => 3
    Patient.id => id(p1)
    Resource.id => id(p1)
    DomainResource.id => id(p1)
    name.count() => 3
    Observation.id => {}
    Observation.name => {}
    Practitioner.name.given => {}
    Patient.Patient.name => {}
    name.HumanName.family => {}
    Patient.name.where(HumanName.use = 'usual').given => string(Jim)
    `Patient`.id => id(p1)
    Patient => Patient
    Observation => {}
    """)

  static let strict = PointCase.table(
    """
    Patient.id => id(p1)
    Resource.id => id(p1)
    DomainResource.id => id(p1)
    Observation.id => error unknownElement
    Practitioner.name.given => error unknownElement
    Observation => error unknownElement
    Patient.nonsense => error unknownElement
    name.where(Patient.id = 'p1') => error unknownElement
    Patient.name.where(HumanName.use = 'usual').given => string(Jim)
    """)

  @Test(arguments: [
    "Observation.id", "name.where(Patient.id = 'p1')", "Patient.select(Observation)",
  ])
  func `strict reading finds it before there is data`(_ text: String) {
    let error = #expect(throws: FHIRPathError.self) {
      try FHIRPathExpression(text, isStrict: true, rootType: "Patient")
    }
    #expect(error?.phase == .semantic)
  }

  @Test(arguments: lenient) func `another type is empty`(_ one: PointCase) {
    one.check(on: PointResources.patient)
  }

  @Test(arguments: strict) func `another type is an error in strict reading`(_ one: PointCase) {
    one.check(on: PointResources.patient, isStrict: true)
  }
}
