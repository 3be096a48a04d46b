import FHIR
import FormFiller
import FormGenerator

/// Forms that work much out: how long they take to load, and how long an answer takes.
enum CalculationBenchmarks {
  static func run(_ table: inout BenchmarkTable) throws {
    guard let time = PartialDateTime("2026-03-01T09:00:00Z"),
      let calculating = Questionnaire(CalculatingForm.document().root)
    else { return }
    table.measure("calculations: load 420 items with 80 of five answers") {
      _ = Response(to: compile(calculating))
    }
    var response = Response(to: compile(calculating))
    table.note(
      "calculations: answer one of five",
      (0..<340).map { number in
        answer("q\(number)", .integer(number % 10), &response, at: time)
      })
    for count in [100, 1_000, 10_000] {
      let document = LargeForm.document(itemCount: count, calculations: 5)
      guard let large = Questionnaire(document.root) else { continue }
      table.measure("calculations: load \(count) items with \(count / 20) in rows") {
        _ = Response(to: compile(large))
      }
      var response = Response(to: compile(large))
      answerAll(of: &response, count: count, at: time)
      table.note(
        "calculations: answer in a row of \(count) items",
        (0..<200).map { number in
          let section = number % (count / 100)
          return answer(
            "s\(section).b\(number % 5).q6", .decimal(ExactDecimal(number)), &response, at: time)
        })
    }
  }

  private static func answerAll(of response: inout Response, count: Int, at time: PartialDateTime) {
    for section in 0..<count / 100 {
      for block in 0..<10 {
        _ = answer(
          LargeForm.gate(section: section, block: block), .boolean(true), &response, at: time)
      }
    }
  }

  private static func compile(_ questionnaire: Questionnaire) -> Form {
    Form(questionnaire) { _ in [] }
  }

  private static func answer(
    _ linkId: String, _ value: AnswerValue, _ response: inout Response, at time: PartialDateTime
  ) -> Duration {
    guard let node = response.nodes(linkId: linkId).first else { return .zero }
    let change = Change(.set([value]), at: response.path(to: node), by: .patient, time: time)
    return ContinuousClock().measure { _ = try? response.apply(change) }
  }
}
