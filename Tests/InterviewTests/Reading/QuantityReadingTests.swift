import FHIR
import Testing

@testable import Interview

@Suite struct QuantityReadingTests {
  static let weight = Question(
    "quantity", text: "Weight",
    Question.extensions(Question.unit("kg", "kg"), Question.unit("[lb_av]", "lb")))
  static let height = Question(
    "quantity", text: "Height",
    Question.extensions(Question.unit("cm", "cm"), Question.unit("[in_i]", "in")))
  static let anyHeight = Question(
    "quantity", text: "Height",
    Question.extensions(
      Question.unit("m", "m"), Question.unit("[in_i]", "inches"), Question.unit("[ft_i]", "feet")))
  static let dose = Question(
    "quantity", text: "Dose",
    Question.extensions(
      Question.unit("mg", "mg"), Question.unit("ug", "mcg"), Question.unit("g", "g"),
      Question.unit("mL", "mL"), Question.unit("ug/h", "mcg/h"), Question.unit("[iU]", "units"),
      Question.unit("%", "%"), Question.unit("{tablet}", "tablets")))

  @Test(arguments: [
    ("80 kg", "80 kg"), ("80kg", "80 kg"), ("80 KG", "80 kg"), ("80 kgs", "80 kg"),
    ("80 kilos", "80 kg"), ("80 kilograms", "80 kg"), ("80,5 kg", "80.5 kg"),
    ("80.5kg", "80.5 kg"), ("eighty kilos", "80 kg"), ("about 80 kg", "80 kg"),
    ("176 lb", "176 lb"), ("176lbs", "176 lb"), ("176 lbs.", "176 lb"), ("176 pounds", "176 lb"),
    ("176#", "176 lb"), ("80", "? 80 kg|80 lb"), ("80 mg", "! unknownUnit"),
    ("12 stone", "! unknownUnit"), ("kg", "! notANumber"), ("heavy", "! notANumber"),
    ("70-80 kg", "! severalNumbers"), ("70 to 80 kg", "! severalNumbers"), ("", "! empty"),
    ("80 kg 5", "! severalNumbers"), ("-80 kg", "-80 kg"),
  ])
  func weights(line: String, shown: String) {
    let result = Self.weight.shown(line)
    #expect(result == shown || result.hasPrefix(shown + "(typed:"))
  }

  @Test(arguments: [
    ("180 cm", "180 cm"), ("180cm", "180 cm"), ("180 centimeters", "180 cm"), ("66 in", "66 in"),
    ("66 inches", "66 in"), ("66\"", "66 in"), ("5 ft 11", "71 in"), ("5ft11", "71 in"),
    ("5 ft 11 in", "71 in"), ("5 ft. 11 in.", "71 in"), ("5 feet 11 inches", "71 in"),
    ("5 foot 11", "71 in"), ("5'11", "71 in"), ("5'11\"", "71 in"), ("5' 11\"", "71 in"),
    ("5’11”", "71 in"), ("5′11″", "71 in"), ("5'11''", "71 in"), ("5 feet", "60 in"),
    ("six feet", "72 in"), ("five feet and eleven inches", "71 in"), ("6'", "72 in"),
    ("5'6.5\"", "66.5 in"), ("5 ft 5 1/2", "65.5 in"), ("5.5 ft", "66 in"),
    ("5 ft 12", "! notANumber"), ("1.80 m", "! unknownUnit"), ("180", "? 180 cm|180 in"),
  ])
  func heights(line: String, shown: String) {
    let result = Self.height.shown(line)
    #expect(result == shown || result.hasPrefix(shown + "(typed:"))
  }

  @Test(arguments: [
    ("1.80 m", "1.80 m"), ("1,80m", "1.80 m"), ("1.8 metres", "1.8 m"), ("6 ft", "6 feet"),
    ("6 feet", "6 feet"), ("5 ft 11", "71 inches"), ("71 inch", "71 inches"),
  ])
  func otherHeights(line: String, shown: String) { #expect(Self.anyHeight.shown(line) == shown) }

  @Test func feetAreEchoedAsTyped() {
    #expect(Self.height.echo("5'11") == "5 ft 11 in (71 in)")
    #expect(Self.height.echo("about 6 feet") == "about 6 ft (72 in)")
  }

  @Test(arguments: [
    ("20 mg", "20 mg"), ("20mg", "20 mg"), ("20 milligrams", "20 mg"), ("2.5mg", "2.5 mg"),
    (".5 mg", "0.5 mg"), ("0,5 mg", "0.5 mg"), ("1/2 tablet", "0.5 tablets"),
    ("half a tablet", "0.5 tablets"), ("2 tablets", "2 tablets"), ("two pills", "2 tablets"),
    ("one and a half tablets", "1.5 tablets"), ("25 mcg", "25 mcg"), ("25 ug", "25 mcg"),
    ("25 µg", "25 mcg"), ("25 μg", "25 mcg"), ("25 micrograms", "25 mcg"),
    ("25 mcg/h", "25 mcg/h"), ("25 mcg/hr", "25 mcg/h"), ("25 mcg per hour", "25 mcg/h"),
    ("5 ml", "5 mL"), ("5 cc", "5 mL"), ("5%", "5 %"), ("5 percent", "5 %"),
    ("1000 IU", "1000 units"), ("10 units", "10 units"), ("1 g", "1 g"), ("1 gram", "1 g"),
    ("1,200 mg", "? 1200 mg|1.200 mg"), ("1000mg", "1000 mg"),
    ("20 mgg", "! unknownUnit"), ("20 drops", "! unknownUnit"), ("10-20 mg", "! severalNumbers"),
    ("10/325 mg", "! severalNumbers"), ("2 x 10 mg", "! severalNumbers"),
    ("20 mg twice", "! unknownUnit"),
  ])
  func doses(line: String, shown: String) {
    let result = Self.dose.shown(line)
    #expect(result == shown || result.hasPrefix(shown + "(typed:"))
  }

  @Test func unitIsAskedBack() {
    guard case .which(let candidates) = Self.dose.read("20") else {
      Issue.record("not asked back")
      return
    }
    #expect(candidates.count == 8)
    #expect(candidates[0].label == "20 mg")
  }

  @Test func oneUnitIsTaken() {
    let question = Question("quantity", Question.extensions(Question.unit("mg", "mg")))
    #expect(question.shown("20") == "20 mg")
    let unit = Question(
      "quantity", Question.extensions(Question.unit("mg", "mg", isOption: false)))
    #expect(unit.shown("20") == "20 mg")
    #expect(Question("quantity").shown("20 drops") == "20 drops")
    #expect(Question("quantity").shown("20") == "20")
  }
}
