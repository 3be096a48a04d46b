import FHIRPath
import Testing

/// `value[x]` is `value`; `valueCoding` only where a caller allows it.
@Suite struct PolymorphicElementTests {
  static let cases = PointCase.table(
    """
    Observation.value => Quantity
    Observation.value.unit => string(lbs)
    Observation.valueQuantity => {}
    Observation.valueQuantity.unit => {}
    Observation.value.ofType(Quantity).unit => string(lbs)
    Observation.value.as(Quantity).unit => string(lbs)
    (Observation.value as Quantity).unit => string(lbs)
    Observation.value.ofType(string) => {}
    Observation.effective => dateTime(2020-01)
    Observation.effectiveDateTime => {}
    Observation.component.value.count() => 4
    Observation.component.value.ofType(integer) => integer(2)
    Observation.component.where(valueInteger = 2) => {}
    """)

  static let lenient = PointCase.table(
    """
    Observation.valueQuantity.unit => string(lbs)
    Observation.value.unit => string(lbs)
    Observation.valueString => {}
    Observation.effectiveDateTime => dateTime(2020-01)
    Observation.effectivePeriod => {}
    Observation.component.valueInteger => integer(2)
    Observation.component.where(valueInteger = 2).code.text => string(count)
    """)

  static let onResponse = PointCase.table(
    """
    item.item.answer.value.count() => 4
    item.item.answer.valueCoding => {}
    item.answer.valueInteger => {}
    item.answer.value.ofType(integer) => integer(2), integer(3)
    item.item.answer.value.code => code(never), code(daily)
    item.item.answer.value.extension.value => decimal(1), decimal(1.0)
    item.item.answer.value.extension.valueDecimal => {}
    """)

  static let lenientOnResponse = PointCase.table(
    """
    item.item.answer.valueCoding.code => code(never), code(daily)
    item.answer.valueInteger => integer(2), integer(3)
    item.answer.valueString => string(none)
    item.answer.valueString.where($this = 'none') => string(none)
    item.item.answer.value.extension.valueDecimal => decimal(1), decimal(1.0)
    item.answer.valueDate => {}
    """)

  static let strict = PointCase.table(
    """
    Observation.valueQuantity.unit => error unknownElement
    Observation.value.unit => string(lbs)
    """)

  @Test(arguments: cases) func `the name without the type`(_ one: PointCase) {
    one.check(on: PointResources.observation)
  }

  @Test(arguments: onResponse) func `answers of a response`(_ one: PointCase) {
    one.check(on: PointResources.response)
  }

  @Test(arguments: lenient) func `the name with the type, where allowed`(_ one: PointCase) {
    one.check(on: PointResources.observation, with: EvaluationOptions(acceptsTypedNames: true))
  }

  @Test(arguments: lenientOnResponse) func `answers, where allowed`(_ one: PointCase) {
    one.check(on: PointResources.response, with: EvaluationOptions(acceptsTypedNames: true))
  }

  @Test(arguments: strict) func `an error in strict reading`(_ one: PointCase) {
    one.check(on: PointResources.observation, isStrict: true)
  }
}
