import FHIR
import Testing

@testable import FormFiller

/// Reading what others wrote: nothing that fits is lost, and what does not fit is named.
@Suite struct DraftReadingTests {
  private static let items = #"""
    [{"linkId":"q","text":"Words","type":"string"},
     {"linkId":"g","type":"group","item":[
       {"linkId":"in","type":"integer","repeats":true,"item":[{"linkId":"under","type":"string"}]}]},
     {"linkId":"one","type":"boolean","item":[{"linkId":"detail","type":"string"}]}]
    """#

  private func read(_ items: String) throws -> (filler: Filler, issues: [ResponseIssue]) {
    try Filler(Self.items).reading(items)
  }

  @Test func `items may be missing`() throws {
    for items in ["[]", #"[{"linkId":"g"}]"#, #"[{"linkId":"g","item":[{"linkId":"in"}]}]"#] {
      var (filler, issues) = try read(items)
      #expect(issues.isEmpty)
      try filler.set("in", .integer(1))
      try filler.set("q", .string("x"))
      #expect(try filler.state("q") == .answered([.string("x")]))
    }
  }

  @Test func `what the form does not know is named and passed over`() throws {
    let (filler, issues) = try read(
      #"""
      [{"linkId":"old","answer":[{"valueString":"a"}]},
       {"linkId":"in","answer":[{"valueInteger":1}]},
       {"answer":[{"valueString":"b"}]},
       {"linkId":"q","answer":[{"valueString":"c"}]}]
      """#)
    #expect(issues.map(\.code) == [.invalidLinkId, .invalidLinkId, .invalidLinkId])
    #expect(
      issues.map(\.expression) == [0, 1, 2].map { "QuestionnaireResponse.item[\($0)]" })
    #expect(issues[1].details.contains("not in this place"))
    #expect(try filler.state("q") == .answered([.string("c")]))
  }

  @Test func `answers to one question in several items are put together`() throws {
    let (filler, issues) = try read(
      #"""
      [{"linkId":"g","item":[{"linkId":"in","answer":[{"valueInteger":1}]},
                             {"linkId":"in","answer":[{"valueInteger":2}]}]}]
      """#)
    #expect(issues.isEmpty)
    #expect(try filler.state("in") == .answered([.integer(1), .integer(2)]))
    #expect(
      try filler.items() == #"""
        [{"linkId":"g","item":[{"linkId":"in","answer":[{"valueInteger":1},{"valueInteger":2}]}]}]
        """#)
  }

  @Test func `items beside an answer are read as under it, and named`() throws {
    let (filler, issues) = try read(
      #"""
      [{"linkId":"one","answer":[{"valueBoolean":true}],
        "item":[{"linkId":"detail","answer":[{"valueString":"a"}]}]}]
      """#)
    #expect(issues.map(\.code) == [.invalidLinkId])
    #expect(issues.map(\.severity) == [.error])
    #expect(try filler.state("detail") == .answered([.string("a")]))
    #expect(try filler.rewritten().items() == filler.items())
  }

  @Test func `unknown members and extensions are kept`() throws {
    let root = #"""
      "id":"r1","meta":{"source":"urn:x"},"subject":{"reference":"Patient/1"}
      """#
    let document = #"""
      {"resourceType":"QuestionnaireResponse",\#(root),"extension":[{"url":"urn:e","valueString":"kept"}],"status":"in-progress","authored":"2026-03-01T09:00:00Z","item":[{"linkId":"q","text":"Words","extension":[{"url":"urn:i","valueBoolean":true}],"answer":[{"id":"a1","extension":[{"url":"urn:a","valueBoolean":true}],"valueString":"x"}]},{"linkId":"g","id":"g1","item":[{"linkId":"in","definition":"urn:d","answer":[{"valueInteger":1,"_valueInteger":{"id":"v"}}]}]}]}
      """#
    var (filler, issues) = try Filler(Self.items).reading(document: document)
    #expect(issues.isEmpty)
    let text = try filler.text()
    for part in [
      root, #""extension":[{"url":"urn:e","valueString":"kept"}]"#,
      #""extension":[{"url":"urn:i","valueBoolean":true}]"#,
      #"{"id":"a1","extension":[{"url":"urn:a","valueBoolean":true}],"valueString":"x"}"#,
      #""id":"g1""#, #""definition":"urn:d""#, #""_valueInteger":{"id":"v"}"#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(try filler.rewritten().text() == text)
    // What was said of an answer does not stay with another.
    try filler.set("q", .string("y"))
    #expect(try filler.items().contains(#""answer":[{"valueString":"y"}]"#))
    try filler.set("q", .string("x"))
    #expect(try !filler.items().contains("a1"))
  }

  @Test func `several answers to a question that takes one are kept until it is answered`() throws {
    var (filler, issues) = try read(
      #"[{"linkId":"q","answer":[{"valueString":"a"},{"valueString":"b"}]}]"#)
    #expect(issues.isEmpty)
    #expect(filler.response.issues(wantsCompleteness: false).map(\.code) == [.repeats])
    #expect(try filler.state("q") == .answered([.string("a"), .string("b")]))
    try filler.set("q", .string("c"))
    #expect(try filler.state("q") == .answered([.string("c")]))
    var (cleared, _) = try read(
      #"[{"linkId":"q","answer":[{"valueString":"a"},{"valueString":"b"}]}]"#)
    try cleared.clear("q")
    #expect(try cleared.state("q") == .skipped)
    try cleared.set("q", .string("d"))
    #expect(try cleared.state("q") == .answered([.string("d")]))
  }

  @Test func `a value beside a reason for none counts`() throws {
    let absent = #"""
      {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"asked-unknown"}]}
      """#
    for answers in [#"{"valueString":"a"},\#(absent)"#, #"\#(absent),{"valueString":"a"}"#] {
      let (filler, _) = try read(#"[{"linkId":"q","answer":[\#(answers)]}]"#)
      #expect(try filler.state("q") == .answered([.string("a")]))
    }
  }

  @Test func `rows of a draft stay although they are empty`() throws {
    var filler = try Filler(
      #"[{"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"a","type":"string"}]}]"#)
    try filler.addRow("g")
    try filler.set("a", .string("x"), instance: 1)
    #expect(
      try filler.items()
        == #"[{"linkId":"g"},{"linkId":"g","item":[{"linkId":"a","answer":[{"valueString":"x"}]}]}]"#
    )
    #expect(try filler.rewritten().state("a", instance: 1) == .answered([.string("x")]))
  }

  @Test func `the texts of a display are neither wanted nor written`() throws {
    let (filler, issues) = try Filler(#"[{"linkId":"d","text":"Words","type":"display"}]"#)
      .reading(#"[{"linkId":"d","text":"Words"}]"#)
    #expect(issues.isEmpty)
    #expect(try filler.items() == "none")
  }
}
