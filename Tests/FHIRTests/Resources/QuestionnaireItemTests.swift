import FHIR
import Testing

@Suite struct QuestionnaireItemTests {
  private func item(_ members: String) throws -> QuestionnaireItem {
    QuestionnaireItem(try JSONDocument("{\(members)}").root)
  }

  private func item(_ url: String, _ value: String) throws -> QuestionnaireItem {
    try item(
      #"""
      "extension":[{"url":"https://example.org/other","valueString":"no"},
        {"url":"\#(url)",\#(value)}]
      """#
    )
  }

  @Test func everyElementOfAnItem() throws {
    let item = try item(
      #"""
      "linkId":"a.b","definition":"https://example.org/d#x","code":[{"code":"1"},{"code":"2"}],
      "prefix":"1.","text":"How?","type":"choice","enableWhen":[
        {"question":"q1","operator":"exists","answerBoolean":true},
        {"question":"q2","operator":"!=","answerCoding":{"code":"c"}},
        {"question":"q3","operator":"~","answerMoney":{}}],
      "enableBehavior":"all","required":true,"repeats":true,"readOnly":true,"maxLength":9,
      "answerValueSet":"#v","answerOption":[
        {"valueCoding":{"code":"x","display":"X"},"initialSelected":true},
        {"valueInteger":3,"extension":[{"url":
          "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive",
          "valueBoolean":true}]},
        {"initialSelected":true}],
      "initial":[{"valueString":"s"},{"valueInteger":1}],"item":[{"linkId":"a.b.c"}]
      """#)
    #expect(item.linkId == "a.b")
    #expect(item.definition == "https://example.org/d#x")
    #expect(item.codes.map(\.code) == ["1", "2"])
    #expect(item.prefix == "1.")
    #expect(item.text == "How?")
    #expect(item.type == .choice)
    #expect(item.enableWhen.map(\.question) == ["q1", "q2", "q3"])
    #expect(item.enableWhen.map(\.operator) == [.exists, .differs, nil])
    #expect(item.enableWhen.map(\.answer) == [.boolean(true), .coding(Coding(code: "c")), nil])
    #expect(item.enableBehavior == .all)
    #expect(item.isRequired && item.repeats && item.isReadOnly)
    #expect(item.maxLength == 9)
    #expect(item.answerValueSet == "#v")
    #expect(
      item.answerOptions.map(\.value) == [.coding(Coding(code: "x", display: "X")), .integer(3)])
    #expect(item.answerOptions.map(\.isInitiallySelected) == [true, false])
    #expect(item.answerOptions.map(\.isExclusive) == [false, true])
    #expect(item.initialValues == [.string("s"), .integer(1)])
    #expect(item.items.map(\.linkId) == ["a.b.c"])
  }

  @Test func anItemWithNothing() throws {
    let item = try item("")
    #expect(item.linkId == nil && item.type == nil && item.typeCode == nil)
    #expect(!item.isRequired && !item.repeats && !item.isReadOnly && !item.isHidden)
    #expect(item.enableWhen.isEmpty && item.answerOptions.isEmpty && item.items.isEmpty)
    #expect(item.control == nil && item.minOccurs == nil && item.unit == nil)
  }

  @Test(arguments: ItemType.allCases)
  func types(_ type: ItemType) throws {
    #expect(try item(#""type":"\#(type.rawValue)""#).type == type)
    #expect(type.isQuestion == ![.group, .display].contains(type))
    #expect(type.answerKinds.isEmpty == [.group, .display, .question].contains(type))
  }

  @Test(arguments: [
    (#""type":"coding""#, ItemType.choice),
    (#""type":"coding","answerConstraint":"optionsOnly""#, .choice),
    (#""type":"coding","answerConstraint":"optionsOrString""#, .openChoice),
    (#""type":"Group""#, nil),
  ])
  func typesOfR5(_ members: String, _ type: ItemType?) throws {
    #expect(try item(members).type == type)
  }

  @Test(arguments: EnableWhen.Operator.allCases)
  func operators(_ `operator`: EnableWhen.Operator) throws {
    let node = try JSONDocument(#"{"operator":"\#(`operator`.rawValue)"}"#).root
    #expect(EnableWhen(node).operator == `operator`)
  }

  // MARK: - Extensions

  static let core = "http://hl7.org/fhir/StructureDefinition/"
  static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
  static let own = "https://intake.example/fhir/StructureDefinition/"

  @Test func extensionsUnderTheirNames() throws {
    let core = Self.core
    #expect(try item(core + "questionnaire-hidden", #""valueBoolean":true"#).isHidden)
    #expect(try !item(core + "questionnaire-hidden", #""valueBoolean":false"#).isHidden)
    #expect(try item(core + "questionnaire-minOccurs", #""valueInteger":2"#).minOccurs == 2)
    #expect(try item(core + "questionnaire-maxOccurs", #""valueInteger":4"#).maxOccurs == 4)
    #expect(try item(core + "maxDecimalPlaces", #""valueInteger":1"#).maxDecimalPlaces == 1)
    #expect(try item(core + "regex", #""valueString":"[a-z]+""#).regex == "[a-z]+")
    #expect(try item(core + "mimeType", #""valueCode":"image/png""#).mimeTypes == ["image/png"])
    #expect(
      try item(core + "questionnaire-unitValueSet", #""valueCanonical":"u|1""#).unitValueSet
        == "u|1")
    #expect(
      try item(core + "questionnaire-referenceResource", #""valueCode":"Patient""#)
        .referenceResources == ["Patient"])
    let unit = Coding(system: "s", code: "kg")
    #expect(
      try item(core + "questionnaire-unit", #""valueCoding":{"system":"s","code":"kg"}"#).unit
        == unit)
    #expect(
      try item(core + "questionnaire-unitOption", #""valueCoding":{"system":"s","code":"kg"}"#)
        .unitOptions == [unit])
  }

  @Test func limitsOfEachType() throws {
    let core = Self.core
    #expect(try item(core + "minValue", #""valueInteger":1"#).minValue == .integer(1))
    #expect(
      try item(core + "maxValue", #""valueDecimal":1.50"#).maxValue
        == .decimal(ExactDecimal(mantissa: 150, scale: 2)))
    #expect(
      try item(core + "maxValue", #""valueDate":"2020""#).maxValue
        == PartialDate("2020").map { .date($0) })
    let quantity = AnswerValue.quantity(Quantity(value: 3, code: "kg"))
    #expect(
      try item(Self.sdc + "minQuantity", #""valueQuantity":{"value":3,"code":"kg"}"#).minValue
        == quantity)
    #expect(
      try item(Self.sdc + "maxQuantity", #""valueQuantity":{"value":3,"code":"kg"}"#).maxValue
        == quantity)
  }

  @Test(arguments: [core + "minLength", core + "questionnaire-minLength"])
  func minLength(_ url: String) throws {
    #expect(try item(url, #""valueInteger":3"#).minLength == 3)
  }

  @Test(arguments: [core + "maxSize", core + "questionnaire-maxSize"])
  func maxSize(_ url: String) throws {
    #expect(try item(url, #""valueDecimal":1024"#).maxSize == 1024)
  }

  @Test(arguments: [core + "entryFormat", core + "questionnaire-entryFormat"])
  func entryFormat(_ url: String) throws {
    #expect(try item(url, #""valueString":"like 7""#).entryFormat == "like 7")
  }

  @Test(arguments: [sdc + "shortText", core + "questionnaire-shortText"])
  func shortText(_ url: String) throws {
    #expect(try item(url, #""valueString":"Pain since""#).shortText == "Pain since")
  }

  @Test func ourOwn() throws {
    #expect(try item(Self.own + "why-asked", #""valueString":"Because""#).whyAsked == "Because")
    #expect(try item(Self.own + "help-page", #""valueCode":"same-day""#).helpPage == .sameDay)
    #expect(try item(Self.own + "help-page", #""valueCode":"other""#).helpPage == nil)
    #expect(try item(Self.own + "end-page", #""valueCode":"discard""#).endPage == .discard)
  }

  @Test(arguments: [
    (#"{"coding":[{"code":"check-box"}]}"#, ItemControl.checkBox),
    (#"{"coding":[{"code":"gtable"}]}"#, .groupTable),
    // The first that is known.
    (#"{"coding":[{"code":"blink"},{"code":"help"}]}"#, .help),
    (#"{"coding":[{"code":"blink"}]}"#, nil),
    (#"{"text":"help"}"#, nil),
  ])
  func controls(_ concept: String, _ control: ItemControl?) throws {
    let url = Self.core + "questionnaire-itemControl"
    #expect(try item(url, #""valueCodeableConcept":\#(concept)"#).control == control)
  }

  @Test func severalOfOneExtensionStayInOrder() throws {
    let url = ExtensionURL.mimeType.rawValue
    let item = try item(
      #"""
      "extension":[{"url":"\#(url)","valueCode":"a/b"},{"valueCode":"x/y"},
        {"url":"\#(url)","valueCode":"c/d"}]
      """#
    )
    #expect(item.mimeTypes == ["a/b", "c/d"])
    #expect(item.node.extensions(.mimeType).count == 2)
    #expect(item.node.firstExtension(.regex) == nil)
  }

  @Test func noTwoExtensionsShareAName() {
    let names = ExtensionURL.allCases.flatMap { [$0.rawValue] + ($0.otherName.map { [$0] } ?? []) }
    #expect(Set(names).count == names.count)
  }
}
