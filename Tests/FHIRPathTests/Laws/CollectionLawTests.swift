import FHIR
import SeededRandomness
import Testing

@testable import FHIRPath

/// What compares each with each finds what a table finds (FHIRPath 3.0, sections 5.3 and 6.1).
@Suite struct CollectionLawTests {
  private static let items: [String] = [
    "1", "1.0", "1.00", "2", "2L", "1 '1'", "0.5", "0.50", "'a'", "'b'", "true", "false", "@2020",
    "@2020-01", "@2020-01-01", "@2020-01-01T", "@2020T", "@2020-01-01T12:00Z",
    "@2020-01-01T13:00+01:00",
    "@2020-01-01T12:00:00Z", "@2020-01-01T12:00:00.000Z", "@2020-01-01T13:00:00.0+01:00",
    "@2020-01-01T12:00", "@2020-01-01T12Z", "@2020-01-01T13+01:00", "@T12", "@T12:00", "@T12:00:00",
    "@T12:00:00.0", "1 'kg'", "1000 'g'", "1.0 'kg'", "1 'm'", "100 'cm'", "7 days", "1 week",
    "1 'wk'",
    "1 year", "12 months", "1 'a'", "Coding { system: 'a', code: 'b' }",
    "Coding { code: 'b', system: 'a' }",
    "Coding { code: 'a', system: 'b' }", "HumanName { given: ('a' | 'b'), family: 'c' }",
    "HumanName { family: 'c', given: ('a' | 'b') }",
    "HumanName { family: 'c', given: ('b' | 'a') }",
    "HumanName { family: 'c' }", "HumanName { given: 'c' }",
  ]

  private let same = Result { try FHIRPathExpression("%a = %b") }

  private func isSame(_ left: FHIRPathValue, _ right: FHIRPathValue) throws -> Bool {
    let options = EvaluationOptions(variables: ["a": [left], "b": [right]])
    return try same.get().isTrue(on: nil, options) == true
  }

  private func has(_ items: [FHIRPathValue], _ item: FHIRPathValue) throws -> Bool {
    try items.contains { try isSame($0, item) }
  }

  private func distinct(_ items: [FHIRPathValue]) throws -> [FHIRPathValue] {
    try items.reduce(into: []) { if try !has($0, $1) { $0.append($1) } }
  }

  @Test(arguments: 0..<12)
  func `sets are as comparing each with each`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed * 1_000_000)
    let values = try Self.items.flatMap { try FHIRPathExpression($0).evaluate() }
    #expect(values.count == Self.items.count)
    // Few are looked through, many are looked up.
    let a = (0..<random.pick(from: [5, 60])).map { _ in random.pick(from: values) }
    let b = (0..<random.pick(from: [5, 60])).map { _ in random.pick(from: values) }
    let options = EvaluationOptions(variables: ["a": a, "b": b])
    let expected: [(String, [FHIRPathValue])] = [
      ("%a.distinct()", try distinct(a)), ("%a | %b", try distinct(a + b)),
      ("%a.intersect(%b)", try distinct(a.filter { try has(b, $0) })),
      ("%a.exclude(%b)", try a.filter { try !has(b, $0) }),
      ("%a.isDistinct()", [.boolean(try distinct(a).count == a.count)]),
      ("%a.subsetOf(%b)", [.boolean(try a.allSatisfy { try has(b, $0) })]),
      ("%a.supersetOf(%b)", [.boolean(try b.allSatisfy { try has(a, $0) })]),
      ("%a.take(1) in %b", [.boolean(try has(b, a[0]))]),
    ]
    for (text, values) in expected {
      let found = try FHIRPathExpression(text).evaluate(on: nil, options)
      #expect(found.map(Self.shown) == values.map(Self.shown), "\(text)")
    }
  }

  private static func shown(_ value: FHIRPathValue) -> String {
    value.text
      ?? {
        if case .node(let node) = value { "\(node.path) \(node.children.map(\.name))" } else { "" }
      }()
  }

  /// The members of an object have no order; the values of one member do.
  @Test(arguments: [
    ("Coding { system: 'a', code: 'b' } = Coding { code: 'b', system: 'a' }", "true"),
    ("Coding { system: 'a', code: 'b' } = Coding { code: 'a', system: 'b' }", "false"),
    ("Coding { system: 'a', code: 'b' } = Coding { system: 'a' }", "false"),
    ("Coding { system: 'a' } = Coding { system: 'a', code: 'b' }", "false"),
    ("Coding { system: 'a', code: 'b' } = Coding { code: 'b', display: 'a' }", "false"),
    ("Coding { system: 'A', code: 'b' } ~ Coding { code: 'B', system: 'a' }", "true"),
    ("HumanName { given: ('a' | 'b') } = HumanName { given: ('b' | 'a') }", "false"),
    (
      "HumanName { given: ('a' | 'b'), text: 'c' } = HumanName { text: 'c', given: ('a' | 'b') }",
      "true"
    ),
  ])
  func `objects`(_ text: String, _ expected: String) throws {
    #expect(try FHIRPathExpression(text).evaluate().map(\.text) == [expected])
  }
}
