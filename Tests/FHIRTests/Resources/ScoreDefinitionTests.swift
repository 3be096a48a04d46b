import FHIR
import Testing

@Suite struct ScoreDefinitionTests {
  private static func definition(_ intervals: String) throws -> ScoreDefinition {
    let text = #"{"resourceType":"ObservationDefinition","qualifiedInterval":[\#(intervals)]}"#
    return try #require(ScoreDefinition(try JSONDocument(text).root))
  }

  @Test func `a band is read with whom it is for`() throws {
    let band = try #require(
      Self.definition(
        #"""
        {"category":"reference","context":{"text":"high"},"range":{"low":{"value":4}},
         "gender":"female","age":{"low":{"value":18,"code":"a","system":"http://unitsofmeasure.org"},
           "high":{"value":64,"code":"a","system":"http://unitsofmeasure.org"}},
         "condition":"if rested"}
        """#
      ).bands.first)
    #expect(band.label == "high")
    #expect(band.low == 4 && band.high == nil)
    #expect(band.gender == .female)
    #expect(band.condition == "if rested")
    #expect([3, 4, 400].map { band.contains($0) } == [false, true, true])
    #expect([17, 18, 64, 65].map { band.allows(age: $0) } == [false, true, true, false])
    #expect(band.allows(age: nil))
  }

  @Test(arguments: [
    #"{"category":"absolute","context":{"text":"all"},"range":{"low":{"value":0}}}"#,
    #"{"category":"reference","range":{"low":{"value":0}}}"#,
    #"{"context":{"text":"high"}}"#,
    #"{"category":"reference","context":{"text":"high"},"gender":"femal"}"#,
  ])
  func `what is no band for someone is left out`(_ interval: String) throws {
    #expect(try Self.definition(interval).bands == [])
  }

  @Test func `a definition is found among what the form contains`() throws {
    let form = try #require(
      Questionnaire(
        try JSONDocument(
          #"""
          {"resourceType":"Questionnaire","contained":[{"resourceType":"ValueSet","id":"v"},
            {"resourceType":"ObservationDefinition","id":"d"}]}
          """#
        ).root))
    #expect(
      ["#d", "d", "#v", "#none", ""].map { form.scoreDefinition($0) != nil }
        == [true, false, false, false, false])
  }
}
