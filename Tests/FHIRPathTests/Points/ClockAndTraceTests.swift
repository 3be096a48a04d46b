import FHIR
import FHIRPath
import Synchronization
import Testing

/// The clock and the trace come from the caller.
@Suite struct ClockAndTraceTests {
  static let cases = PointCase.table(
    """
    now() => @2026-03-01T23:30:15.250+02:00
    today() => @2026-03-01
    timeOfDay() => @T23:30:15.250
    now() = now() => true
    now() is DateTime => true
    today() is Date => true
    timeOfDay() is Time => true
    today() = now().dateOf() => true
    timeOfDay() = now().timeOf() => true
    (1 | 2 | 3).select(now()).distinct().count() => 1
    now() > @2026-03-01T21:30:15Z => true
    now() > @2026-03-01T21:30:15 => {}
    today() + 1 day => @2026-03-02
    now() + 1 hour => @2026-03-02T00:30:15.250+02:00
    today() - 18 years >= @2008-03-01 => true
    """)

  private static let clock = EvaluationOptions(
    now: PartialDateTime("2026-03-01T23:30:15.250+02:00"))

  @Test(arguments: cases) func `one instant for a whole evaluation`(_ one: PointCase) {
    one.check(with: Self.clock)
  }

  @Test func `two evaluations with one clock agree, with another they differ`() throws {
    let expression = try FHIRPathExpression("now() | today() | timeOfDay()")
    func texts(_ options: EvaluationOptions) throws -> [String?] {
      try expression.evaluate(on: nil, options).map(\.text)
    }
    #expect(try texts(Self.clock) == texts(Self.clock))
    let later = EvaluationOptions(now: PartialDateTime("2027-03-01T23:30:15.250+02:00"))
    #expect(try texts(Self.clock) != texts(later))
  }

  static let withoutClock = PointCase.table(
    """
    now() => {}
    today() => {}
    timeOfDay() => {}
    today() > @2020-01-01 => {}
    today().exists() => false
    """)

  @Test(arguments: withoutClock) func `without a clock they are empty`(_ one: PointCase) {
    one.check()
  }

  /// Each row: an expression, its result, and what is traced, name first.
  static let traces: [(String, String, [String])] = [
    ("(1 | 2).trace('all').sum()", "3", ["all: 1, 2"]),
    ("(1 | 2).trace('count', count()).sum()", "3", ["count: 2"]),
    ("(1 | 2).trace('one', $this + 1).sum()", "error severalItems", []),
    ("(1 | 2).trace('each', select($this + 1)).sum()", "3", ["each: 2, 3"]),
    ("(1 | 2).select(trace('inner'))", "1, 2", ["inner: 1", "inner: 2"]),
    ("{}.trace('nothing')", "{}", ["nothing: "]),
    ("{}.trace('nothing', count())", "{}", ["nothing: 0"]),
    ("(1).trace('a').trace('b')", "1", ["a: 1", "b: 1"]),
    ("('a' | 'b').select(trace('place', $index))", "'a', 'b'", ["place: 0", "place: 1"]),
    (
      "name.trace('families', family).count()", "3",
      ["families: string(Chalmers), string(Chalmers)"]
    ),
  ]

  @Test(arguments: traces)
  func `trace goes to the closure`(_ text: String, _ result: String, _ expected: [String]) {
    let sink = TraceLines()
    let options = EvaluationOptions(trace: { name, values in
      sink.add("\(name): \(values.map(PointCase.text).joined(separator: ", "))")
    })
    PointCase(expression: text, expected: result).check(on: PointResources.patient, with: options)
    #expect(sink.all == expected)
  }

  /// Without a closure the input goes on, and the projection is not evaluated.
  @Test func `without a closure nothing is traced`() {
    PointCase(expression: "(1 | 2).trace('all', $this + 1).sum()", expected: "3").check()
  }
}

/// The lines of a trace, in the order in which they came.
private final class TraceLines: Sendable {
  private let lines = Mutex<[String]>([])

  var all: [String] { lines.withLock { $0 } }

  func add(_ line: String) { lines.withLock { $0.append(line) } }
}
