import FHIR
import SeededRandomness
import Testing

@testable import FormFiller

/// Whatever is changed, disabled, removed, left or read back: an urgent record stays, with its first
/// answers and its first times.
@Suite struct UrgentRecordPropertyTests {
  /// A form of questions in groups and rows, with pages of every moment that random answers open.
  static func items(_ random: inout SeededGenerator) -> String {
    var pageCount = 0
    func page(on question: String) -> String {
      pageCount += 1
      let moment = random.pick(from: HelpPageMoment.allCases)
      let other = random.pick(from: ["a", "b", question])
      return CrisisForm.page(
        "page\(pageCount)", moment,
        CrisisForm.any(
          CrisisForm.condition(question, "=", true),
          CrisisForm.condition(other, random.pick(from: ["=", "!=", "exists"]), false)))
    }
    return """
      [{"linkId":"a","text":"A?","type":"boolean"},\(page(on: "a")),
       {"linkId":"b","text":"B?","type":"boolean"},
       {"linkId":"g","type":"group",\(CrisisForm.any(CrisisForm.condition("a", "!=", false))),
        "item":[{"linkId":"c","text":"C?","type":"boolean"},\(page(on: "c")),\(page(on: "b"))]},
       {"linkId":"rows","type":"group","repeats":true,"item":[
        {"linkId":"d","text":"D?","type":"boolean",
         "item":[{"linkId":"e","text":"E?","type":"boolean"},\(page(on: "e"))]},
        \(page(on: "d"))]}]
      """
  }

  private static func change(_ filler: inout Filler, _ random: inout SeededGenerator) throws {
    let minute = random.number(0...59)
    let linkId = random.pick(from: ["a", "b", "c", "d", "e"])
    let instances = filler.response.nodes(linkId: linkId).count
    let instance = instances > 1 ? random.number(0...instances - 1) : 0
    switch random.number(0...9) {
    case 0...4 where instances > 0:
      let value = AnswerValue.boolean(random.happens(inHundred: 60))
      try filler.set(linkId, value, instance: instance, minute: minute)
    case 5 where instances > 0: try filler.clear(linkId, instance: instance, minute: minute)
    case 6 where instances > 0:
      try filler.decline(linkId, .askedDeclined, instance: instance, minute: minute)
    case 7: try filler.addRow("rows")
    case 8:
      let rows = filler.response.rows(of: try filler.node("rows")).count
      try filler.removeRow(random.number(0...rows - 1), of: "rows")
    default:
      for page in filler.response.helpPagesDue(before: nil) {
        let path = filler.response.path(to: page)
        let event = random.pick(from: HelpPageEvent.allCases)
        try filler.response.apply(
          Change(.note(event), at: path, by: .patient, time: try Filler.time(minute: minute)))
      }
    }
  }

  /// Everything of a record that must never be another.
  private static func isKept(_ before: UrgentRecord, in after: UrgentRecord) -> Bool {
    func isSame(_ time: PartialDateTime?, _ later: PartialDateTime?) -> Bool {
      time == nil || time == later
    }
    return before.page == after.page && before.kind == after.kind && before.label == after.label
      && before.opened == after.opened && before.answers == after.answers
      && isSame(before.staffCalled, after.staffCalled) && isSame(before.shown, after.shown)
      && isSame(before.acknowledged, after.acknowledged) && isSame(before.closed, after.closed)
      && after.laterAnswers.starts(with: before.laterAnswers)
  }

  @Test(arguments: 0..<60)
  func `a record never goes and its first answers and times stay`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var filler = try Filler(Self.items(&random))
    var former: [UrgentRecord] = []
    for step in 0..<60 {
      switch random.number(0...19) {
      case 0: filler = try filler.rewritten()
      case 1:
        let status = random.pick(from: [QuestionnaireResponse.Status.stopped, .completed])
        let written = try filler.reading(document: filler.text(status)).filler
        #expect(
          zip(former, written.response.urgentRecords).allSatisfy { Self.isKept($0, in: $1) },
          "written as \(status) after step \(step)")
        #expect(written.response.urgentRecords.count >= former.count)
      default: try Self.change(&filler, &random)
      }
      let records = filler.response.urgentRecords
      #expect(records.count >= former.count, "step \(step)")
      #expect(zip(former, records).allSatisfy { Self.isKept($0, in: $1) }, "step \(step)")
      former = records
      // Who takes consent back leaves them, too.
      #expect(filler.response.keepingOnlyUrgentRecords().urgentRecords == records)
    }
    #expect(!former.isEmpty)
  }
}
