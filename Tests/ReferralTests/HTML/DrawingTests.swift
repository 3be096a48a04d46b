import FHIR
import Testing

@testable import Referral

@Suite struct DrawingTests {
  private static func number(_ text: String) throws -> ExactDecimal {
    try #require(ExactDecimal(text))
  }

  private static func band(_ label: String, _ low: String?, _ high: String?) throws -> ScoreBand {
    func end(_ name: String, _ value: String?) -> String {
      value.map { "\"\(name)\":{\"value\":\($0)}" } ?? ""
    }
    let range = [end("low", low), end("high", high)].filter { !$0.isEmpty }.joined(separator: ",")
    let json = """
      {"category":"reference","context":{"text":"\(label)"},"range":{\(range)}}
      """
    return try #require(ScoreBand(JSONDocument(json).root))
  }

  @Test(arguments: [
    ("0", "0", "10", "14"), ("10", "0", "10", "314"), ("5", "0", "10", "164"),
    ("7", "0", "27", "91.8"), ("2.5", "0", "10", "89"), ("1", "1", "4", "14"),
  ])
  func theMarkerIsWhereTheValueIs(value: String, least: String, greatest: String, x: String) throws
  {
    let drawing = try #require(
      ScaleDrawing(
        name: "S", value: Self.number(value), least: Self.number(least),
        greatest: Self.number(greatest), bands: []))
    #expect(drawing.markerX == x)
    #expect(drawing.summary == "S: \(value) on a scale from \(least) to \(greatest)")
  }

  @Test(arguments: [("11", "0", "10"), ("-1", "0", "10"), ("3", "5", "5"), ("3", "10", "0")])
  func whatDoesNotLieOnTheScaleIsNotDrawn(value: String, least: String, greatest: String) throws {
    let drawing = ScaleDrawing(
      name: "S", value: try Self.number(value), least: try Self.number(least),
      greatest: try Self.number(greatest), bands: [])
    #expect(drawing == nil)
  }

  @Test func partsReachToEachOther() throws {
    let bands = [
      try Self.band("a", "0", "4"), try Self.band("b", "5", "9"), try Self.band("c", "10", "27"),
      try Self.band("across", "8", "27"),
    ]
    let drawing = try #require(
      ScaleDrawing(
        name: "S", value: Self.number("6"), least: Self.number("0"), greatest: Self.number("27"),
        bands: bands))
    #expect(drawing.parts.map(\.x) == ["14", "69.6", "125.1"])
    #expect(drawing.parts.map(\.width) == ["55.6", "55.6", "188.9"])
    #expect(drawing.parts.map(\.isShaded) == [false, true, false])
    #expect(drawing.limits.map(\.value) == ["5", "10"])
  }

  @Test(arguments: [
    ("M1 2h3v-4.5z", true), ("", false), ("M1 2\"/><script>", false), ("url(#x)", false),
    ("M1,2a3 4 0 1 0 5 6", true), ("M1 2 é", false),
  ])
  func onlyPathDataIsDrawn(text: String, isPath: Bool) { #expect(BodyShape.isPath(text) == isPath) }

  @Test func aSideIsDrawnAlone() throws {
    let shapes = [
      BodyShape(region: "hand", view: .front, part: .left, path: "M1 1"),
      BodyShape(region: "hand", view: .front, part: .right, path: "M2 2"),
      BodyShape(region: "head", view: .front, part: .whole, path: "M3 3"),
    ]
    func marked(_ side: String?) -> [String] {
      let region = BodyRegion(
        code: "hand", name: "Hand", side: side.map { BodyRegion.Side(code: $0, name: $0) },
        isMain: true)
      return BodyDrawing(of: [region], on: shapes).views.flatMap { $0.marked.map(\.path) }
    }
    #expect(marked("left") == ["M1 1"])
    #expect(marked("right") == ["M2 2"])
    #expect(marked("both") == ["M1 1", "M2 2"])
    #expect(marked(nil) == ["M1 1", "M2 2"])
    let views = BodyDrawing(of: [], on: shapes).views
    #expect(views.map(\.outline.count) == [3] && views[0].marked.isEmpty)
  }
}
