import FHIR
import Testing

@Suite struct VocabularyTests {
  @Test func codeSystems() throws {
    let text = #"""
      {"resourceType":"CodeSystem","id":"c","url":"urn:c","version":"1","name":"C","title":"See",
       "status":"active","content":"complete","concept":[
         {"code":"a","display":"A","definition":"the first","designation":[{"value":"alpha"},{}],
          "property":[{"code":"kind","valueCode":"x"},{"code":"kind","valueString":"y"},
            {"code":"other","valueInteger":1}],
          "concept":[{"code":"a1"}]},{"display":"no code"}]}
      """#
    let system = try #require(CodeSystem(try JSONDocument(text).root))
    #expect(
      [system.id, system.url, system.version, system.name, system.title] == [
        "c", "urn:c", "1", "C", "See",
      ])
    #expect(system.status == .active)
    #expect(system.content == .complete)
    #expect(system.concepts.map(\.code) == ["a", nil])
    let concept = try #require(system.concepts.first)
    #expect([concept.display, concept.definition] == ["A", "the first"])
    #expect(concept.designations == ["alpha"])
    #expect(concept.concepts.map(\.code) == ["a1"])
    #expect(concept.properties("kind").map(\.string) == ["x", "y"])
    #expect(concept.properties("nothing").isEmpty)
    #expect(CodeSystem(try JSONDocument(#"{"resourceType":"ValueSet"}"#).root) == nil)
  }

  @Test func valueSets() throws {
    let text = #"""
      {"resourceType":"ValueSet","id":"v","url":"urn:v","version":"1","name":"V","title":"Vee",
       "status":"retired","compose":{"include":[
         {"system":"urn:c","version":"2","concept":[{"code":"a","display":"A"}],
          "filter":[{"property":"kind","op":"=","value":"x"}]},
         {"valueSet":["urn:w","urn:x|1"]}],"exclude":[{"system":"urn:d"}]},
       "expansion":{"contains":[{"system":"urn:c","code":"a","display":"A","abstract":true,
         "designation":[{"value":"alpha"}],"contains":[{"code":"b"}]}]}}
      """#
    let set = try #require(ValueSet(try JSONDocument(text).root))
    #expect(
      [set.id, set.url, set.version, set.name, set.title] == ["v", "urn:v", "1", "V", "Vee"])
    #expect(set.status == .retired)
    #expect(set.hasComposition)
    #expect(set.includes.map(\.system) == ["urn:c", nil])
    #expect(set.includes.map(\.version) == ["2", nil])
    #expect(set.includes.first?.concepts.map(\.display) == ["A"])
    let filter = try #require(set.includes.first?.filters.first)
    #expect([filter.property, filter.operation, filter.value] == ["kind", "=", "x"])
    #expect(set.includes.last?.valueSets == ["urn:w", "urn:x|1"])
    #expect(set.excludes.map(\.system) == ["urn:d"])
    let expanded = try #require(set.expansion?.first)
    #expect(expanded.coding == Coding(system: "urn:c", code: "a", display: "A"))
    #expect(expanded.isAbstract)
    #expect(expanded.designations == ["alpha"])
    #expect(expanded.concepts.map(\.coding.code) == ["b"])
    #expect(ValueSet(try JSONDocument(#"{"resourceType":"CodeSystem"}"#).root) == nil)
  }

  @Test(arguments: CodeSystem.Content.allCases)
  func contents(_ content: CodeSystem.Content) throws {
    let text = #"{"resourceType":"CodeSystem","content":"\#(content.rawValue)"}"#
    #expect(CodeSystem(try JSONDocument(text).root)?.content == content)
  }
}
