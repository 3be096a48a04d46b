import FHIR
import FormGenerator
import Testing

@testable import FormFiller

/// Going through a form: every stop in order, the same in reverse, from anywhere.
@Suite struct NavigationTests {
  private static let items = #"""
    [{"linkId":"hello","type":"display"},
     {"linkId":"gate","type":"boolean"},
     {"linkId":"g","type":"group","repeats":true,
      "enableWhen":[{"question":"gate","operator":"=","answerBoolean":true}],
      "item":[{"linkId":"a","type":"string","item":[{"linkId":"under","type":"integer"}]},
              {"linkId":"b","type":"string"}]},
     {"linkId":"secret","type":"group",
      "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden","valueBoolean":true}],
      "item":[{"linkId":"inside","type":"string"}]},
     {"linkId":"end","type":"string"}]
    """#

  private static func stops(of response: Response) -> [Stop] {
    var stops: [Stop] = []
    var next = response.firstStop
    while let stop = next {
      stops.append(stop)
      next = response.stop(after: stop)
    }
    return stops
  }

  private static func names(_ stops: [Stop], in response: Response) -> [String] {
    stops.map { stop in
      let linkId = response.item(of: stop.node).linkId
      if case .anotherRow = stop { return "another \(linkId)" }
      return linkId
    }
  }

  @Test func `visits all that is shown, in the order of the form`() throws {
    var filler = try Filler(Self.items)
    var names: [String] { Self.names(Self.stops(of: filler.response), in: filler.response) }
    #expect(names == ["hello", "gate", "end"])
    try filler.set("gate", .boolean(true))
    #expect(names == ["hello", "gate", "g", "a", "b", "another g", "end"])
    try filler.addRow("g")
    try filler.set("a", .string("x"), instance: 0)
    #expect(names == ["hello", "gate", "g", "a", "under", "b", "a", "b", "another g", "end"])
    #expect(
      filler.response.question(after: .item(try filler.node("gate"))) == (try filler.node("a")))
    #expect(filler.response.question(after: .item(try filler.node("end"))) == nil)
  }

  @Test(arguments: 1...60)
  func `going back visits the same stops in reverse`(_ seed: Int) throws {
    var walk = try RandomWalk(seed: seed)
    for _ in 0..<12 {
      try walk.change()
      let response = walk.response
      let stops = Self.stops(of: response)
      #expect(Set(stops).count == stops.count)
      #expect(stops.allSatisfy { response.isVisible($0) })
      var back: [Stop] = []
      var previous = stops.last
      while let stop = previous {
        back.append(stop)
        previous = response.stop(before: stop)
      }
      #expect(back == stops.reversed())
      // Everything enabled is visited: these forms hide nothing.
      let items = stops.compactMap { if case .item(let node) = $0 { node } else { nil } }
      #expect(items == walk.places().map(\.node).filter { response.isEnabled($0) })
    }
  }

  @Test func `goes on and back from what was disabled in the meantime`() throws {
    var filler = try Filler(Self.items)
    try filler.set("gate", .boolean(true))
    let places = [
      Stop.item(try filler.node("g")), .item(try filler.node("a")), .item(try filler.node("b")),
      .anotherRow(try filler.node("g")),
    ]
    try filler.set("gate", .boolean(false))
    for place in places {
      #expect(!filler.response.isVisible(place))
      #expect(filler.response.stop(after: place) == .item(try filler.node("end")))
      #expect(filler.response.stop(before: place) == .item(try filler.node("gate")))
    }
  }

  @Test func `goes on from a row that was taken away`() throws {
    var filler = try Filler(Self.items)
    try filler.set("gate", .boolean(true))
    try filler.addRow("g")
    let gone = try [filler.node("a", 1), filler.node("b", 1)]
    try filler.removeRow(1, of: "g")
    for node in gone {
      #expect(!filler.response.isVisible(.item(node)))
      let next = try #require(filler.response.stop(after: .item(node)))
      #expect(next == .anotherRow(try filler.node("g")))
      #expect(filler.response.isVisible(try #require(filler.response.stop(before: .item(node)))))
      // It can still be named.
      #expect(filler.response.item(of: node).linkId == filler.response.path(to: node).linkId)
      #expect(filler.response.node(at: filler.response.path(to: node)) == nil)
    }
  }

  @Test func `goes on from an answer that is no longer chosen`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"q","type":"string","repeats":true,"item":[{"linkId":"under","type":"string"}]},
       {"linkId":"end","type":"string"}]
      """#)
    try filler.set("q", .string("a"), .string("b"))
    let gone = try filler.node("under", 1)
    try filler.clear("q")
    #expect(filler.response.stop(after: .item(gone)) == .item(try filler.node("end")))
    #expect(filler.response.stop(before: .item(gone)) == .item(try filler.node("q")))
  }

  @Test func `asks for another row until there are as many as may be`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"g","type":"group","repeats":true,
        "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs","valueInteger":2}],
        "item":[{"linkId":"a","type":"string"}]},
       {"linkId":"fixed","type":"group","repeats":true,"readOnly":true,
        "item":[{"linkId":"b","type":"string"}]}]
      """#)
    var names: [String] { Self.names(Self.stops(of: filler.response), in: filler.response) }
    #expect(names == ["g", "a", "another g", "fixed", "b"])
    try filler.addRow("g")
    #expect(names == ["g", "a", "a", "fixed", "b"])
  }

  @Test func `a form that shows nothing has no stop`() throws {
    #expect(try Filler("[]").response.firstStop == nil)
    let hidden = #"""
      [{"linkId":"a","type":"string","extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden","valueBoolean":true}]}]
      """#
    #expect(try Filler(hidden).response.firstStop == nil)
  }

  @Test func `neither hidden nor read-only questions are asked`() throws {
    var filler = try Filler(
      #"""
      [{"linkId":"gate","type":"boolean"},
       {"linkId":"fixed","type":"string","readOnly":true},
       {"linkId":"hidden","type":"string","extension":[
         {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden","valueBoolean":true}],
        "enableWhen":[{"question":"gate","operator":"exists","answerBoolean":true}]},
       {"linkId":"shown","type":"string","readOnly":true,
        "enableWhen":[{"question":"gate","operator":"exists","answerBoolean":true}]}]
      """#)
    #expect(filler.response.question(after: .item(try filler.node("gate"))) == nil)
    let outcome = try filler.set("gate", .boolean(true))
    #expect(filler.linkIds(outcome.opened) == ["hidden", "shown"])
    #expect(outcome.nowAsked.isEmpty)
  }
}
