import FHIRPath
import Testing

/// A variable is seen in the rest of its chain and nowhere else.
@Suite struct VariableTests {
  static let cases = PointCase.table(
    """
    defineVariable('x', 1).select(%x) => {}
    (0).defineVariable('x', 1).select(%x) => 1
    (7).defineVariable('x').select(%x + 1) => 8
    (7).defineVariable('x', $this + 1).select(%x) => 8
    (1 | 2).defineVariable('x').select(%x.count()) => 2, 2
    (1 | 2).defineVariable('x', $this.count()).first() + 0 => 1
    (1 | 2).select(defineVariable('x').select(%x * 10)) => 10, 20
    (0).defineVariable('x', 1).defineVariable('y', %x + 1).select(%y) => 2
    (0).defineVariable('x', {}).select(%x.exists()) => false
    (0).defineVariable('x', 1).select(%x) | (0).defineVariable('x', 2).select(%x) => 1, 2
    (0).defineVariable('x', 1).select(%x) + %x => error unknownVariable
    (0).defineVariable('x', 1).select(%x) | %x => error unknownVariable
    (0).select(defineVariable('x', 1)).select(%x) => error unknownVariable
    (0).where(defineVariable('x', 1).exists()).select(%x) => error unknownVariable
    (0).combine(defineVariable('x', 1)).select(%x) => error unknownVariable
    (0).iif(defineVariable('x', true).exists(), %x, 1) => error unknownVariable
    (0).defineVariable('x', 1).defineVariable('x', 2) => error redefinedVariable
    (0).defineVariable('x', 1).select(defineVariable('x', 2)) => error redefinedVariable
    (0).defineVariable('context', 1) => error redefinedVariable
    (0).defineVariable('resource', 1) => error redefinedVariable
    (0).defineVariable('ucum', 1) => error redefinedVariable
    (0).defineVariable('vs-mine', 1) => error redefinedVariable
    (0).defineVariable('given', 1) => error redefinedVariable
    %unheard => error unknownVariable
    %nothing => {}
    %nothing.exists() => false
    %given => 5
    %'given' + 1 => 6
    %`given` + 1 => 6
    (0).defineVariable('sum', %given + 1).select(%sum) => 6
    %ucum => 'http://unitsofmeasure.org'
    %sct => 'http://snomed.info/sct'
    %loinc => 'http://loinc.org'
    %`vs-administrative-gender` => 'http://hl7.org/fhir/ValueSet/administrative-gender'
    %`ext-patient-birthTime` => 'http://hl7.org/fhir/StructureDefinition/patient-birthTime'
    """)

  @Test(arguments: cases) func `scope`(_ one: PointCase) {
    one.check(
      with: EvaluationOptions(variables: ["given": [.integer(5)], "nothing": []]))
  }

  static let onCondition = PointCase.table(
    """
    %resource => Condition
    %context => Condition
    contained.first().select(%resource) => Condition
    contained.where($this is Patient).generalPractitioner.first().select(%context) => Condition
    """)

  @Test(arguments: onCondition) func `what is given by FHIR`(_ one: PointCase) {
    one.check(on: PointResources.condition)
  }

  /// From a contained resource, `%resource` is that and `%rootResource` what contains it.
  @Test func `a contained resource knows what contains it`() throws {
    let inner = try #require(
      PointResources.condition.root.children.first { $0.name == "contained" })
    for (text, type) in [
      ("%context", "Patient"), ("%resource", "Patient"), ("%rootResource", "Condition"),
      ("generalPractitioner[0].select(%rootResource)", "Condition"),
    ] {
      let values = try FHIRPathExpression(text).evaluate(on: inner)
      #expect(values.map(\.typeName) == [type], "\(text)")
    }
  }
}
