import Testing

@testable import FHIR

/// Many places at once are the places one by one.
@Suite struct JSONPositionsTests {
  @Test(arguments: [
    "{\"a\": [1, \"é\", {\"b\": null}],\n \"c\": \"山\", \"d\": true}",
    "\u{FEFF}{\"a\":\n\n[1]}", "[]",
  ])
  func placesOfManyValuesAreThoseOfEach(_ text: String) throws {
    let document = try JSONDocument(text)
    let nodes = all(within: document.root).reversed()
    #expect(JSONNode.positions(of: Array(nodes)) == nodes.map(\.position))
  }

  @Test func valuesOfSeveralDocumentsKeepTheirPlaces() throws {
    let nodes = try [JSONDocument("[1,\n2]"), JSONDocument(" {\"a\": 1}")].flatMap {
      all(within: $0.root)
    }
    #expect(JSONNode.positions(of: nodes) == nodes.map(\.position))
    #expect(JSONNode.positions(of: []) == [])
  }

  private func all(within node: JSONNode) -> [JSONNode] {
    [node] + node.children.flatMap { all(within: $0) }
  }
}
