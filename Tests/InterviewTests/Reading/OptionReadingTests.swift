import FHIR
import Testing

@testable import Interview

@Suite struct OptionReadingTests {
  static let repeats = #""repeats":true"#
  static let single = Question(
    "choice",
    Question.options("Left", "Right", "Both sides", "In the middle", "Lower back", "Lower leg"))
  static let list = Question(
    "choice", repeats,
    Question.options(
      "Patch", "Pump, implant or shot", "Spray, inhaler or drops", "Herbs, teas or vitamins",
      "Crohn’s disease", "Something else", "!None of these"))
  static let lettered = Question(
    "choice",
    Question.options("Never", "1 to 2 times", "2 to 4 times", "5", "More than 5", "Up to 0"))
  static let scale = Question("choice", Question.options((0...10).map { "\($0)" }))
  static let yesNo = Question("choice", Question.options("Yes", "No", "Not now", "Nobody knows"))

  @Test(arguments: [
    ("1", "Left"), ("1.", "Left"), ("1)", "Left"), ("(1)", "Left"), ("#1", "Left"),
    ("number 1", "Left"), ("option 6", "Lower leg"), ("one", "Left"), ("left", "Left"),
    ("LEFT", "Left"), ("le", "Left"), ("r", "Right"), ("both", "Both sides"),
    ("sides", "Both sides"), ("middle", "In the middle"), ("the middle", "In the middle"),
    ("lower leg", "Lower leg"), ("leg", "Lower leg"), ("lower", "? Lower back|Lower leg"),
    ("l", "? Left|Lower back|Lower leg"), ("lefft", "? Left"), ("midle", "? In the middle"),
    ("both sidse", "? Both sides"), ("on my left", "? Left"), ("in my lower leg", "? Lower leg"),
    ("s", "? Both sides"), ("m", "? In the middle"), ("my", "! noSuchOption"),
    ("7", #"! noSuchMarker("7")"#), ("0", #"! noSuchMarker("0")"#),
    ("99999999999999999999", #"! noSuchMarker("99999999999999999999")"#),
    ("nine", #"! noSuchMarker("9")"#), ("1 2", "! onlyOneAnswer"),
    ("left, right", "! onlyOneAnswer"),
    ("left and right", "! onlyOneAnswer"), ("1-3", "! onlyOneAnswer"), ("xyzzy", "! noSuchOption"),
    ("!!!", "! noSuchOption"), ("-1", #"! noSuchMarker("-1")"#), ("", "! empty"),
  ])
  func single(line: String, shown: String) { #expect(Self.single.shown(line) == shown) }

  @Test(arguments: [
    ("2 5", "Pump, implant or shot|Crohn’s disease"),
    ("2,5", "Pump, implant or shot|Crohn’s disease"),
    ("2, 5", "Pump, implant or shot|Crohn’s disease"),
    ("5 2", "Pump, implant or shot|Crohn’s disease"),
    ("2 and 5", "Pump, implant or shot|Crohn’s disease"),
    ("2+5", "Pump, implant or shot|Crohn’s disease"),
    ("2 & 5", "Pump, implant or shot|Crohn’s disease"),
    ("2/5", "Pump, implant or shot|Crohn’s disease"),
    ("2;5;2", "Pump, implant or shot|Crohn’s disease"),
    ("1, 2 and 5.", "Patch|Pump, implant or shot|Crohn’s disease"),
    ("4-6", "Herbs, teas or vitamins|Crohn’s disease|Something else"),
    ("4 to 6", "Herbs, teas or vitamins|Crohn’s disease|Something else"),
    ("4 – 6", "Herbs, teas or vitamins|Crohn’s disease|Something else"), ("1 1", "Patch"),
    ("patch, herbs", "Patch|Herbs, teas or vitamins"),
    ("patch and herbs", "Patch|Herbs, teas or vitamins"),
    ("spray, inhaler or drops", "Spray, inhaler or drops"),
    ("patch, crohns and herbs", "Patch|Herbs, teas or vitamins|Crohn’s disease"),
    ("Crohn's", "Crohn’s disease"), ("crohns disease", "Crohn’s disease"),
    ("none", "None of these"),
    ("None.", "None of these"), ("nothing", "None of these"), ("no", "None of these"),
    ("none of the above", "None of these"), ("7", "None of these"),
    ("0", #"! noSuchMarker("0")"#), ("n", "None of these"),
    ("1 7", #"! exclusive(option: "None of these")"#),
    ("patch, none", #"! exclusive(option: "None of these")"#),
    ("2 8", #"! noSuchMarker("8")"#), ("2 9 5", #"! noSuchMarker("9")"#),
    ("25", #"! noSuchMarker("25")"#),
    ("patch, spary", "? Patch, Spray, inhaler or drops"), ("patch, xyzzy", "! noSuchOption"),
    ("two and five", "Pump, implant or shot|Crohn’s disease"),
    ("or", "? Pump, implant or shot|Spray, inhaler or drops|Herbs, teas or vitamins"),
  ])
  func several(line: String, shown: String) { #expect(Self.list.shown(line) == shown) }

  @Test(arguments: [
    ("a", "Never"), ("A", "Never"), ("a)", "Never"), ("f", "Up to 0"), ("never", "Never"),
    ("1", "1 to 2 times"), ("2", "? 1 to 2 times|2 to 4 times"), ("3", "2 to 4 times"),
    ("two", "? 1 to 2 times|2 to 4 times"), ("three", "2 to 4 times"), ("5", "5"),
    ("6", "More than 5"), ("0", "Up to 0"), ("more", "More than 5"), ("g", "! noSuchOption"),
    ("-3", "Up to 0"), ("1 to 2", "1 to 2 times"), ("option b", "1 to 2 times"),
  ])
  func lettered(line: String, shown: String) { #expect(Self.lettered.shown(line) == shown) }

  @Test(arguments: [
    ("5", "Up to 5 a day"), ("6", "More than 5 a day"), ("0", "Up to 5 a day"),
  ])
  func spans(line: String, shown: String) {
    let question = Question("choice", Question.options("Up to 5 a day", "More than 5 a day"))
    #expect(question.shown(line) == shown)
  }

  @Test(arguments: [
    ("0", "0"), ("7", "7"), ("10", "10"), ("1", "1"), ("seven", "7"), ("h", "7"), ("k", "10"),
    ("11", "! noSuchOption"),
  ])
  func scale(line: String, shown: String) { #expect(Self.scale.shown(line) == shown) }

  @Test(arguments: [
    ("y", "Yes"), ("n", "No"), ("yep", "Yes"), ("nope", "No"), ("yes", "Yes"), ("no", "No"),
    ("not", "Not now"), ("1", "Yes"), ("2", "No"),
  ])
  func yesAndNoAmongOptions(line: String, shown: String) {
    #expect(Self.yesNo.shown(line) == shown)
  }

  @Test func markers() {
    let many = Question("choice", Question.options((1...800).map { "Item \($0)" }))
    let reader = AnswerReader(item: many.item, today: Question.today)
    for (index, marker) in [
      (0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (51, "az"), (52, "ba"), (701, "zz"),
      (702, "aaa"),
    ] {
      #expect(reader.marker(forOptionAt: index) == marker)
      #expect(many.shown(marker) == "Item \(index + 1)")
    }
    let single = AnswerReader(item: Self.single.item, today: Question.today)
    #expect(single.marker(forOptionAt: 4) == "5")
    for index in stride(from: 0, to: 800, by: 37) {
      #expect(many.shown(reader.marker(forOptionAt: index)) == "Item \(index + 1)")
    }
  }

  @Test(arguments: [
    ("Aspirin 1", "Aspirin 1"), ("aspirin", "! manyFit(20)"), ("morphine", "Morphine sulfate"),
    ("sulfate", "? Morphine sulfate|Iron sulfate"), ("morfine", "? Morphine sulfate"),
    ("cocodamol", "Co-codamol"), ("co codamol", "Co-codamol"), ("xanthan", "! noSuchOption"),
  ])
  func longLists(line: String, shown: String) {
    let labels =
      (1...20).map { "Aspirin \($0)" } + ["Morphine sulfate", "Iron sulfate", "Co-codamol"]
    #expect(Question("choice", Question.options(labels)).shown(line) == shown)
  }

  @Test(arguments: [
    ("1", "Bread"), ("bread", "Bread"),
    ("bred", #"? Bread|None of these. Keep "bred" as I typed it."#),
    ("rye", "rye"), ("Rye and oats", "Rye and oats"),
    ("milk", #"? Milk, whole|Milk, skimmed|None of these. Keep "milk" as I typed it."#),
    ("whole", #"? Milk, whole|None of these. Keep "whole" as I typed it."#),
    ("1, rye", "Bread|rye"),
    ("1 2", "Bread|Milk, whole"), ("9", #"! noSuchMarker("9")"#), ("500", "500"),
  ])
  func openChoices(line: String, shown: String) {
    let question = Question(
      "open-choice", Self.repeats, Question.options("Bread", "Milk, whole", "Milk, skimmed"))
    #expect(question.shown(line) == shown)
  }

  @Test func mostAnswers() {
    let most = #"{"url":"\#(Question.url)questionnaire-maxOccurs","valueInteger":2}"#
    let question = Question(
      "choice", Self.repeats, Question.options("Left", "Right", "Both"), Question.extensions(most))
    #expect(question.shown("1 2") == "Left|Right")
    #expect(question.shown("1 2 3") == "! tooManyAnswers(2)")
  }
}
