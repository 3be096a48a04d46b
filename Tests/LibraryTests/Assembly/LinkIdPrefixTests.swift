import FHIR
import Testing

@testable import Library

/// `linkIdPrefix` (SDC, Modular Forms).
@Suite struct LinkIdPrefixTests {
  private let m = Modular.self

  /// HL7's example of a modular questionnaire, without what it takes from data elements.
  @Test func theExampleOfSDC() throws {
    let expression =
      "item.where(linkId=%linkIdPrefix+'1').exists() or item.where(linkId=%linkIdPrefix+'2').exists()"
    let constraint =
      #"{"url":"\#(m.core)targetConstraint","extension":[{"url":"expression","valueExpression":"#
      + #"{"language":"text/fhirpath","expression":"\#(expression)"}}]}"#
    let form = try m.assembled([
      "root.json": m.root(
        extensions: [m.launchContext("patient"), m.variable("person", "%patient")],
        items: [
          m.group(
            "1", extensions: [m.variable("linkIdPrefix", "'patientname.'")],
            m.placeholder("urn:name|1", linkId: "1.1")),
          m.question("2"),
          m.group(
            "5", extensions: [m.variable("linkIdPrefix", "'patientcontact.'")],
            m.placeholder("urn:contact|1", linkId: "5.1")),
        ].joined(separator: ",")),
      "contact.json": m.part(
        "contact", extensions: [m.context("linkIdPrefix"), m.context("person")],
        items: m.group(
          "1", extensions: [m.variable("linkIdPrefix", "%linkIdPrefix + 'name.'")],
          m.placeholder("urn:name|1", linkId: "1.1")) + "," + m.question("2")),
      "name.json": m.part(
        "name",
        extensions: [
          m.context("linkIdPrefix"), m.context("person"), constraint,
          m.variable("name", "%person.name"),
        ], items: [m.question("1"), m.question("2"), m.question("3")].joined(separator: ",")),
    ])
    #expect(
      m.linkIds(form.items) == [
        "1", ".patientname.1", ".patientname.2", ".patientname.3", "2", "5", ".patientcontact.1",
        "..patientcontact.name.1", "..patientcontact.name.2", "..patientcontact.name.3",
        ".patientcontact.2",
      ])
    let inner = try #require(form.items.last?.items.first?.node)
    #expect(
      m.json(inner["extension"])
        == "["
        + [
          m.variable("linkIdPrefix", "%linkIdPrefix + 'name.'"), constraint,
          m.variable("name", "%person.name"),
        ].joined(separator: ",") + "]")
    #expect(form.assembledFrom == ["urn:name|1", "urn:contact|1"])
  }

  @Test func conditionsAndContainedResourcesHaveIt() throws {
    let part = m.part(
      "one",
      members: ##""contained":[{"resourceType":"ValueSet","id":"v","compose":{"include":"##
        + ##"[{"valueSet":["#w","#lost"]}]}},{"resourceType":"ValueSet","id":"w"}],"##,
      items: m.question("a") + ","
        + ##"{"linkId":"b","type":"choice","text":"#v","answerValueSet":"#v","enableWhen":"##
        + ##"[{"question":"a","operator":"exists","answerBoolean":true}],"##
        + ##""initial":[{"valueReference":{"reference":"#w"}}]}"##)
    let form = try m.assembled([
      "root.json": m.root(
        extensions: [m.variable("base", "'x'"), m.variable("linkIdPrefix", "%base & '.'")],
        items: m.question("a") + "," + m.placeholder("urn:one|1")), "one.json": part,
    ])
    #expect(m.linkIds(form.items) == ["a", "x.a", "x.b"])
    #expect(
      m.json(form.node["contained"])
        == ##"[{"resourceType":"ValueSet","id":"x.v","compose":{"include":[{"valueSet":["##
        + ##""#x.w","#lost"]}]}},{"resourceType":"ValueSet","id":"x.w"}]"##)
    #expect(
      m.json(form.items.last?.node)
        == ##"{"linkId":"x.b","type":"choice","text":"#v","answerValueSet":"#x.v","enableWhen":"##
        + ##"[{"question":"x.a","operator":"exists","answerBoolean":true}],"##
        + ##""initial":[{"valueReference":{"reference":"#x.w"}}]}"##)
  }

  /// Where the variable is on the item that gives way, nothing is left that could name it.
  @Test func onTheItemThatGivesWay() throws {
    let one = m.part(
      "one",
      items: m.group(
        "a", extensions: [m.variable("v", "item.where(linkId = %linkIdPrefix + 'b')")],
        m.question("b")))
    let form = try m.assembled([
      "root.json": m.root(
        items: [("x.", "p"), ("y'.", "q")].map { prefix, linkId in
          m.placeholder(
            "urn:one|1", linkId: linkId,
            extensions: [
              m.variable("linkIdPrefix", "'\(prefix.replacing("'", with: #"\\'"#))'"),
              m.variable("other.\(linkId)", "1"),
            ])
        }.joined(separator: ",")), "one.json": one,
    ])
    #expect(m.linkIds(form.items) == ["x.a", ".x.b", "y'.a", ".y'.b"])
    #expect(
      form.items.map { $0.node.extensionExpression }
        == ["item.where(linkId = 'x.' + 'b')", #"item.where(linkId = 'y\'.' + 'b')"#])
    #expect(
      form.node.extensions(.variable).map { $0["valueExpression"]?["name"]?.string }
        == ["other.p", "other.q"])
    #expect(form.assembledFrom == ["urn:one|1"])
  }

  @Test(arguments: [
    // Compared with linkId as they stand.
    ("item.where(linkId='a').answer", "item.where(linkId='p.a').answer"),
    ("item.where( linkId  !=  'a' )", "item.where( linkId  !=  'p.a' )"),
    ("item.where('a' = linkId)", "item.where('p.a' = linkId)"),
    ("item.where('a' ~ $this.linkId)", "item.where('p.a' ~ $this.linkId)"),
    ("'a' = %context.item.linkId", "'p.a' = %context.item.linkId"),
    ("$this.linkId = 'a'", "$this.linkId = 'p.a'"),
    ("item.where(`linkId` = 'a')", "item.where(`linkId` = 'p.a')"),
    ("linkId in ('a' | 'z' | 'b')", "linkId in ('p.a' | 'z' | 'p.b')"),
    ("linkId = '\\u0061' // 'a'", "linkId = 'p.a' // 'a'"),
    ("Q?x={{item.where(linkId='a')}}", "Q?x={{item.where(linkId='p.a')}}"),
    ("'é' + linkId = 'a' and '山'", "'é' + linkId = 'p.a' and '山'"),
    ("memberOf('#v')", "memberOf('#p.v')"),
    // Not an item of the part, or not compared as they stand.
    ("linkId = 'z'", "linkId = 'z'"), ("value = 'a'", "value = 'a'"),
    ("linkId = 'a' + 'b'", "linkId = 'a' + 'b'"),
    ("linkId = %linkIdPrefix + 'a'", "linkId = %linkIdPrefix + 'a'"),
    ("'x' & 'a' = linkId", "'x' & 'a' = linkId"), ("/* linkId = 'a' */", "/* linkId = 'a' */"),
    ("linkId = 'a", "linkId = 'p.a'"), ("linkId in ('a' | b)", "linkId in ('a' | b)"),
    ("linkId in ('a'", "linkId in ('a'"), ("memberOf('#w')", "memberOf('#w')"),
    ("a.linkIds = 'a'", "a.linkIds = 'a'"), ("", ""), ("'", "'"), ("%", "%"),
    ("linkId =", "linkId ="),
  ])
  func inExpressions(_ expression: String, _ expected: String) {
    let prefix = LinkIdPrefix(text: "p.", isKept: true)
    let rewritten = prefix.rewritten(
      expression, isItem: { ["p.a", "p.b"].contains($0) }, isContained: { $0 == "v" })
    #expect(rewritten == expected)
  }

  @Test(arguments: [
    ("'a' + 'b' & %one", "ab1"), ("%linkIdPrefix + 'x'", "outer.x"), ("''", nil),
  ])
  func isWorkedOut(_ expression: String, _ expected: String?) throws {
    let form = try m.assembled([
      "root.json": m.root(
        extensions: [m.variable("linkIdPrefix", "'outer.'")],
        items: m.group(
          "g", extensions: [m.variable("one", "'1'"), m.variable("linkIdPrefix", expression)],
          m.placeholder("urn:one|1"))), "one.json": m.part("one", items: m.question("a")),
    ])
    #expect(form.items.first?.items.first?.linkId == (expected ?? "") + "a")
  }

  @Test(arguments: ["", "'a' +", "'a' 'b'", "+", "('a')", "%nothing", "'a' - 'b'", "linkId", "1"])
  func isNoTextKnownBeforehand(_ expression: String) throws {
    let problems = try Folder([
      "root.json": m.root(
        extensions: [m.variable("linkIdPrefix", expression)], items: m.placeholder("urn:one|1")),
      "one.json": m.part("one", items: m.question("a")),
    ]).library().problems()
    #expect(problems.map(\.reason) == [.assembly(.linkIdPrefix(expression))])
  }

  /// A constraint of R4 has its expression in a string.
  @Test func inConstraintsOfEitherName() throws {
    let older =
      #"{"url":"\#(m.core)questionnaire-constraint","extension":[{"url":"human","valueString":"#
      + #""linkId = 'a'"},{"url":"expression","valueString":"linkId = 'a'"}]}"#
    let form = try m.assembled([
      "root.json": m.root(
        extensions: [m.variable("linkIdPrefix", "'x.'")], items: m.placeholder("urn:one|1")),
      "one.json": m.part("one", extensions: [older], items: m.question("a")),
    ])
    #expect(
      form.node.firstExtension(.targetConstraint)?["extension"]?.elements.map {
        $0["valueString"]?.string
      } == ["linkId = 'a'", "linkId = 'x.a'"])
  }

  @Test(arguments: [
    ("text/fhirpath", "linkId = 'x.a'"), ("application/x-fhir-query", "linkId = 'x.a'"),
    ("text/cql", "linkId = 'a'"),
  ])
  func onlyInLanguagesThatAreKnown(_ language: String, _ expected: String) throws {
    let item =
      #"{"linkId":"a","type":"string","extension":[{"url":"u","valueExpression":"#
      + #"{"language":"\#(language)","expression":"linkId = 'a'"}}]}"#
    let form = try m.assembled([
      "root.json": m.root(
        extensions: [m.variable("linkIdPrefix", "'x.'")], items: m.placeholder("urn:one|1")),
      "one.json": m.part("one", items: item),
    ])
    #expect(form.items.first?.node.extensionExpression == expected)
  }
}

extension JSONNode {
  /// The expression of the first extension.
  fileprivate var extensionExpression: String? {
    self["extension"]?.elements.first?["valueExpression"]?["expression"]?.string
  }
}
