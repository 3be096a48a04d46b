import FHIR
import FormGenerator
import SeededRandomness
import Testing

@testable import FormFiller

/// A response is its changes: made again, also after they were written and read, they give the same.
@Suite struct ReplayTests {
  private static func check(_ form: Form, seed: Int, count: Int) throws -> RandomChanges {
    var walk = RandomChanges(Response(to: form), seed: seed)
    for _ in 0..<count { try walk.make() }
    let read = try walk.changes.map { try ChangeJSONTests.reread($0) }
    #expect(read == walk.changes)
    let again = try Response.replaying(read, to: form)
    #expect(again.picture == walk.response.picture)
    #expect(again.urgentRecords == walk.response.urgentRecords)
    let noon = try #require(Response.noon)
    for status in [QuestionnaireResponse.Status.inProgress, .stopped] {
      #expect(
        try again.document(as: status, authored: noon).root
          == walk.response.document(as: status, authored: noon).root)
    }
    return walk
  }

  @Test(arguments: 1...80) func `random forms come back`(_ seed: Int) throws {
    let form = Form(
      try #require(Questionnaire(RandomForm(seed: seed).questionnaire.root))
    ) { _ in [] }
    let walk = try Self.check(form, seed: seed &+ 5_000_000, count: 60)
    #expect(!walk.changes.isEmpty)
  }

  @Test(arguments: 1...60) func `urgent records come back with their times`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let form = try Filler.form(UrgentRecordPropertyTests.items(&random))
    let walk = try Self.check(form, seed: seed &+ 6_000_000, count: 120)
    #expect(!walk.response.urgentRecords.isEmpty)
  }

  @Test(arguments: 0..<40) func `what a form works out comes back`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let plan = ExpressionFormPlan(using: &random)
    let form = try ExpressionForm.form(plan.items, extensions: plan.extensions)
    _ = try Self.check(form, seed: seed &+ 7_000_000, count: 60)
  }

  // MARK: - What does not fit

  private static let items = """
    [{"linkId":"rows","type":"group","repeats":true,"item":[
       {"linkId":"name","type":"string","text":"Name?"}]},
     {"linkId":"last","type":"boolean","text":"Last?"}]
    """

  @Test func `a change that does not fit is named and stops the rest`() throws {
    var filler = try Filler(Self.items)
    var changes: [Change] = []
    func path(_ linkId: String, _ instance: Int) throws -> ItemPath {
      filler.response.path(to: try filler.node(linkId, instance))
    }
    changes.append(
      Change(.set([.string("a")]), at: try path("name", 0), by: .patient, time: try Filler.time()))
    // The form of another day: the question is of another type there.
    changes.append(
      Change(.set([.boolean(true)]), at: try path("name", 0), by: .patient, time: try Filler.time())
    )
    changes.append(
      Change(.set([.boolean(true)]), at: try path("last", 0), by: .patient, time: try Filler.time())
    )
    let error = #expect(throws: ReplayError.self) {
      try Response.replaying(changes, to: filler.form)
    }
    #expect(error?.position == 1)
    #expect(error?.change == changes[1])
    #expect(error?.reason == .answerType(linkId: "name", .boolean))
    #expect(error?.description.hasPrefix("change 2 does not fit the form") == true)
    #expect(error?.description.contains("name") == false)
    // What came before it is there.
    try filler.set("name", .string("a"))
    #expect(error?.response.picture == filler.response.picture)
  }

  @Test func `a change to a row that was never made does not land in another`() throws {
    let filler = try Filler(Self.items)
    let path = ItemPath([
      ItemPath.Step(linkId: "rows", instance: InstanceID(number: 99)),
      ItemPath.Step(linkId: "name"),
    ])
    let change = Change(.set([.string("a")]), at: path, by: .patient, time: try Filler.time())
    let error = #expect(throws: ReplayError.self) {
      try Response.replaying([change], to: filler.form)
    }
    #expect(error?.reason == .unknownPath(path))
  }

  @Test func `no changes give a response that nobody has answered`() throws {
    let filler = try Filler(Self.items)
    #expect(try Response.replaying([], to: filler.form).picture == filler.response.picture)
  }
}
