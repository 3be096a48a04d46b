import FHIR
import FHIRPath
import Testing

/// Dates compare as far as both are known, and not at all when one offset is missing.
@Suite struct PartialDateTests {
  static let precisions = PointCase.table(
    """
    @2020-01 < @2020-02-15 => true
    @2020-03 > @2020-02-15 => true
    @2020-01 = @2020-01-15 => {}
    @2020-01 != @2020-01-15 => {}
    @2020-01 < @2020-01-15 => {}
    @2020-01 >= @2020-01-15 => {}
    @2020-01 ~ @2020-01-15 => false
    @2020-01 !~ @2020-01-15 => true
    @2020-01 ~ @2020-01 => true
    @2020 = @2021-01 => false
    @2020 = @2020 => true
    @2020-01-15 = @2020-01-15T => true
    @2020-01-15 = @2020-01-15T10:00 => {}
    @2020-01-14 < @2020-01-15T10:00 => true
    @2020-01-15T10 = @2020-01-15T10:00 => {}
    @2020-01-15T10 < @2020-01-15T11:30 => true
    @2020-01-15T10:00 = @2020-01-15T10:00:00 => {}
    @2020-01-15T10:00 < @2020-01-15T10:01:30 => true
    @2020-01-15T10:00:00 = @2020-01-15T10:00:00.000 => true
    @2020-01-15T10:00:00 < @2020-01-15T10:00:00.1 => true
    @2020-01-15T10:00:00 ~ @2020-01-15T10:00:00.0 => true
    @T10 = @T10:30 => {}
    @T10 < @T11:30 => true
    @T10:30 = @T10:30:00 => {}
    @T10:30 ~ @T10:30:00 => false
    @T10:30:00 = @T10:30:00.0 => true
    @T10:30:01.5 > @T10:30:01 => true
    @2020 < @T10 => error wrongOperands
    @2020 = @T10 => false
    @2020 < 2020 => error wrongOperands
    """)

  static let offsets = PointCase.table(
    """
    @2020-01-15T10:00:00Z = @2020-01-15T12:00:00+02:00 => true
    @2020-01-15T23:00:00-02:00 = @2020-01-16T01:00:00Z => true
    @2020-01-15T10:00:00Z < @2020-01-15T10:00:00-01:00 => true
    @2020-01-15T10:00:00Z = @2020-01-15T10:00:00 => {}
    @2020-01-15T10:00:00Z != @2020-01-15T10:00:00 => {}
    @2020-01-15T10:00:00Z ~ @2020-01-15T10:00:00 => false
    @2020-01-15T10:00:00Z < @2020-01-15T11:00:00 => {}
    @2020-01-15T10:00:00Z < @2020-01-16T11:00:00 => {}
    @2020-01-15T10:00:00Z < @2021-01-15T10:00:00 => {}
    @1999-01-15T10:00:00 < @2021-01-15T10:00:00Z => {}
    @1999-01-15T10:00:00 >= @2021-01-15T10:00:00+14:00 => {}
    @1999-01-15T10:00 = @2021-01-15T10:00:00+14:00 => {}
    @1999-01-15T10 > @2021-01-15T10:00:00+14:00 => {}
    (@1999-01-15T10:00:00 | @2021-01-15T10:00:00Z).count() => 2
    @1999-01-15T10:00:00 in @2021-01-15T10:00:00Z => false
    """)

  static let inResources = PointCase.table(
    """
    Observation.effective < @2020-02-15 => true
    Observation.effective = @2020-01-15 => {}
    Observation.effective = @2020-01 => true
    Observation.effective = @2020-01T => true
    Observation.effective ~ @2020-01-15T10:00:00Z => false
    """)

  @Test(arguments: precisions) func `comparison stops where one is not known`(_ one: PointCase) {
    one.check()
  }

  @Test(arguments: offsets) func `an offset on one side only leaves it open`(_ one: PointCase) {
    one.check()
  }

  @Test(arguments: inResources) func `an element of a resource`(_ one: PointCase) {
    one.check(on: PointResources.observation)
  }

  /// The values of a form decide what no offset could change; the language never does.
  @Test func `the language leaves open what the values of a form decide`() throws {
    let local = try #require(PartialDateTime("1999-01-15T10:00:00"))
    let distant = try #require(PartialDateTime("2021-01-15T10:00:00Z"))
    #expect(local.ordering(against: distant) == .ascending)
    let options = EvaluationOptions(variables: [
      "local": [.dateTime(local)], "distant": [.dateTime(distant)],
    ])
    for symbol in ["<", "<=", ">", ">=", "=", "!="] {
      PointCase(expression: "%local \(symbol) %distant", expected: "{}").check(with: options)
    }
  }
}
