import FHIR
import Testing

@Suite struct UnitOfMeasureTests {
  private func quantity(_ text: String) throws -> Quantity {
    let parts = text.split(separator: " ", maxSplits: 1)
    let value = try #require(ExactDecimal(parts[0]))
    return Quantity(value: value, system: Quantity.ucum, code: String(parts[1]))
  }

  @Test(arguments: [
    ("1 [lb_av]", "0.45359237 kg", PartialOrdering.same), ("150 [lb_av]", "68 kg", .descending),
    ("1 [stone_av]", "14 [lb_av]", .same), ("16 [oz_av]", "1 [lb_av]", .same),
    ("1 t", "1000 kg", .same),
    ("1 [in_i]", "2.54 cm", .same), ("1 [ft_i]", "12 [in_i]", .same),
    ("5.5 [ft_i]", "167 cm", .descending),
    ("1 [yd_i]", "3 [ft_i]", .same), ("1 [mi_i]", "1609.344 m", .same), ("180 cm", "1.80 m", .same),
    ("1000 mg", "1 g", .same), ("50 ug", "0.05 mg", .same), ("999 ug", "1 mg", .ascending),
    ("1 ng", "1000 pg", .same),
    ("250 mL", "0.25 L", .same), ("1 dL", "100 ml", .same), ("1 L", "1 dm3", .same),
    ("120 mm[Hg]", "16 kPa", .ascending), ("1 mm[Hg]", "0.133322 kPa", .same),
    ("90 mm[Hg]", "12 kPa", .ascending),
    ("37 Cel", "98.6 [degF]", .same), ("0 Cel", "273.15 K", .same),
    ("38 Cel", "100 [degF]", .descending),
    ("-40 Cel", "-40 [degF]", .same), ("36.6 Cel", "98 [degF]", .ascending),
    ("90 min", "1.5 h", .same), ("1 wk", "7 d", .same), ("3600 s", "1 h", .same),
    ("59 min", "1 h", .ascending),
    ("70 /min", "1 /s", .descending), ("60 min-1", "1 s-1", .same),
    ("25 kg/m2", "2.5 g/cm2", .same),
    ("5 mg/mL", "5 g/L", .same), ("1 mg.h", "60 mg.min", .same), ("50 %", "0.5 1", .same),
    ("3 {score}", "3 1", .same), ("2 mg{total}", "2000 ug", .same),
    ("1 mmol/L", "1000 umol/L", .same),
  ])
  func conversions(_ left: String, _ right: String, _ expected: PartialOrdering) throws {
    let left = try quantity(left)
    let right = try quantity(right)
    #expect(left.ordering(against: right) == expected)
    #expect(right.ordering(against: left) == expected.reversed)
  }

  @Test(arguments: [
    ("1 kg", "1 m"), ("1 mg", "1 mL"), ("1 min", "1 /min"), ("37 Cel", "37 kg"), ("1 mo", "30 d"),
    ("1 a", "365 d"), ("1 [IU]", "1 mg"), ("1 kg/m2", "1 kg/m"), ("1 mmol/L", "18 mg/dL"),
    ("1 nonsense", "1 kg"),
  ])
  func whatDoesNotConvert(_ left: String, _ right: String) throws {
    #expect(try quantity(left).ordering(against: quantity(right)) == .undecidable)
  }

  @Test(arguments: [
    "", "/", ".", "mg/", "mg//mL", "//min", ".mg", "mg.", "{open", "mgs", "k", "m9", "kg²", "Mg2x",
  ])
  func notACode(_ code: String) {
    #expect(UnitOfMeasure(code) == nil)
  }

  @Test(arguments: [
    // Units outside the table still compare with themselves.
    (
      Quantity(value: 2, system: Quantity.ucum, code: "[IU]"),
      Quantity(value: 3, system: Quantity.ucum, code: "[IU]"), PartialOrdering.ascending
    ),
    // The same words, or no unit at all.
    (Quantity(value: 2, unit: "tablets"), Quantity(value: 2, unit: "tablets"), .same),
    (Quantity(value: 2, unit: "tablets"), Quantity(value: 2, unit: "drops"), .undecidable),
    (Quantity(value: 2), Quantity(value: 1), .descending),
    // A unit in words counts as its code where no system is named.
    (
      Quantity(value: 1, unit: "kg"), Quantity(value: 1000, system: Quantity.ucum, code: "g"), .same
    ),
    (
      Quantity(value: 1, unit: "kg", system: "https://example.org", code: "kilo"),
      Quantity(value: 1000, system: Quantity.ucum, code: "g"), .undecidable
    ),
    (
      Quantity(value: 1, system: "https://example.org", code: "kg"),
      Quantity(value: 1, system: Quantity.ucum, code: "kg"), .undecidable
    ),
    // Missing numbers and bounds.
    (Quantity(unit: "kg"), Quantity(value: 1, unit: "kg"), .undecidable),
    (Quantity(value: 1, comparator: "<", unit: "kg"), Quantity(value: 1, unit: "kg"), .undecidable),
  ])
  func quantities(_ left: Quantity, _ right: Quantity, _ expected: PartialOrdering) {
    #expect(left.ordering(against: right) == expected)
    #expect(right.ordering(against: left) == expected.reversed)
  }

  @Test func commensurability() throws {
    let kilogram = try #require(UnitOfMeasure("kg"))
    #expect(kilogram.isCommensurable(with: try #require(UnitOfMeasure("[oz_av]"))))
    #expect(!kilogram.isCommensurable(with: try #require(UnitOfMeasure("[in_i]"))))
  }

  @Test func quantityOfAUnit() {
    let unit = Coding(system: Quantity.ucum, code: "kg", display: "kilograms")
    let quantity = Quantity(value: 70, unit: unit)
    #expect(quantity.unitCoding == unit)
    #expect(quantity.unit == "kilograms")
    #expect(Quantity(value: 70, unit: Coding(code: "kg")).unit == "kg")
  }
}
