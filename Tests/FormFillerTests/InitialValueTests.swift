import FHIR
import Testing

@testable import FormFiller

/// What a form begins with, and where it must not come back.
@Suite struct InitialValueTests {
  private static let items = #"""
    [{"linkId":"unit","type":"string","initial":[{"valueString":"mg"}]},
     {"linkId":"many","type":"integer","repeats":true,"initial":[{"valueInteger":1},{"valueInteger":2}]},
     {"linkId":"pick","type":"choice","answerOption":[
       {"valueCoding":{"code":"a"}},{"valueCoding":{"code":"b"},"initialSelected":true}]},
     {"linkId":"g","type":"group","repeats":true,"item":[
       {"linkId":"row","type":"boolean","initial":[{"valueBoolean":true}],
        "item":[{"linkId":"under","type":"integer","initial":[{"valueInteger":7}]}]}]},
     {"linkId":"opened","type":"string","enableWhen":[
       {"question":"unit","operator":"=","answerString":"mg"}]}]
    """#

  @Test func `a new response begins with them, in rows and under answers too`() throws {
    var filler = try Filler(Self.items)
    #expect(filler.form.problems.isEmpty)
    #expect(try filler.state("unit") == .answered([.string("mg")]))
    #expect(try filler.state("many") == .answered([.integer(1), .integer(2)]))
    #expect(try filler.state("pick") == .answered([.coding(Coding(code: "b"))]))
    #expect(try filler.isEnabled("opened"))
    try filler.addRow("g")
    #expect(try filler.state("under", instance: 1) == .answered([.integer(7)]))
    #expect(try filler.isEnabled("under", instance: 1))
  }

  @Test func `what was skipped stays skipped when it is read`() throws {
    var filler = try Filler(Self.items)
    try filler.clear("unit")
    try filler.decline("many", .askedUnknown)
    let again = try filler.rewritten()
    #expect(try again.state("unit") == .skipped)
    #expect(try again.state("many") == .declined(.askedUnknown))
    #expect(try !again.isEnabled("opened"))
  }

  @Test func `a draft that does not hold an item begins with its initial value`() throws {
    let (read, issues) = try Filler(Self.items).reading(#"[{"linkId":"unit"}]"#)
    #expect(issues.isEmpty)
    #expect(try read.state("unit") == .skipped)
    #expect(try read.state("pick") == .answered([.coding(Coding(code: "b"))]))
  }

  @Test(arguments: [QuestionnaireResponse.Status.completed, .amended, .stopped, .enteredInError])
  func `a response that is over gains no answer that nobody gave`(
    _ status: QuestionnaireResponse.Status
  ) throws {
    var (read, _) = try Filler(Self.items).reading(
      #"[{"linkId":"g","item":[{"linkId":"row","answer":[{"valueBoolean":false}]}]}]"#,
      status: status)
    for linkId in ["unit", "many", "pick", "under"] {
      #expect(try read.state(linkId) == .notReached)
    }
    #expect(try read.state("row") == .answered([.boolean(false)]))
    // A row that is added afterwards is new.
    try read.addRow("g")
    #expect(try read.state("row", instance: 1) == .answered([.boolean(true)]))
  }

  @Test func `a required answer is missing although the form has an initial value`() throws {
    let form = try Filler.form(
      #"[{"linkId":"q","type":"string","required":true,"initial":[{"valueString":"x"}]}]"#)
    let source = try #require(
      QuestionnaireResponse(
        JSONDocument(#"{"resourceType":"QuestionnaireResponse","status":"completed"}"#).root))
    #expect(Response.issues(in: source, form: form).map(\.code) == [.required])
  }

  @Test func `one of another type is passed over`() throws {
    let filler = try Filler(
      #"[{"linkId":"q","type":"integer","initial":[{"valueString":"x"},{"valueInteger":3}]}]"#)
    #expect(try filler.state("q") == .answered([.integer(3)]))
  }
}
