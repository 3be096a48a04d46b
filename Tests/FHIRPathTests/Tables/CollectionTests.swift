import Testing

/// Filters, subsets, choices and types (FHIRPath 3.0, 5.1 to 5.5, 5.9 and 6.3).
@Suite struct CollectionTests {
  static let subsets = Expectation.table(
    #"""
    (0 | 1 | 2).tail() => Integer 1, Integer 2
    5.tail() => {}
    {}.tail() => {}
    (0 | 1 | 2).skip(1) => Integer 1, Integer 2
    (0 | 1 | 2).skip(0) => Integer 0, Integer 1, Integer 2
    (0 | 1 | 2).skip(-1) => Integer 0, Integer 1, Integer 2
    (0 | 1 | 2).skip(3) => {}
    (0 | 1 | 2).skip(99) => {}
    (0 | 1 | 2).skip({}) => {}
    {}.skip(1) => {}
    (0 | 1 | 2).take(2) => Integer 0, Integer 1
    (0 | 1 | 2).take(5) => Integer 0, Integer 1, Integer 2
    (0 | 1 | 2).take(0) => {}
    (0 | 1 | 2).take(-1) => {}
    (0 | 1 | 2).take('1') => error execution
    {}.take(1) => {}
    5.single() => Integer 5
    {}.single() => {}
    (1 | 2).single() => error execution
    {}.first() => {}
    {}.last() => {}
    (1 | 2)[1] => Integer 2
    (1 | 2)[2] => {}
    (1 | 2)[-1] => {}
    (1 | 2)[{}] => {}
    (1 | 2)['0'] => error execution
    {}.subsetOf({}) => Boolean true
    {}.subsetOf(1) => Boolean true
    1.subsetOf({}) => Boolean false
    (1 | 2).subsetOf(3 | 2 | 1) => Boolean true
    1.combine(1).subsetOf(1) => Boolean true
    (1 'm').subsetOf(100 'cm') => Boolean true
    @2020.subsetOf(@2020-01) => Boolean false
    {}.supersetOf({}) => Boolean true
    {}.supersetOf(1) => Boolean false
    1.supersetOf({}) => Boolean true
    {}.isDistinct() => Boolean true
    1.combine(2).combine(2).isDistinct() => Boolean false
    (1 'm').combine(100 'cm').isDistinct() => Boolean false
    @2020.combine(@2020-01).isDistinct() => Boolean true
    {}.distinct() => {}
    1.combine(1.0).distinct() => Integer 1
    1.combine(2, true) => Integer 1, Integer 2
    (3 | 1).combine(2 | 1, true) => Integer 3, Integer 1, Integer 2, Integer 1
    1.combine({}) => Integer 1
    {}.combine(1) => Integer 1
    {}.combine({}) => {}
    (1 | 2 | 3).intersect(2 | 4) => Integer 2
    1.intersect({}) => {}
    (1 | 2 | 3).exclude(2) => Integer 1, Integer 3
    1.combine(1).exclude(2) => Integer 1, Integer 1
    {}.exclude(1) => {}
    1.combine(1).union({}) => Integer 1
    """#)

  static let criteria = Expectation.table(
    #"""
    (1 | 2).exists($this > 1) => Boolean true
    (1 | 2).exists($this > 2) => Boolean false
    (1 | 2).exists($index = 1) => Boolean true
    (1 | 2).exists({}) => Boolean false
    {}.exists($this > 1) => Boolean false
    {}.exists() => Boolean false
    (1 | 2).exists((true | false)) => error execution
    {}.all(false) => Boolean true
    (1 | 2).all($this > 0) => Boolean true
    (1 | 2).all($this > 1) => Boolean false
    (1 | 2).all({}) => Boolean false
    (1 | 2).all('x') => Boolean true
    {}.allTrue() => Boolean true
    {}.anyTrue() => Boolean false
    {}.allFalse() => Boolean true
    {}.anyFalse() => Boolean false
    (true | false).anyTrue() => Boolean true
    (true | false).allFalse() => Boolean false
    (true | 1).allTrue() => error execution
    (1 | 2).where({}) => {}
    (1 | 2 | 3).where($index > 0) => Integer 2, Integer 3
    (1 | 2).select({}) => {}
    (1 | 2).select($this | 9) => Integer 1, Integer 9, Integer 2, Integer 9
    {}.count() => Integer 0
    {}.empty() => Boolean true
    """#)

  static let choices = Expectation.table(
    #"""
    iif(true, 'a', 'b') => String a
    iif(false, 'a', 'b') => String b
    iif({}, 'a', 'b') => String b
    iif(true, 'a') => String a
    iif(false, 'a') => {}
    iif({}, 'a') => {}
    iif('hi', 'a', 'b') => String a
    iif(0, 'a', 'b') => String a
    iif(true, (1 | 2), 3) => Integer 1, Integer 2
    iif(true, 'a', (1 | 2).single()) => String a
    iif(false, (1 | 2).single(), 'b') => String b
    iif((true | false), 'a', 'b') => error execution
    iif(true) => error semantic
    {}.iif(true, 'a', 'b') => String a
    {}.select(iif(true, 'a', 'b')) => {}
    {}.iif(exists(), 'a', 'b') => String b
    5.iif($this > 4, $this + 1, 0) => Integer 6
    (1 | 2).iif(true, 'a') => error execution
    (7 | 8).select(5.iif(true, $index)) => Integer 0, Integer 1
    coalesce({}, 1 | 2, 3) => Integer 1, Integer 2
    coalesce({}, {}) => {}
    coalesce(1) => Integer 1
    coalesce(1, (1 | 2).single()) => Integer 1
    coalesce({}, (1 | 2).single()) => error execution
    coalesce() => error semantic
    'x'.coalesce({}, 'y') => String y
    'x'.coalesce({}, {}) => {}
    'x'.coalesce(length()) => Integer 1
    {}.coalesce({}, 'y') => String y
    ('a' | 'b').select(coalesce(iif($this = 'a', {}, $this), 'none')) => String none, String b
    """#)

  static let types = Expectation.table(
    #"""
    1 is Integer => Boolean true
    1 is System.Integer => Boolean true
    1 is Decimal => Boolean false
    1.is(Integer) => Boolean true
    1 is Nonsense => error semantic
    1.is(Nonsense) => error semantic
    (1 | 2) is Integer => error execution
    (1 | 2).is(Integer) => error execution
    'a' as String => String a
    'a'.as(String) => String a
    'a' as Integer => {}
    'a'.as(Integer) => {}
    {} as Integer => {}
    {}.as(Integer) => {}
    (1 | 'a') as Integer => error execution
    (1 | 'a').as(Integer) => error execution
    (1 | 'a' | 2).ofType(Integer) => Integer 1, Integer 2
    (1 | 'a').ofType(Decimal) => {}
    {}.ofType(Integer) => {}
    1.ofType(Nonsense) => error semantic
    @2020 is Date => Boolean true
    @2020 is DateTime => Boolean false
    @2020T is DateTime => Boolean true
    @T10 is Time => Boolean true
    (1 'mg') is Quantity => Boolean true
    1.type().name => String Integer
    1.type().namespace => String System
    1.5.type() => TypeInfo System.Decimal
    @T10.type().name => String Time
    {}.type() => {}
    (1 | 'a').type().name => String Integer, String String
    """#)

  @Test(arguments: subsets) func `each case of subsets holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: criteria) func `each case of criteria holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: choices) func `each case of choices holds`(_ expectation: Expectation) {
    expectation.check()
  }
  @Test(arguments: types) func `each case of types holds`(_ expectation: Expectation) {
    expectation.check()
  }

  static let elements = Expectation.table(
    #"""
    QuestionnaireResponse.coalesce(identifier, status) => FHIR.code completed
    item.where(linkId = 'silent').coalesce(answer.value, linkId) => FHIR.string silent
    item.where(linkId = 'counts').coalesce(answer.value, linkId).count() => Integer 3
    repeat(item).count() => Integer 8
    repeatAll(item).count() => Integer 9
    repeatAll(item).answer.where(value = true).count() => Integer 2
    item.repeatAll(item).linkId => FHIR.string row, FHIR.string row
    {}.repeatAll(item) => {}
    status.repeatAll(item) => {}
    repeatAll($this) => error execution
    status.type() => TypeInfo FHIR.code
    item.first().answer.first().value.type() => TypeInfo FHIR.decimal
    status is code => Boolean true
    status is System.String => Boolean false
    status.pathname() => String QuestionnaireResponse.status[0]
    item[1].answer[2].value.pathname() => String QuestionnaireResponse.item[1].answer[2].value[0]
    item[0].answer.value.pathname() => String QuestionnaireResponse.item[0].answer[0].value[0], String QuestionnaireResponse.item[0].answer[1].value[0]
    item[0].answer.value.pathname(false).first() => String QuestionnaireResponse.item[0].answer[0].value[0]
    item[0].answer.value.pathname(true) => String QuestionnaireResponse.item[0].answer[0].value, String QuestionnaireResponse.item[0].answer[1].value
    item[5].item[0].answer.pathname(true) => String QuestionnaireResponse.item[5].item[0].answer
    pathname() => String QuestionnaireResponse
    (status | 'a').pathname() => String QuestionnaireResponse.status[0]
    Coding { code: 'a' }.code.pathname() => {}
    'a'.pathname() => {}
    {}.pathname() => {}
    """#)

  @Test(arguments: elements) func `each case of elements holds`(_ expectation: Expectation) throws {
    expectation.check(on: try SampleResponse.tree())
  }
}
