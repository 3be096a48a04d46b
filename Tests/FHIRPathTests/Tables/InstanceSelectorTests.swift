import Testing

/// Instance selectors (FHIRPath 3.0, 5.2).
@Suite struct InstanceSelectorTests {
  static let instances = Expectation.table(
    #"""
    Coding { system : 'http://example.org/demo', code : 'c1' } => FHIR.Coding
    Coding { system: 's', code: 'c1' }.code => FHIR.code c1
    Coding { system: 's', code: 'c1' }.children().count() => Integer 2
    Coding { system: 's', code: 'c1' } = Coding { code: 'c1', system: 's' } => Boolean true
    Coding { code: 'c1' } = Coding { code: 'c2' } => Boolean false
    Coding { code: 'c1' } is Coding => Boolean true
    Coding { code: 'c1' } is FHIR.Element => Boolean true
    Coding { code: {}, display: 'd' }.code => {}
    Coding { code: {}, display: 'd' }.children().count() => Integer 1
    FHIR.Identifier { system: 'http://example.org/demo', value: 'N1' }.value => FHIR.string N1
    FHIR.Identifier { value: 'N1' }.type().name => String Identifier
    Period {:} => FHIR.Period
    Period {:}.children() => {}
    Period { : }.exists() => Boolean true
    Period { start: @2001-05-06 }.start => FHIR.dateTime 2001-05-06
    Period { start: @2001-05-06, end: @2001-05-07T10:00:00Z }.end.hourOf() => Integer 10
    Identifier { type: CodeableConcept { coding: Coding { code: 'MR' } } }.type.coding.code => FHIR.code MR
    CodeableConcept { coding: Coding { code: 'a' } | Coding { code: 'b' } }.coding.code => FHIR.code a, FHIR.code b
    CodeableConcept { coding: Coding { code: 'a' }.combine(Coding { code: 'a' }) }.coding.count() => Integer 2
    code { value: 'final' } => FHIR.code final
    code { value: 'final' } is code => Boolean true
    code { value: 'final' } = 'final' => Boolean true
    Observation { status: 'final', value: 5 'mg' }.value.code => FHIR.code mg
    Observation { status: 'final', value: 5 'mg' }.value > 4 'mg' => Boolean true
    Observation { value: true }.value => FHIR.boolean true
    Quantity { value: 1.50, system: 'http://unitsofmeasure.org', code: 'mg' } = 1.5 'mg' => Boolean true
    ('a' | 'b').select(Coding { code: $this }).code => FHIR.code a, FHIR.code b
    {}.select(Coding { code: 'a' }) => {}
    Nonsense { code: 'a' } => error semantic
    System.Nonsense { code: 'a' } => error semantic
    Coding { code 'a' } => error syntax
    Coding { code: 'a' => error syntax
    Coding { code: 'a', } => error syntax
    Coding {} => error syntax
    """#)

  @Test(arguments: instances) func `each case of instances holds`(_ expectation: Expectation) {
    expectation.check()
  }

  static let elements = Expectation.table(
    #"""
    select(Coding { code: status }).code => FHIR.code completed
    item.where(linkId = 'counts').select(CodeableConcept { text: linkId }).text => FHIR.string counts
    Reference { display: %resource.status }.display => FHIR.string completed
    item.select(Coding { code: linkId }).count() => Integer 7
    """#)

  @Test(arguments: elements) func `each case of elements holds`(_ expectation: Expectation) throws {
    expectation.check(on: try SampleResponse.tree())
  }
}
