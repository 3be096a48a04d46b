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

  @Test func valuesInPlaceOfOthersKeepTheirPlaces() throws {
    let first = try JSONDocument(Array("{\n \"a\": [1,\n  2]}".utf8), fileName: "first.json")
    let second = try JSONDocument(Array("\n\n {\"b\": \"é\"}".utf8), fileName: "second.json")
    let list = try #require(first.root["a"])
    let text = try #require(second.root["b"])
    let document = JSONBuilder.object(inPlaceOf: first.root) { root in
      root.addArray("a", inPlaceOf: list) { array in
        for element in list.children { array.add(inPlaceOf: element) }
        array.add(nil, "new", inPlaceOf: text)
        array.addObject(inPlaceOf: second.root) { $0.add("b", inPlaceOf: text) }
      }
      root.add("own", 1)
    }
    // A value that stands for one that stands for another has the place of the last.
    let again = JSONBuilder.object(inPlaceOf: document.root) { root in
      for member in document.root.children { root.add(member.name, inPlaceOf: member) }
    }
    for root in [document.root, again.root] {
      let nodes = all(within: root)
      let places = nodes.map { "\($0.fileName ?? "–") \($0.position.line):\($0.position.column)" }
      #expect(
        places == [
          "first.json 1:1", "first.json 2:7", "first.json 2:8", "first.json 3:3",
          "second.json 3:8", "second.json 3:2", "second.json 3:8", "– 1:1",
        ])
      #expect(JSONNode.positions(of: nodes.reversed()) == nodes.reversed().map(\.position))
    }
  }

  private func all(within node: JSONNode) -> [JSONNode] {
    [node] + node.children.flatMap { all(within: $0) }
  }
}
