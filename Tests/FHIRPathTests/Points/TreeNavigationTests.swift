import Testing

/// What lies below a node, in document order.
@Suite struct TreeNavigationTests {
  static let cases = PointCase.table(
    """
    Patient.children().where($this is HumanName).use => code(official), code(usual), code(old)
    Patient.children().pathname(true).take(4) => 'Patient.id', 'Patient.active', 'Patient.gender', 'Patient.birthDate'
    Patient.children().count() => 10
    Patient.descendants().where($this = 'Patient').count() => 0
    Patient.resourceType => {}
    Patient.name[0].children() => code(official), string(Chalmers), string(Peter), string(James)
    Patient.birthDate.children().count() => 1
    Patient.birthDate.children() => Extension
    Patient.birthDate.descendants() => Extension, uri(http://example.org/time), dateTime(1974-12-25T14:35:45-05:00)
    Patient.birthDate.extension.value => dateTime(1974-12-25T14:35:45-05:00)
    Patient.birthDate => date(1974-12-25)
    Patient.gender.id => string(g1)
    Patient._birthDate => {}
    Patient.name.given.count() => 5
    Patient.contact.name.given.count() => 2
    Patient.contact.name.given[1] => string(Ann)
    Patient.contact.name.given[0].extension.value => code(masked)
    Patient.contact.name.family.exists() => true
    Patient.contact.name.family.children().count() => 1
    Patient.name.descendants().count() => 10
    Patient.children().first() => id(p1)
    Patient.children().skip(8).count() => 2
    (1 | 'a').children() => {}
    """)

  @Test(arguments: cases) func `in document order`(_ one: PointCase) {
    one.check(on: PointResources.patient)
  }

  static let strict = PointCase.table(
    """
    Patient.children().first() => error unorderedCollection
    Patient.children().skip(1) => error unorderedCollection
    Patient.descendants().last() => error unorderedCollection
    Patient.children().count() => 10
    """)

  @Test(arguments: strict) func `strict reading knows no order`(_ one: PointCase) {
    one.check(on: PointResources.patient, isStrict: true)
  }

  /// `item.descendants()` has what lies below the top items, and not those themselves.
  @Test func `the start is not among its descendants`() {
    for (expression, expected) in [
      ("item.descendants().where(linkId = 'mood').exists()", "false"),
      ("descendants().where(linkId = 'mood').exists()", "true"),
      ("descendants().where(linkId = 'why').answer.value", "string(no need)"),
      ("%resource.descendants().linkId.first()", "string(mood)"),
    ] {
      PointCase(expression: expression, expected: expected).check(on: PointResources.response)
    }
  }
}
