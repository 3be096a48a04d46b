import FHIR
import Library
import Testing

/// Parts in their places (SDC, Modular Forms).
@Suite struct AssemblyTests {
  @Test func theItemsOfAPartComeInPlaceOfTheItemThatNamesIt() throws {
    let m = Modular.self
    let form = try m.assembled([
      "root.json": m.root(
        items: [
          m.question("a"), m.placeholder("urn:one|1", linkId: "p1"),
          m.group("g", m.question("g1"), m.placeholder("urn:two", linkId: "p2"), m.question("g2")),
          m.question("z"),
        ].joined(separator: ",")),
      "one.json": m.part("one", items: m.question("o1") + "," + m.group("o2", m.question("o3"))),
      "two.json": m.part(
        "two", items: m.question("t1") + "," + m.placeholder("urn:three|1") + "," + m.question("t2")
      ),
      "three.json": m.part("three", items: m.question("h1")),
    ])
    #expect(
      m.linkIds(form.items) == [
        "a", "o1", "o2", ".o3", "g", ".g1", ".t1", ".h1", ".t2", ".g2", "z",
      ])
    #expect(form.assembledFrom == ["urn:one|1", "urn:two|1", "urn:three|1"])
    #expect(form.canonical == "urn:root|1")
    #expect(form.assembleExpectation == nil)
  }

  @Test func allElseStaysAsItIsWritten() throws {
    let m = Modular.self
    let group =
      #"{"text":"T\u00e9","linkId":"g","_text":{"id":"x"},"type":"group","maxLength":1.50,"#
      + #""extension":[{"url":"urn:e","valueDecimal":0.10}],"code":[],"item":["#
    let text =
      #"{"meta":{"tag":[]},"resourceType":"Questionnaire","useContext":[{"a":[1,null]}],"url":"urn:root","#
      + #""item":[\#(group)\#(m.placeholder("urn:one|1"))],"repeats":true}],"status":"draft"}"#
    let form = try m.assembled([
      "root.json": text,
      "one.json": m.part("one", items: group + m.question("o") + "]}")
        .replacing(#""linkId":"g""#, with: #""linkId":"h""#),
    ])
    let expected =
      text.replacing(
        m.placeholder("urn:one|1"),
        with: group.replacing(#""linkId":"g""#, with: #""linkId":"h""#) + m.question("o") + "]}"
      )
      .replacing(
        #""url":"urn:root","#,
        with: #""url":"urn:root","extension":[{"url":"\#(m.sdc)assembledFrom","#
          + #""valueCanonical":"urn:one|1"}],"#)
    #expect(form.node == (try JSONDocument(expected).root))
  }

  @Test(
    arguments: [
      ("assemble-root", nil), ("assemble-root-or-child", .independentRootOrChild),
      (nil, nil), ("independent-root-or-child", .independentRootOrChild),
    ] as [(String?, AssembleExpectation?)])
  func whatIsExpectedAfterwards(_ before: String?, _ after: AssembleExpectation?) throws {
    let m = Modular.self
    let form = try m.assembled([
      "root.json": m.questionnaire("root", before, items: m.placeholder("urn:one|1")),
      "one.json": m.questionnaire("one", "independent-child", items: m.question("o")),
    ])
    #expect(form.assembleExpectation == after)
    #expect(form.node.extensions(.assembleExpectation).count == (after == nil ? 0 : 1))
  }

  @Test func aQuestionnaireWithoutPartsIsGivenAsItIs() throws {
    let m = Modular.self
    let text = m.root(items: m.question("a"))
    #expect(try m.assembled(["root.json": text]).node == (try JSONDocument(text).root))
  }

  @Test func everyValueKeepsThePlaceWhereItIsWritten() throws {
    let m = Modular.self
    let form = try m.assembled([
      "root.json": m.root(
        items: m.group(
          "g", extensions: [m.variable("linkIdPrefix", "'x.'")], m.placeholder("urn:one"))
      ),
      "one.json": m.part("one", items: m.question("a") + ",\n" + m.question("b")),
    ])
    let group = try #require(form.items.first)
    #expect(group.node.fileName == "root.json")
    #expect(group.node.position == SourcePosition(line: 4, column: 1))
    #expect(group.items.map(\.linkId) == ["x.a", "x.b"])
    #expect(group.items.map(\.node.fileName) == ["one.json", "one.json"])
    #expect(
      JSONNode.positions(of: group.items.map(\.node)) == [
        SourcePosition(line: 4, column: 1), SourcePosition(line: 5, column: 1),
      ])
  }

  @Test func partsOfABundleAreFound() throws {
    let m = Modular.self
    let bundle = """
      {"resourceType":"Bundle","entry":[{"resource":\(m.part("one", items: m.question("o")))}]}
      """
    let form = try m.assembled([
      "root.json": m.root(items: m.placeholder("urn:one|1")), "bundle.json": bundle,
    ])
    #expect(m.linkIds(form.items) == ["o"])
  }

  // MARK: - What parts bring beside their items

  @Test func extensionsOfAPartGoWhereTheyBelong() throws {
    let m = Modular.self
    let constraint = #"{"url":"\#(m.core)targetConstraint","extension":[]}"#
    let older = #"{"url":"\#(m.core)questionnaire-constraint","extension":[]}"#
    let population =
      #"{"url":"\#(m.sdc)itemPopulationContext","valueExpression":{"name":"c"}}"#
    let logic = #"{"url":"\#(m.core)cqf-library","valueCanonical":"urn:logic"}"#
    let extract = #"{"url":"\#(m.sdc)observationExtract","valueBoolean":true}"#
    let ignored = #"{"url":"\#(m.core)designNote","valueMarkdown":"no"}"#
    let part = m.part(
      "one",
      extensions: [
        constraint, older, m.variable("v", "1"), population, m.launchContext("patient"), logic,
        extract, ignored,
      ], members: #""code":[{"code":"no"}],"useContext":[],"title":"no","#, items: m.question("o"))
    let own = m.variable("own", "2")
    let inGroup = try m.assembled([
      "root.json": m.root(
        extensions: [m.launchContext("patient"), logic],
        items: m.group("g", extensions: [own], m.placeholder("urn:one|1"))), "one.json": part,
    ])
    let from = #"{"url":"\#(m.sdc)assembledFrom","valueCanonical":"urn:one|1"}"#
    let group = try #require(inGroup.items.first?.node)
    #expect(
      m.json(group["extension"])
        == "[\([own, constraint, older, m.variable("v", "1"), population].joined(separator: ","))]")
    #expect(
      m.json(inGroup.node["extension"])
        == "[\([m.launchContext("patient"), logic, extract, from].joined(separator: ","))]")
    #expect(inGroup.node["code"] == nil && inGroup.node["title"] == nil)

    let atRoot = try m.assembled([
      "root.json": m.root(items: m.placeholder("urn:one|1")), "one.json": part,
    ])
    #expect(
      m.json(atRoot.node["extension"])
        == "["
        + [
          constraint, older, m.variable("v", "1"), population, m.launchContext("patient"), logic,
          extract, from,
        ].joined(separator: ",") + "]")
  }

  @Test func aGroupWithoutExtensionsGetsThem() throws {
    let m = Modular.self
    let form = try m.assembled([
      "root.json": m.root(items: m.group("g", m.placeholder("urn:one|1"))),
      "one.json": m.part("one", extensions: [m.variable("v", "1")], items: m.question("o")),
    ])
    #expect(m.json(form.items.first?.node["extension"]) == "[\(m.variable("v", "1"))]")
  }

  @Test func containedResourcesComeAlongOnce() throws {
    let m = Modular.self
    let set = #"{"resourceType":"ValueSet","id":"yes","compose":{"include":[{"system":"s"}]}}"#
    let choice = ##"{"linkId":"LINK","type":"choice","answerValueSet":"#yes"}"##
    let form = try m.assembled([
      "root.json": m.root(
        members: #""contained":[{"resourceType":"ValueSet","id":"no"}],"#,
        items: m.placeholder("urn:one|1") + "," + m.placeholder("urn:two|1")),
      "one.json": m.part(
        "one", members: #""contained":[\#(set)],"#,
        items: choice.replacing("LINK", with: "o")),
      "two.json": m.part(
        "two", members: #""contained":[\#(set)],"#,
        items: choice.replacing("LINK", with: "t")),
    ])
    #expect(m.json(form.node["contained"]) == #"[{"resourceType":"ValueSet","id":"no"},\#(set)]"#)
    #expect(form.items.map(\.answerValueSet) == ["#yes", "#yes"])
  }
}
