import FHIR
import Testing

@Suite struct QuestionnaireTests {
  @Test func everyElementOfTheForm() throws {
    let form = try #require(Questionnaire(try JSONDocument(Self.form).root))
    #expect(form.id == "q")
    #expect(form.meta?.profiles == ["https://example.org/p"])
    #expect(form.meta?.versionId == "3")
    #expect(form.meta?.lastUpdated?.description == "2024-01-02T03:04:05Z")
    #expect(form.meta?.source == "urn:s")
    #expect(form.meta?.security.first?.code == "R")
    #expect(form.meta?.tags.first?.code == "demo")
    #expect(form.implicitRules == "https://example.org/rules")
    #expect(form.language == "en")
    #expect(form.narrative == "<div>x</div>")
    #expect(form.contained.count == 1)
    #expect(form.node.modifierExtensions == ["https://example.org/m"])
    #expect(form.url == "https://example.org/q")
    #expect(form.identifiers.map(\.value) == ["1", "2"])
    #expect(form.identifiers.first?.system == "urn:i")
    #expect(form.identifiers.first?.use == "official")
    #expect(form.identifiers.first?.type?.text == "number")
    #expect(form.identifiers.first?.period?.start?.description == "2020")
    #expect(form.identifiers.first?.assigner?.display == "Clinic")
    #expect(form.version == "1.2")
    #expect(form.canonical == "https://example.org/q|1.2")
    #expect(form.name == "Form")
    #expect(form.title == "A form")
    #expect(form.derivedFrom == ["https://example.org/base"])
    #expect(form.status == .active)
    #expect(form.isExperimental)
    #expect(form.subjectTypes == ["Patient"])
    #expect(form.date?.description == "2024-02")
    #expect(form.publisher == "Us")
    #expect(form.contacts.first?.name == "Desk")
    let telecom = try #require(form.contacts.first?.telecoms.first)
    #expect([telecom.system, telecom.value, telecom.use] == ["phone", "555", "work"])
    #expect(telecom.rank == 1)
    #expect(telecom.period?.end?.description == "2025")
    #expect(form.summary == "About")
    #expect(form.useContexts.map { $0.code?.code } == ["focus", "age", "venue", "program", "task"])
    #expect(form.jurisdictions.first?.codings.first?.code == "US")
    #expect(form.purpose == "Why")
    #expect(form.copyright == "(c)")
    #expect(form.approvalDate?.description == "2024-01-01")
    #expect(form.lastReviewDate?.description == "2024-01-02")
    #expect(form.effectiveStart?.description == "2024-01-03")
    #expect(form.effectiveEnd?.description == "2025-01-03")
    #expect(form.codes.map(\.code) == ["c1", "c2"])
    #expect(form.items.map(\.linkId) == ["g"])
  }

  @Test func useContextValues() throws {
    let form = try #require(Questionnaire(try JSONDocument(Self.form).root))
    let values = form.useContexts.map { context in
      switch context.value {
      case .concept(let concept): "concept \(concept.text ?? "")"
      case .range(let low, let high):
        "range \(low?.value?.description ?? "open") \(high?.value?.description ?? "open")"
      case .quantity(let quantity): "quantity \(quantity.unit ?? "")"
      case .reference(let reference): "reference \(reference.reference ?? "")"
      case nil: "none"
      }
    }
    #expect(
      values == ["concept pain", "range 18 open", "quantity a", "reference Group/1", "none"])
  }

  static let form = #"""
    {"resourceType":"Questionnaire","id":"q",
     "meta":{"versionId":"3","lastUpdated":"2024-01-02T03:04:05Z","source":"urn:s",
       "profile":["https://example.org/p"],"security":[{"code":"R"}],"tag":[{"code":"demo"}]},
     "implicitRules":"https://example.org/rules","language":"en",
     "text":{"status":"generated","div":"<div>x</div>"},
     "contained":[{"resourceType":"ValueSet","id":"v"}],
     "modifierExtension":[{"url":"https://example.org/m","valueBoolean":true}],
     "url":"https://example.org/q",
     "identifier":[{"use":"official","type":{"text":"number"},"system":"urn:i","value":"1",
       "period":{"start":"2020"},"assigner":{"display":"Clinic"}},{"value":"2"}],
     "version":"1.2","name":"Form","title":"A form","derivedFrom":["https://example.org/base"],
     "status":"active","experimental":true,"subjectType":["Patient"],"date":"2024-02",
     "publisher":"Us","contact":[{"name":"Desk","telecom":[{"system":"phone","value":"555",
       "use":"work","rank":1,"period":{"end":"2025"}}]}],
     "description":"About","useContext":[
       {"code":{"code":"focus"},"valueCodeableConcept":{"text":"pain"}},
       {"code":{"code":"age"},"valueRange":{"low":{"value":18}}},
       {"code":{"code":"venue"},"valueQuantity":{"value":1,"unit":"a"}},
       {"code":{"code":"program"},"valueReference":{"reference":"Group/1"}},
       {"code":{"code":"task"}}],
     "jurisdiction":[{"coding":[{"code":"US"}]}],"purpose":"Why","copyright":"(c)",
     "approvalDate":"2024-01-01","lastReviewDate":"2024-01-02",
     "effectivePeriod":{"start":"2024-01-03","end":"2025-01-03"},
     "code":[{"code":"c1"},{"code":"c2"}],"item":[{"linkId":"g","type":"group"}]}
    """#

  @Test(arguments: [
    "{}", "[]", "1", #"{"resourceType":"questionnaire"}"#, #"{"resourceType":["Questionnaire"]}"#,
    #"{"resourceType":"QuestionnaireResponse"}"#,
  ])
  func anotherResource(_ text: String) throws {
    #expect(Questionnaire(try JSONDocument(text).root) == nil)
  }

  @Test func aFormWithNothing() throws {
    let form = try #require(
      Questionnaire(try JSONDocument(#"{"resourceType":"Questionnaire"}"#).root))
    #expect(form.canonical == nil)
    #expect(form.status == nil)
    #expect(!form.isExperimental)
    #expect(form.items.isEmpty && form.contained.isEmpty && form.identifiers.isEmpty)
    #expect(form.meta == nil && form.effectiveStart == nil)
  }

  @Test(arguments: PublicationStatus.allCases)
  func statuses(_ status: PublicationStatus) throws {
    let text = #"{"resourceType":"Questionnaire","status":"\#(status.rawValue)"}"#
    #expect(Questionnaire(try JSONDocument(text).root)?.status == status)
  }
}
