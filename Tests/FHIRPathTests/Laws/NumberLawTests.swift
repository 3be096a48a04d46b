import FHIR
import SeededRandomness
import Testing

@testable import FHIRPath

/// What holds for numbers, whichever they are (FHIRPath 3.0, sections 6.1, 6.2, 6.6 and 6.7).
@Suite struct NumberLawTests {
  @Test(
    arguments: [
      "%a + %b = %b + %a", "%a * %b = %b * %a", "(%a + %b) - %b = %a", "%a - %a = 0", "%a + 0 = %a",
      "(%a + %b) + %c = %a + (%b + %c)", "%a * (%b + %c) = %a * %b + %a * %c",
      "%a * 1 = %a", "(%a * 1).toString() = %a.toString()", "(%a + 0).toString() = %a.toString()",
      "-(-%a) = %a", "(-%a).abs() = %a.abs()", "%a.abs() >= 0", "(%b = 0) or (%a * %b) / %b = %a",
      // The places behind the point: those of the longer summand, those of both factors.
      "(%a + %b).precision() = iif(%a.precision() > %b.precision(), %a.precision(), %b.precision())",
      "(%a * %b).precision() = %a.precision() + %b.precision()",
      // One and only one of less, equal and greater.
      "(%a < %b) xor (%a = %b) xor (%a > %b)", "((%a < %b) and (%a > %b)).not()",
      "(%a < %b) = (%b > %a)", "(%a <= %b) = (%a > %b).not()", "(%a = %b) = (%b = %a)",
      "(%a <= %b and %b <= %c) implies %a <= %c", "(%a < %b) implies (%a + %c < %b + %c)",
      "%a ~ %a", "(%a ~ %b) = (%b ~ %a)", "(%a = %b) implies %a ~ %b",
      "%a = %a.toString().toDecimal()",
      "%a.floor() <= %a and %a <= %a.ceiling()", "%a.ceiling() - %a.floor() <= 1",
      "%a.truncate().abs() <= %a.abs()", "(%a - %a.truncate()).abs() < 1",
      "(-%a).floor() = -(%a.ceiling())",
      "(%a.round(2) - %a).abs() <= 0.005", "%a.lowBoundary() <= %a and %a <= %a.highBoundary()",
      "(%a | %b | %a).count() = iif(%a = %b, 1, 2)",
      "(%a | %b | %c).sort().first() = (%a | %b | %c).min()",
    ].map(Law.init))
  func `decimals`(_ law: Law) throws {
    var random = SeededGenerator(seed: 1)
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<200 {
      try law.check(
        expression,
        ["a": Self.decimal(&random), "b": Self.decimal(&random), "c": Self.decimal(&random)])
    }
  }

  @Test(
    arguments: [
      "%a = %z", "%z = %a", "%a ~ %z", "(%a < %z) = false", "%a >= %z", "(%a | %z).count() = 1",
      "%z in %a", "%z.toString() = %text", "%z.toString().toDecimal().toString() = %text",
      "%z.precision() = %places", "(%z + 0).toString() = %text",
      "(%z | 7.5).first().toString() = %text",
    ].map(Law.init))
  func `zeros at the end are kept and mean nothing`(_ law: Law) throws {
    var random = SeededGenerator(seed: 2)
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<200 {
      let start = "\(random.number(-99999...99999)).\(random.number(1...999))"
      let text = start + String(repeating: "0", count: random.number(0...5))
      let places = text.utf8.count - 1 - text.prefix { $0 != "." }.utf8.count
      let short = try #require(ExactDecimal(start)?.normalized)
      try law.check(
        expression,
        [
          "a": .decimal(short), "z": .decimal(try #require(ExactDecimal(text))),
          "text": .string(text), "places": .integer(Int32(places)),
        ])
    }
  }

  @Test(
    arguments: [
      "(%a div %b) * %b + (%a mod %b) = %a", "(%a mod %b).abs() < %b.abs()",
      // The remainder has the sign of what is divided, and the quotient is cut off towards zero.
      "(%a mod %b = 0) or ((%a mod %b) < 0) = (%a < 0)", "(-%a) div %b = -(%a div %b)",
      "(%a div %b) = (%a / %b).truncate()", "%a div 1 = %a", "%a mod 1 = 0", "%a div %a = 1",
      "%a + %b = %b + %a", "(%a + %b) - %b = %a", "%a = %a.toString().toInteger()",
      "%a = %a.toDecimal()",
      "%a = %a.toLong()", "(%a.toLong() div %b.toLong()) * %b.toLong() + (%a.toLong() mod %b) = %a",
      "%a.power(2) = %a * %a", "%a.power(0) = 1", "%a.abs() = iif(%a < 0, -%a, %a)",
      "%a.round() = %a",
      "%a ~ %a.toDecimal()", "(%a > %b) = (%a.toDecimal() > %b.toDecimal())",
    ].map(Law.init))
  func `integers`(_ law: Law) throws {
    var random = SeededGenerator(seed: 3)
    let expression = try FHIRPathExpression(law.text)
    func integer() -> FHIRPathValue {
      let size = random.pick(from: [5, 100, 40_000])
      let value = random.number(1...size)
      return .integer(Int32(random.happens(inHundred: 50) ? value : -value))
    }
    for _ in 0..<200 { try law.check(expression, ["a": integer(), "b": integer()]) }
  }

  /// The quotient and the remainder of decimals, whose quotient is whole.
  @Test(
    arguments: [
      "(%a div %b) * %b + (%a mod %b) = %a", "(%a mod %b).abs() < %b.abs()",
      "(%a mod %b = 0) or ((%a mod %b) < 0) = (%a < 0)",
    ].map(Law.init))
  func `decimals divided whole`(_ law: Law) throws {
    var random = SeededGenerator(seed: 4)
    let expression = try FHIRPathExpression(law.text)
    func decimal(_ most: Int) -> FHIRPathValue {
      let sign = random.happens(inHundred: 50) ? Int128(-1) : 1
      return .decimal(
        ExactDecimal(
          mantissa: sign * Int128(random.number(1...most)), scale: random.number(0...4)))
    }
    for _ in 0..<200 { try law.check(expression, ["a": decimal(1_000_000), "b": decimal(9999)]) }
  }

  /// Beyond the greatest numbers there is nothing, never another number.
  @Test(arguments: [
    "2147483647 + 1", "-2147483648 - 1", "65536 * 65536", "(-2147483648) div (-1)",
    "(-2147483648).abs()",
    "1 / 0", "1 div 0", "1 mod 0", "1.0 mod 0.0", "9223372036854775807L + 1L",
    "9999999999999999999999999999999999999.0 * 100", "10.0.power(39)",
    "9000000000000000000000000000000000000.0 'mg' * 100",
  ])
  func `too large is nothing`(_ text: String) throws {
    #expect(try FHIRPathExpression(text).evaluate().isEmpty)
  }

  private static func decimal(_ random: inout SeededGenerator) -> FHIRPathValue {
    let size = random.pick(from: [1, 20, 1000, 10_000_000])
    return .decimal(
      ExactDecimal(mantissa: Int128(random.number(-size...size)), scale: random.number(0...7)))
  }
}
