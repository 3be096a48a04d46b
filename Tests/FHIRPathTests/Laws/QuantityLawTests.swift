import FHIR
import SeededRandomness
import Testing

@testable import FHIRPath

/// What holds for quantities, whichever they are (FHIRPath 3.0, sections 4.1.10, 6.1 and 6.6).
@Suite struct QuantityLawTests {
  /// Units that convert into each other, the coarsest first.
  private static let families = [
    ["kg", "g", "mg"], ["km", "m", "cm", "mm"], ["L", "mL"], ["wk", "d", "h", "min", "s", "ms"],
    ["weeks", "days", "hours", "minutes", "seconds", "milliseconds"], ["years", "months"],
  ]

  @Test(
    arguments: [
      // There and back, from the coarser unit to the finer, which is exact.
      "%a.toQuantity(%fine).toQuantity(%coarse) = %a", "%a.toQuantity(%fine) = %a",
      "%a.toQuantity(%fine) ~ %a", "%a = %a", "%a ~ %a", "(%a = %b) = (%b = %a)",
      "(%a ~ %b) = (%b ~ %a)",
      "(%a = %b) implies (%a ~ %b)", "(%a < %b) xor (%a = %b) xor (%a > %b)",
      "(%a < %b) = (%b > %a)",
      "%a + %b = %b + %a", "(%a + %b) - %b = %a", "%a * 2 = %a + %a", "(%a * 2) / 2 = %a",
      "-(-%a) = %a", "%a.toString().toQuantity() = %a", "%a.comparable(%b)",

      "(%a | %a.toQuantity(%fine)).count() = 1", "(%a != %b) = (%a = %b).not()",
      "%a - %a = %b - %b",
      "(%a <= %b) implies (%a + %b <= %b + %b)", "((%a = %other) | (%other = %a)).empty()",
    ].map(Law.init))
  func `quantities of one kind`(_ law: Law) throws {
    var random = SeededGenerator(seed: 1)
    let expression = try FHIRPathExpression(law.text)
    for _ in 0..<200 {
      let family = random.pick(from: Self.families)
      let first = random.number(0...family.count - 2)
      let second = random.number(first + 1...family.count - 1)
      let other = family[0] == "km" ? "g" : "m"
      try law.check(
        expression,
        [
          "a": .quantity(Self.decimal(&random), unit: family[first]),
          "b": .quantity(Self.decimal(&random), unit: random.pick(from: family)),
          "other": .quantity(Self.decimal(&random), unit: other),
          "coarse": .string(family[first]), "fine": .string(family[second]),
        ])
    }
  }

  private static func decimal(_ random: inout SeededGenerator) -> ExactDecimal {
    ExactDecimal(mantissa: Int128(random.number(-5000...5000)), scale: random.number(0...2))
  }
}
