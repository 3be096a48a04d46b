import FHIR
import SeededRandomness
import Testing

@Suite struct ExactDecimalTests {
  static let largest = "170141183460469231731687303715884105727"

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("1.50", "1.50"), ("-0.05", "-0.05"), ("0.000", "0.000"),
    ("007.5", "7.5"), ("1e3", "1000"), ("1.5E+1", "15"), ("1.50e1", "15.0"), ("25e-3", "0.025"),
    ("-1e-2", "-0.01"), ("0e100", "0"), ("12345678901234567890.123", "12345678901234567890.123"),
    (largest, largest), ("-" + largest, "-" + largest),
    ("1e38", "1" + String(repeating: "0", count: 38)),
  ])
  func lexemes(_ source: String, _ written: String) {
    #expect(ExactDecimal(source)?.description == written)
  }

  @Test(arguments: [
    "", "-", "+1", ".5", "5.", "1..2", "1.2.3", "e5", "1e", "1e+", "1e5.0", "1e101", "1e-101", "1 ",
    "0x1", "1e39", "1e9223372036854775807", "1e-9223372036854775808", "1e99999999999999999999",
    largest + "0", "170141183460469231731687303715884105728", "1,5", "٣", "NaN",
  ])
  func refused(_ source: String) {
    #expect(ExactDecimal(source) == nil)
  }

  @Test(arguments: [
    ("1.50", "1.5", 0), ("1.5", "1.50001", -1), ("-2", "-1.9", -1), ("0.0", "-0.00", 0),
    ("10", "9.99", 1),
    ("1e38", "1e-100", 1), ("-1e38", "1e-100", -1), ("1e-100", "1e38", -1), ("1e-100", "-1e38", 1),
    (largest, "1e38", 1), ("1e-99", "1e-100", 1), ("0", "1e-100", -1),
  ])
  func order(_ left: String, _ right: String, _ expected: Int) throws {
    let left = try #require(ExactDecimal(left))
    let right = try #require(ExactDecimal(right))
    #expect((left < right) == (expected < 0))
    #expect((left == right) == (expected == 0))
    #expect((left > right) == (expected > 0))
    if expected == 0 { #expect(left.hashValue == right.hashValue) }
  }

  @Test(arguments: [
    ("0.1", "0.2", "0.3", "0.02"), ("1.50", "-1.5", "0.00", "-2.250"), ("99", "1", "100", "99"),
    ("-0.5", "-0.25", "-0.75", "0.125"),
  ])
  func sumsAndProducts(_ left: String, _ right: String, _ sum: String, _ product: String) throws {
    let left = try #require(ExactDecimal(left))
    let right = try #require(ExactDecimal(right))
    #expect(left.adding(right)?.description == sum)
    #expect(left.multiplied(by: right)?.description == product)
  }

  @Test func whatDoesNotFitIsNil() throws {
    let largest = try #require(ExactDecimal(Self.largest))
    #expect(largest.adding(1) == nil)
    #expect(largest.multiplied(by: 2) == nil)
    #expect(largest.adding(ExactDecimal(mantissa: 1, scale: 1)) == nil)
    #expect(largest.adding(0) == largest)
    #expect(largest.integer == nil)
    #expect(ExactDecimal(mantissa: .min).isNegative)
    #expect(ExactDecimal(mantissa: .min).description == "-170141183460469231731687303715884105728")
  }

  /// The laws of arithmetic, on numbers small enough for every result to fit.
  @Test func laws() throws {
    var generator = SeededGenerator(seed: 7)
    func random() -> ExactDecimal {
      ExactDecimal(
        mantissa: Int128(Int.random(in: -1_000_000...1_000_000, using: &generator)),
        scale: Int.random(in: 0...6, using: &generator))
    }
    for _ in 0..<500 {
      let (first, second, third) = (random(), random(), random())
      #expect(ExactDecimal(first.description)?.description == first.description)
      #expect(first.normalized == first)
      #expect(first.adding(second) == second.adding(first))
      #expect(first.multiplied(by: second) == second.multiplied(by: first))
      let left = try #require(first.adding(second)?.adding(third))
      #expect(left == second.adding(third)?.adding(first))
      let sumTimes = try #require(first.adding(second)?.multiplied(by: third))
      let times = try #require(first.multiplied(by: third))
      #expect(sumTimes == second.multiplied(by: third)?.adding(times))
      #expect((first < second) == (second > first))
      #expect(first.adding(second).map { $0 > first } == (second > 0))
    }
  }

  @Test(arguments: [
    ("1.50", 1, nil), ("100", 0, 100), ("3.000", 0, 3), ("0.0", 0, 0), ("-2.0", 0, -2),
  ])
  func digits(_ source: String, _ fraction: Int, _ integer: Int?) throws {
    let value = try #require(ExactDecimal(source))
    #expect(value.significantFractionDigits == fraction)
    #expect(value.integer == integer)
    #expect(ExactDecimal(mantissa: 5, scale: -3) == 5)
  }
}
