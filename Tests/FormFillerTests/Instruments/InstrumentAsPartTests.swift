import FHIR
import Library
import Testing

@testable import FormFiller

/// The instruments as parts of another form, under a group and with other linkIds.
@Suite struct InstrumentAsPartTests {
  private static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

  private func form(with instrument: Instrument, prefix: String) throws -> Form {
    let part = try instrument.questionnaire()
    let canonical = try #require(part.canonical)
    let root = try #require(
      Questionnaire(
        JSONDocument(
          #"""
          {"resourceType":"Questionnaire","url":"urn:visit","version":"1","status":"active",
           "language":"en",
           "extension":[{"url":"\#(Self.sdc)assemble-expectation","valueCode":"assemble-root"}],
           "item":[{"linkId":"mood","type":"group","item":[{"linkId":"inner","type":"group","item":[
             {"linkId":"here","type":"display","text":"Missing","extension":[
               {"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":
                 {"name":"linkIdPrefix","language":"text/fhirpath","expression":"'\#(prefix)'"}},
               {"url":"\#(Self.sdc)subQuestionnaire",
                "valueCanonical":"\#(canonical)"}]}]}]}]}
          """#
        ).root))
    let whole = try Instrument.library.get().assembled(root, file: "visit.json")
    return Form(whole) { _ in [] }
  }

  @Test(arguments: Instrument.scored, ["", "now."])
  func `a part scores as the instrument does`(_ instrument: Instrument, _ prefix: String) throws {
    let scores: [Int?] = Array(repeating: 1, count: instrument.parts.count)
    let alone = try instrument.filled(scores)
    let form = try form(with: instrument, prefix: prefix)
    #expect(form.problems == [])
    var filler = Filler(Response(to: form))
    for linkId in instrument.parts {
      #expect(filler.response.values(prefix + instrument.total) == [])
      let answer = try #require(alone.response.answers(of: try alone.node(linkId)).first)
      try filler.set(prefix + linkId, answer.value)
    }
    #expect(filler.response.values(prefix + instrument.total) == [alone.total(instrument)])
    let item = try #require(form.item(linkId: prefix + instrument.total))
    let total = try #require(alone.total(instrument).flatMap { ExactDecimal($0) })
    #expect(form.bands(of: item, for: total).map(\.label) == (try alone.bands(instrument)))
  }
}
