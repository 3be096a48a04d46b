import FHIRPath
import Testing

/// What expressions read, as the model of a QuestionnaireResponse has it.
@Suite struct ExpressionFactsTests {
  /// What is read in short: `a` and `a…` for the extents of items, `.answer` and `…` for those of
  /// the focus, `%x` for variables, `*` for everything.
  private static func summary(_ text: String) throws -> String {
    let facts = try FHIRPathExpression(text).facts
    var words = facts.itemReads.map { $0.extent == .answers ? $0.linkId : "\($0.linkId)…" }
    switch facts.focusExtent {
    case .nothing: break
    case .answers: words.append(".answer")
    case .everythingWithin: words.append("…")
    }
    words += facts.variables.sorted().map { "%\($0)" }
    if facts.mayReadEverything { words.append("*") }
    if facts.readsClock { words.append("clock") }
    if facts.readsHost { words.append("host") }
    return words.joined(separator: " ")
  }

  @Test(arguments: [
    ("%resource.item.where(linkId='g').item.where(linkId='a').answer.value", "a"),
    ("%resource.descendants().where(linkId='a').answer.value", "a"),
    ("%rootResource.descendants().where(linkId = 'a').answer.value.code", "a"),
    ("%context.item.where(linkId='a').answer.value", "a"),
    ("item.where(linkId='a').answer.value", "a"),
    ("$this.item.where($this.linkId='a').answer.value", "a"),
    ("QuestionnaireResponse.item.where(linkId='a').answer.value", "a"),
    ("%resource.item.where('a' = linkId).answer.value", "a"),
    ("%resource.item.where(linkId in ('a' | 'b')).answer.value", "a b"),
    ("%resource.item.where(('a' | 'b') contains linkId).answer.value", "a b"),
    ("%resource.item.where(linkId='a' or linkId='b').answer.value", "a b"),
    ("%resource.item.where(linkId='a').where(linkId='b').answer.value", ""),
    ("%resource.item.where(linkId='a\\u0301').answer.value", "a\u{301}"),
    ("%resource.repeatAll(item).where(linkId='a').answer.value", "a"),
    ("%resource.children().where(linkId='a').answer.value", "a"),
    ("%resource.descendants().where(linkId='g').item.where(linkId='a').answer.value", "a"),
    ("%resource.item.where(linkId='a').answer.item.where(linkId='b').answer.value", "b"),
    ("%resource.item.where(linkId='a').answer.value.first() = 3", "a"),
    ("%resource.item.where(linkId='a').answer.count() > 1", "a"),
    ("%resource.item.where(linkId='a').answer.exists()", "a"),
    ("%resource.item.where(linkId='a').answer.hasValue()", "a"),
    ("%resource.item.where(linkId='a').answer.value.ofType(Coding).code", "a"),
    ("%resource.item.where(linkId='a').answer.value.is(Coding)", "a"),
    ("%resource.item.where(linkId='a').answer.extension('x').exists()", "a"),
    ("iif(item.where(linkId='a').answer.value, item.where(linkId='b').answer.value, {})", "a b"),
    ("item.where(linkId='b').answer.value + item.where(linkId='a').answer.value", "b a"),
    ("defineVariable('v', item.where(linkId='a')).select(%v.answer.value)", "a …"),
    (
      "item.where(linkId='g').defineVariable('v', item).select(item.where(linkId='a').answer.value)",
      "a"
    ),
    ("item.where(linkId='g').defineVariable('v', item).item.where(linkId='b').answer.value", "b"),
  ])
  func `named items are read, and the groups on the way are not`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try Self.summary(text) == expected)
  }

  @Test(arguments: [
    ("item.where(linkId='a')", "a…"),
    ("item.where(linkId='a').exists()", "a…"),
    ("%resource.descendants().exists(linkId='a')", "a…"),
    ("item.where(linkId='a').linkId", "a…"),
    ("item.where(linkId='a').item.answer.value", "a…"),
    ("item.where(linkId='a').answer", "a…"),
    ("item.where(linkId='a').count()", "a…"),
    ("item.where(linkId='a').first().answer.value", "a a…"),
    ("item.where(linkId='g')[0].item.where(linkId='a').answer.value", "g… a"),
    ("item.where(linkId='g').answers().value", "g…"),
    ("item.where(linkId='g').descendants().where(linkId='a').answer.value", "a"),
    ("item.where(linkId='g').item.where(linkId=%y).answer.value", "g… %y"),
    ("item.where(linkId='g').select(1)", "g…"),
    ("item.where(linkId='g').where(1 + 'a' = 2).item.where(linkId='a').answer.value", "g… a"),
    ("item.where(linkId='g').all(item.where(linkId='a').answer.value > 3)", "g… a"),
    (
      "item.where(linkId='g').select(iif(item.where(linkId='a').answer.value > 3, 1, 0)).sum()",
      "g… a"
    ),
    ("item.where(linkId='g').aggregate($total + item.where(linkId='a').answer.value, 0)", "g… a"),
    // Of equal items one is left: whether they are equal depends on all that is in them.
    ("%resource.repeat(item).where(linkId = 'a').answer.value", "a a…"),
    ("%resource.repeat(item | answer.item).where(linkId='a').answer.value", "a a…"),
    ("(item.where(linkId='a') | item.where(linkId='b')).answer.value", "a a… b b…"),
    ("item.where(linkId='a').distinct().answer.value", "a a…"),
    ("item.where(linkId='a') = item.where(linkId='b')", "a… b…"),
  ])
  func `what depends on an item's being there reads everything within it`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try Self.summary(text) == expected)
  }

  @Test(arguments: [
    ("%resource.item.where(linkId='a' and answer.value > 3).item.where(linkId='b').answer", "a b…"),
    ("%resource.descendants().where(linkId='a' and answer.value > 3).answer.value", "a"),
    (
      "%resource.descendants().where(linkId='a' and answer.value > %limit).answer.value", "a %limit"
    ),
    ("%resource.item.where(linkId='a' and answer.count() > 1).answer.value", "a"),
    (
      "%resource.item.where(linkId='g' and item.where(linkId='b').answer.value = true)"
        + ".item.where(linkId='a').answer.value", "b a"
    ),
    (
      "item.where((linkId='a' and answer.value = 1) or (linkId='b' and answer.value = 2)).answer.value",
      "a b"
    ),
    // The first part is evaluated for every item, and may fail there.
    ("%resource.item.where(answer.value > 3 and linkId='a').answer.value", "a *"),
    ("%resource.item.where(linkId='a' and $index = 0).answer.value", "a *"),
    ("%resource.item.where(linkId != 'a').answer.value", "*"),
    ("%resource.item.where((linkId='a').not()).answer.value", "*"),
    ("%resource.item.where(linkId='a' or answer.exists()).answer.value", "a *"),
    ("%resource.item.where(linkId.startsWith('x')).answer.value", "*"),
    ("%resource.item.where(linkId ~ 'a').answer.value", "*"),
    ("%resource.item.where(linkId = %y).answer.value", "%y *"),
    ("%resource.item.where(linkId in %ys).answer.value", "%ys *"),
    ("item.where(linkId.startsWith('x')).answer.value", "…"),
    ("item.where(linkId = %y).answer.value", "… %y"),
  ])
  func `a criterion narrows by link id and reads the rest`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try Self.summary(text) == expected)
  }

  @Test(arguments: [
    ("%resource.item.count()", "*"), ("%resource", "*"), ("%resource.item", "*"),
    ("%resource.descendants().answer.value", "*"), ("%resource.answers().value.weight()", "* host"),
    ("%resource.item[0].item.where(linkId='a').answer.value", "a *"),
    ("%resource.item.linkId", "*"), ("%resource.repeat(item).count()", "*"),
    ("%resource.repeat(item).item.where(linkId='a').answer.value", "a *"),
    ("item.where(linkId='a').answer.value.pathname()", "a *"),
    ("%resource.status", ""), ("%resource.questionnaire", ""), ("authored", ""),
    ("%resource.exists()", ""), ("%resource.authored < now()", "clock"), ("today()", "clock"),
    ("timeOfDay() > @T12:00", "clock"), ("1 + 2", ""), ("{}", ""), ("'a' & 'b'", ""),
    ("answer.value", ".answer"), ("$this.answer.value.code = 'x'", ".answer"),
    ("%context.answer.value > 3", ".answer"), ("answer.value.weight()", ".answer host"),
    ("answer.weight()", ".answer host"), ("answer.ordinal().sum()", ".answer host"),
    ("linkId", "…"), ("item.answer.value.empty()", "…"), ("$this", "…"), ("exists()", "…"),
    ("answer", "…"), ("children()", "…"), ("answer.item.where(linkId='b').answer.value", "b"),
    ("item.where(linkId='a').answer.value.memberOf('v')", "a host"),
    ("%terminologies.lookup(item.where(linkId='a').answer.value)", "a host"),
    (
      "%terminologies.lookup(%resource.descendants().where(linkId='a').answer.value)"
        + ".parameter.where(name='property').part.where(name='value').value", "a host"
    ),
    (
      "%resource.item.where(linkId='a').answer.value"
        + ".select(%terminologies.lookup($this).parameter.value)", "a host"
    ),
    ("%terminologies.lookup(answer.value).parameter", ".answer host"),
    ("%terminologies.lookup(%x).parameter", "%x host"),
    ("%terminologies.lookup(%resource.descendants().answer.value)", "* host"),
    ("item.where(linkId='a').answer.value.resolve().name", "a host"),
    ("item.where(linkId='a').answer.value.resolve()", "a * host"),
  ])
  func `what is not narrowed is read whole`(_ text: String, _ expected: String) throws {
    #expect(try Self.summary(text) == expected)
  }

  @Test(arguments: [
    ("%x.answer.value", "%x"), ("%x.item.where(linkId='a').answer.value", "a %x"),
    ("%x.item.count()", "%x"), ("%x.sum() + %y", "%x %y"),
    ("%questionnaire.item.where(linkId='a').text", "%questionnaire"),
    ("%qitem.descendants().count()", "%qitem"), ("%patient.birthDate", "%patient"),
    ("%patient.name.where(use='official').given", "%patient"),
    ("%ucum & %sct & %loinc & %`vs-a` & %`ext-b`", ""),
    ("defineVariable('v', 1).select(%v + 1)", "…"),
    ("%v + defineVariable('v', 1).status.select(%v).first()", "%v"),
  ])
  func `variables are named, and what they read is theirs`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try Self.summary(text) == expected)
  }

  @Test(arguments: [
    ("answer.value.memberOf('urn:v')", ["urn:v"]),
    ("answer.value.memberOf('urn:w|2') or answer.value.memberOf('urn:v')", ["urn:w|2", "urn:v"]),
    ("answer.value.where(memberOf('urn:v')).exists() and value.memberOf('urn:v')", ["urn:v"]),
    ("memberOf('urn:' & 'v')", ["urn:v"]), ("memberOf(%v)", []),
    (
      "memberOf(%`vs-x`)",
      [
        "http://hl7.org/fhir/ValueSet/x"
      ]
    ),
    ("conformsTo('urn:v')", []), ("'urn:v'", []),
  ])
  func `value sets are named by literals`(_ text: String, _ expected: [String]) throws {
    #expect(try FHIRPathExpression(text).facts.valueSets == expected)
  }

  @Test(arguments: [
    (
      "%resource.item.where(linkId='a').answer.value.code",
      ["item.linkId", "item.answer.value.code"]
    ),
    ("%resource.status = 'completed'", ["status"]),
    ("%patient.birthDate < today()", ["%patient.birthDate"]),
    (
      "%resource.descendants().where(linkId='a').answer.value",
      ["descendants().linkId", "descendants().answer.value"]
    ),
    ("1 + 2", []),
    (
      "%terminologies.lookup(item.where(linkId='a').answer.value).parameter.name",
      ["item.linkId", "item.answer.value"]
    ),
  ])
  func `paths are those of the elements`(_ text: String, _ expected: [String]) throws {
    #expect(try FHIRPathExpression(text).facts.paths == expected)
  }

  @Test func `a read stands where its literal does`() throws {
    let text = "item.where(linkId='b').answer.value + item.where('a' = linkId).answer.value"
    let reads = try FHIRPathExpression(text).facts.itemReads
    let places = reads.map { read in
      String(decoding: Array(text.utf8)[read.range.start..<read.range.end], as: UTF8.self)
    }
    #expect(places == ["'b'", "'a'"])
  }

  /// Strict evaluation fails where a value has no such element, whichever item it lies in.
  @Test func `strict reading depends on what it may fail on`() throws {
    let text = "%resource.descendants().where(linkId='a').answer.value"
    #expect(try FHIRPathExpression(text, isStrict: true).facts.mayReadEverything)
    let path = "%resource.item.where(linkId='a').answer.value"
    #expect(try !FHIRPathExpression(path, isStrict: true).facts.mayReadEverything)
  }

  @Test func `an expression too nested to follow reads everything`() throws {
    let text =
      String(repeating: "repeat(item | ", count: 60) + "item" + String(repeating: ")", count: 60)
    #expect(try FHIRPathExpression(text).facts.mayReadEverything)
  }
}
