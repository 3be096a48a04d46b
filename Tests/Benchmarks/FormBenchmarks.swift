import FHIR
import FormFiller
import FormGenerator

/// A form of 10,000 items with 2,000 conditions: read, compiled, filled, written.
enum FormBenchmarks {
  static func run(_ table: inout BenchmarkTable) throws {
    let text = Array(LargeForm.text().utf8)
    table.measure("form: read \(text.count { $0 == 0x0A }) lines of JSON") {
      _ = try? JSONDocument(text)
    }
    let document = try JSONDocument(text)
    guard let questionnaire = Questionnaire(document.root),
      let time = PartialDateTime("2026-03-01T09:00:00Z")
    else { return }
    table.measure("form: compile") { _ = compile(questionnaire) }
    let form = compile(questionnaire)
    table.measure("form: make a response") { _ = Response(to: form) }
    var response = Response(to: form)
    table.note("form: answer a question that opens two", answerGates(of: &response, at: time))
    table.note("form: go on to the next stop", walk(through: response))
    table.measure("form: validate all answers") { _ = response.issues() }
    table.measure("form: write a draft") {
      _ = try? response.document(as: .inProgress, authored: time)
    }
    let draft = try response.document(as: .inProgress, authored: time)
    guard let source = QuestionnaireResponse(draft.root) else { return }
    table.measure("form: read a draft") { _ = Response.reading(source, form: form) }
  }

  private static func compile(_ questionnaire: Questionnaire) -> Form {
    Form(questionnaire) { _ in [] }
  }

  /// Answers the first question of each block with yes, no and yes.
  private static func answerGates(of response: inout Response, at time: PartialDateTime)
    -> [Duration]
  {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for section in 0..<100 {
      for block in 0..<10 {
        let path = ItemPath([
          ItemPath.Step(linkId: "s\(section)", instance: row(section, of: response)),
          ItemPath.Step(linkId: LargeForm.gate(section: section, block: block)),
        ])
        for answer in [true, false, true] {
          let change = Change(.set([.boolean(answer)]), at: path, by: .patient, time: time)
          times.append(clock.measure { _ = try? response.apply(change) })
        }
      }
    }
    return times
  }

  private static func row(_ section: Int, of response: Response) -> InstanceID? {
    response.rows(of: response.topNodes[section]).first
  }

  private static func walk(through response: Response) -> [Duration] {
    let clock = ContinuousClock()
    var times: [Duration] = []
    var stop = response.firstStop
    while let current = stop {
      times.append(clock.measure { stop = response.stop(after: current) })
    }
    return times
  }
}
