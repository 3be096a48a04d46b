import FHIR
import FHIRPath

/// A response that changes while an expression looks for one of its items, all of them answered.
enum LiveResourceBenchmarks {
  static func run(_ table: inout BenchmarkTable) throws {
    let values = try (0..<2).map { value in
      try JSONDocument(#"{"answer":[{"valueCoding":{"system":"s","code":"c\#(value)"}}]}"#).root
    }
    for count in [100, 1_000, 10_000] {
      var (response, places) = try answered(count, values[0])
      let wanted = "%resource.descendants().where(linkId = 'q\(count / 2)').answer.value.code"
      let expression = try FHIRPathExpression(wanted)
      var turn = 0
      let changes = try FHIRPathBenchmarks.microseconds {
        turn += 1
        response.setContent(of: places[turn * 7 % count], to: values[turn / count % 2])
      }
      table.note("live, \(count) items: set an answer", changes, unit: "µs")
      let both = try FHIRPathBenchmarks.microseconds {
        turn += 1
        response.setContent(of: places[turn * 7 % count], to: values[turn / count % 2])
        _ = try expression.evaluate(on: response.root)
      }
      table.note("live, \(count) items: set an answer, find an item", both, unit: "µs")
      let openings = try FHIRPathBenchmarks.microseconds {
        response.setContent(of: places[0], to: nil)
        response.setContent(of: places[0], to: values[0])
      }
      table.note("live, \(count) items: hide an item, show it", openings, unit: "µs")
    }
  }

  /// Items in sections of ten, each with an answer.
  private static func answered(
    _ count: Int, _ content: JSONNode
  ) throws -> (LiveResource, [LiveResource.Place]) {
    let own = try JSONDocument(#"{"resourceType":"QuestionnaireResponse"}"#)
    var places: [LiveResource.Place] = []
    var response = LiveResource(own.root) { builder in
      for section in 0..<count / 10 {
        _ = builder.open(.item(linkId: "s\(section)"))
        for item in 0..<10 {
          places.append(builder.open(.item(linkId: "q\(section * 10 + item)")))
          builder.close()
        }
        builder.close()
      }
    }
    for place in places { response.setContent(of: place, to: content) }
    return (response, places)
  }
}
