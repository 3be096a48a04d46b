import FHIR
import Testing

@Suite struct QuestionnaireResponseTests {
  @Test func everyElement() throws {
    let text = #"""
      {"resourceType":"QuestionnaireResponse","id":"r","meta":{"versionId":"1"},"language":"en",
       "text":{"div":"<div/>"},"contained":[{"resourceType":"Patient","id":"p"}],
       "identifier":{"value":"77"},"basedOn":[{"reference":"ServiceRequest/1"}],
       "partOf":[{"reference":"Procedure/1"}],"questionnaire":"https://example.org/q|1",
       "status":"in-progress","subject":{"reference":"#p"},"encounter":{"reference":"Encounter/1"},
       "authored":"2024-01-02T03:04:05Z","author":{"display":"a"},"source":{"display":"s"},
       "item":[{"linkId":"g","definition":"urn:d","text":"Group","item":[
         {"linkId":"q","answer":[
           {"valueInteger":3,"item":[{"linkId":"n"}]},
           {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason",
             "valueCode":"asked-declined"}]},
           {"valueDate":"soon"}]}]}]}
      """#
    let response = try #require(QuestionnaireResponse(try JSONDocument(text).root))
    #expect(response.id == "r")
    #expect(response.meta?.versionId == "1")
    #expect(response.language == "en")
    #expect(response.narrative == "<div/>")
    #expect(response.contained.count == 1)
    #expect(response.identifier?.value == "77")
    #expect(response.basedOn.map(\.reference) == ["ServiceRequest/1"])
    #expect(response.partOf.map(\.reference) == ["Procedure/1"])
    #expect(response.questionnaire == "https://example.org/q|1")
    #expect(response.status == .inProgress)
    #expect(response.subject?.reference == "#p")
    #expect(response.encounter?.reference == "Encounter/1")
    #expect(response.authored?.description == "2024-01-02T03:04:05Z")
    #expect(response.author?.display == "a")
    #expect(response.source?.display == "s")
    let group = try #require(response.items.first)
    #expect([group.linkId, group.definition, group.text] == ["g", "urn:d", "Group"])
    let answers = try #require(group.items.first?.answers)
    #expect(answers.map(\.value) == [.integer(3), nil, nil])
    #expect(answers.map(\.dataAbsentReason) == [nil, .askedDeclined, nil])
    #expect(answers.first?.items.map(\.linkId) == ["n"])
  }

  @Test(arguments: QuestionnaireResponse.Status.allCases)
  func statuses(_ status: QuestionnaireResponse.Status) throws {
    let text = #"{"resourceType":"QuestionnaireResponse","status":"\#(status.rawValue)"}"#
    #expect(QuestionnaireResponse(try JSONDocument(text).root)?.status == status)
  }

  @Test func anotherResource() throws {
    let node = try JSONDocument(#"{"resourceType":"Questionnaire"}"#).root
    #expect(QuestionnaireResponse(node) == nil)
  }
}
