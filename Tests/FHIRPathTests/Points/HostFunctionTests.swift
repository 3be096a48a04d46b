import FHIRPath
import Testing

/// What a resource alone cannot say comes from the host, or is an error that names the function.
@Suite struct HostFunctionTests {
  static let resolving = PointCase.table(
    """
    Condition.subject.resolve() => Patient
    Condition.subject.resolve().id => id(p)
    Condition.subject.resolve().generalPractitioner.resolve() => Practitioner, Condition
    Condition.subject.resolve().generalPractitioner[0].resolve().active => boolean(false)
    Condition.contained.generalPractitioner[1].resolve().onset.value => decimal(40)
    Condition.contained.generalPractitioner[0].reference.resolve().id => id(d)
    Condition.evidence.detail[2].resolve() => {}
    Condition.asserter.resolve() => {}
    Condition.onset.resolve() => {}
    """)

  @Test(arguments: resolving) func `what a resource contains needs no host`(_ one: PointCase) {
    one.check(on: PointResources.condition)
  }

  static let asking = PointCase.table(
    """
    Condition.evidence.detail[0].resolve() => Observation
    Condition.evidence.detail[0].resolve().status => code(final)
    Condition.evidence.detail[0].reference.resolve().status => code(final)
    Condition.evidence.detail.where(reference.startsWith('O') or display.exists()).resolve() => Observation
    'Observation/o1'.resolve().value.unit => string(lbs)
    'http://example.org/Patient/gone'.resolve() => {}
    'http://example.org/failing'.resolve() => error hostFailure
    'http://example.org/unheard'.resolve() => error missingHostFunction
    Condition.evidence.detail[1].resolve() => error missingHostFunction
    Condition.memberOf('http://example.org/unheard') => error missingHostFunction
    'female'.memberOf('http://example.org/genders') => true
    'male'.memberOf('http://example.org/genders') => false
    'male'.memberOf('http://example.org/failing') => error hostFailure
    'male'.memberOf('http://example.org/undecided') => {}
    'male'.memberOf({}) => {}
    {}.memberOf('http://example.org/genders') => {}
    ('male' | 'female').memberOf('http://example.org/genders') => error severalItems
    %terminologies.lookup(Coding { code: 'red' }) => Parameters
    %terminologies.lookup('red').parameter.where(name = 'display').value => string(Red)
    %terminologies.lookup('red').parameter.where(name = 'property').part.where(name = 'code').value => code(hue), code(warm)
    %terminologies.lookup('red').parameter.where(part.where(name = 'code').value = 'hue').part.where(name = 'value').value => decimal(0.50)
    %terminologies.lookup('red').parameter.where(part.where(name = 'code').value = 'warm').part.where(name = 'value').value => boolean(true)
    ('red' | 'blue').select(%terminologies.lookup($this).parameter.value) => string(Red)
    %terminologies.lookup('blue') => {}
    %terminologies.lookup({}) => {}
    %terminologies.lookup('red' | 'blue') => error severalItems
    %terminologies.lookup('failing') => error hostFailure
    %terminologies.lookup('unheard') => error missingHostFunction
    %terminologies.lookup() => error wrongArgumentCount
    %terminologies.lookup('red', 'property=hue') => error wrongArgumentCount
    %terminologies.expand('http://example.org/genders') => error terminologyFunction
    %terminologies.subsumes('a', 'b', 'c') => error terminologyFunction
    %terminologies.memberOf('http://example.org/genders') => error terminologyFunction
    %terminologies.exists() => error terminologyFunction
    %terminologies.name => error terminologyFunction
    %terminologies => error terminologyFunction
    Condition.lookup('red') => error unknownFunction
    defineVariable('terminologies', 1).select(%terminologies) => error redefinedVariable
    Coding { code: 'pain' }.subsumes(Coding { code: 'headache' }) => true
    Coding { code: 'pain' }.subsumedBy(Coding { code: 'headache' }) => false
    Coding { code: 'headache' }.subsumes(Coding { code: 'pain' }) => false
    Coding { code: 'headache' }.subsumedBy(Coding { code: 'pain' }) => true
    Coding { code: 'pain' }.subsumes(Coding { code: 'pain' }) => true
    Coding { code: 'pain' }.subsumes({}) => {}
    {}.subsumedBy(Coding { code: 'pain' }) => {}
    Coding { code: 'pain' }.subsumes(Coding { code: 'rain' }) => error missingHostFunction
    Condition.conformsTo('http://hl7.org/fhir/StructureDefinition/Condition') => true
    Condition.conformsTo('http://hl7.org/fhir/StructureDefinition/DomainResource') => true
    Condition.conformsTo('http://hl7.org/fhir/StructureDefinition/Patient') => false
    Condition.conformsTo('http://example.org/StructureDefinition/named-patient') => false
    Condition.conformsTo('http://example.org/StructureDefinition/unheard') => error missingHostFunction
    Condition.asserter.conformsTo('http://example.org/StructureDefinition/unheard') => {}
    Condition.conformsTo({}) => {}
    Condition.elementDefinition() => error missingHostFunction
    Condition.contained.elementDefinition() => error missingHostFunction
    Condition.asserter.elementDefinition() => {}
    Condition.contained.slice('http://example.org/StructureDefinition/x', 'y') => error missingHostFunction
    Condition.asserter.slice('http://example.org/StructureDefinition/x', 'y') => {}
    """)

  @Test(arguments: asking) func `the host answers, or the function is named`(_ one: PointCase) {
    one.check(on: PointResources.condition, with: PointHost.options)
  }

  @Test func `codes of a resource are asked about`() {
    for (expression, expected) in [
      ("Observation.code.memberOf('http://example.org/weights')", "true"),
      ("Observation.code.coding.memberOf('http://example.org/weights')", "true"),
      ("Observation.status.memberOf('http://example.org/weights')", "false"),
    ] {
      PointCase(expression: expression, expected: expected)
        .check(on: PointResources.observation, with: PointHost.options)
    }
    PointCase(
      expression: "conformsTo('http://example.org/StructureDefinition/named-patient')",
      expected: "true"
    ).check(on: PointResources.patient, with: PointHost.options)
  }

  static let withoutHost = [
    ("resolve", "Condition.evidence.detail[0].resolve()"),
    ("resolve", "Condition.evidence.detail[1].resolve()"),
    ("memberOf", "'a'.memberOf('http://example.org/genders')"),
    ("lookup", "%terminologies.lookup('red')"),
    ("subsumes", "Coding { code: 'a' }.subsumes(Coding { code: 'a' })"),
    ("subsumedBy", "Coding { code: 'a' }.subsumedBy(Coding { code: 'a' })"),
    ("conformsTo", "Condition.conformsTo('http://example.org/StructureDefinition/a')"),
    ("elementDefinition", "Condition.elementDefinition()"),
    ("slice", "Condition.slice('http://example.org/StructureDefinition/a', 'b')"),
    ("weight", "Coding { code: 'weekly' }.weight()"),
    ("ordinal", "Coding { code: 'weekly' }.ordinal()"),
  ]

  @Test(arguments: withoutHost)
  func `without a host the error names the function`(_ name: String, _ text: String) throws {
    let expression = try FHIRPathExpression(text)
    let error = #expect(throws: FHIRPathError.self) {
      try expression.evaluate(on: PointResources.condition.root)
    }
    #expect(error?.reason == .missingHostFunction(name))
    #expect(error?.phase == .execution)
    #expect(error?.description.contains("\(name)()") == true)
  }

  @Test func `what a host says of its failure is passed on`() throws {
    let expression = try FHIRPathExpression("'http://example.org/failing'.resolve()")
    let error = #expect(throws: FHIRPathError.self) {
      try expression.evaluate(on: nil, PointHost.options)
    }
    #expect(
      error?.reason
        == .hostFailure(function: "resolve", message: "the terminology service is away"))
  }
}
