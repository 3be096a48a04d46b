import FHIR
import Testing

@testable import Interview

@Suite struct NumberReadingTests {
  static let scale = Question(
    "integer", text: "Pain now", Question.extensions(Question.least("0"), Question.most("10")))
  static let times = Question(
    "integer", text: "How many times do you take it?",
    Question.extensions(Question.least("0"), Question.most("9999")))
  static let free = Question("integer")
  static let hours = Question(
    "decimal", text: "How many hours do you sleep?",
    Question.extensions(
      Question.least("0", "Decimal"), Question.most("24", "Decimal"),
      #"{"url":"\#(Question.url)maxDecimalPlaces","valueInteger":1}"#,
      Question.unit("h", "hours", isOption: false)))
  static let decimal = Question("decimal")

  @Test(arguments: [
    ("0", "0"), ("7", "7"), ("10", "10"), (" 7 ", "7"), ("7.", "7"), ("7!", "7"), ("+7", "7"),
    ("07", "7"), ("7.0", "7"), ("7,0", "7"), ("seven", "7"), ("Seven.", "7"), ("zero", "0"),
    ("ten", "10"), ("7/10", "7"), ("7 / 10", "7"), ("7 out of 10", "7"),
    ("seven out of ten", "7"), ("7 of 10", "7"), ("about 7", "7"), ("About seven", "7"),
    ("around 7", "7"), ("~7", "7"), ("7 or so", "7"), ("maybe a 7", "! notANumber"),
    ("I think 7", "7"), ("none", "0"), ("10/10", "10"), ("7/5", "! severalNumbers"),
    ("5/7", "! outOfAnother(7)"), ("130/80", "! severalNumbers"),
    ("130 over 80", "! severalNumbers"), ("nothing", "0"), ("no", "! notANumber"),
    ("11", "! above(FHIR.AnswerValue.integer(10))"),
    ("11/10", "! above(FHIR.AnswerValue.integer(10))"),
    ("-1", "! below(FHIR.AnswerValue.integer(0))"),
    ("−1", "! below(FHIR.AnswerValue.integer(0))"),
    ("minus one", "! below(FHIR.AnswerValue.integer(0))"), ("7.5", "! notWhole"),
    ("7,5", "! notWhole"), ("seven and a half", "! notWhole"), ("7 1/2", "! notWhole"),
    ("6-7", "! severalNumbers"), ("6 to 7", "! severalNumbers"), ("6 or 7", "! severalNumbers"),
    ("6 and 7", "! severalNumbers"), ("6 7", "! severalNumbers"), ("bad", "! notANumber"),
    ("very bad, 7", "! notANumber"), ("7a", "! notANumber"), ("٧", "! notANumber"),
    ("", "! empty"), ("   ", "! empty"), ("1e1", "! severalNumbers"), ("0x7", "! severalNumbers"),
    ("--7", "! notANumber"), (".", "! notANumber"), ("7 mg", "! notANumber"),
  ])
  func scale(line: String, shown: String) { #expect(Self.scale.shown(line) == shown) }

  @Test(arguments: [
    ("3 times", "3"), ("three times", "3"), ("3 time", "3"), ("3x", "3"), ("once", "1"),
    ("twice", "2"), ("3 times a day", "! notANumber"), ("1,200", "1200"), ("1 200", "1200"),
    ("1'200", "1200"), ("1,200.0", "1200"), ("1.200,0", "1200"), ("one hundred", "100"),
    ("a hundred", "100"), ("one hundred and twenty", "120"), ("two hundred five", "205"),
    ("twenty-five", "25"), ("twenty five", "25"), ("ninety nine", "99"), ("1,000", "1000"),
    ("a thousand", "1000"), ("two thousand three hundred", "2300"), ("dozen", "! notANumber"),
    ("five twenty", "! notANumber"), ("twenty eleven", "! notANumber"),
    ("one two", "! notANumber"), ("1,20", "! notWhole"), ("1.5", "! notWhole"),
    ("12,34,567", "! notANumber"), ("1,200,30", "! notANumber"), ("3 pills", "! notANumber"),
  ])
  func counts(line: String, shown: String) {
    #expect(Self.times.shown(line) == shown)
  }

  @Test(arguments: [
    ("12345678901234567890", AnswerProblem.numberTooLong),
    ("99999999999999999999999999999999999999999999", .numberTooLong),
    ("1000000000000000000000000", .numberTooLong),
  ])
  func longNumbers(line: String, problem: AnswerProblem) {
    #expect(Self.free.read(line) == .problem(problem))
  }

  @Test(arguments: [
    ("7.5", "7.5"), ("7,5", "7.5"), ("7.50", "! tooManyDecimals(1)"), ("7", "7"), ("7 h", "7"),
    ("7 hours", "7"), ("7 hrs", "7"), ("7hours", "7"), ("seven hours", "7"),
    ("about 7 hours", "7"), ("7 hours sleep", "7"), ("seven hours of sleep", "! notANumber"),
    ("7½", "7.5"), ("7 1/2", "7.5"), ("7 and a half", "7.5"),
    ("seven and a half hours", "7.5"), ("half", "0.5"), ("half an hour", "0.5"),
    (".5", "0.5"), ("7.25", "! tooManyDecimals(1)"),
    ("25", "! above(FHIR.AnswerValue.decimal(24))"), ("7-8", "! severalNumbers"),
    ("7 to 8 hours", "! severalNumbers"), ("7 days", "! notANumber"), ("7h30", "! severalNumbers"),
  ])
  func hours(line: String, shown: String) { #expect(Self.hours.shown(line) == shown) }

  @Test(arguments: [
    ("1,200", "? 1200|1.200"), ("1,200.5", "1200.5"), ("1.200,5", "1200.5"),
    ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("0,125", "0.125"), ("1,25", "1.25"),
    ("1.200", "1.200"), ("-2,5", "-2.5"), ("minus 2.5", "-2.5"), ("1 234,5", "1234.5"),
    ("1/2", "0.5"), ("3/4", "0.75"), ("1/3", "! outOfAnother(3)"), ("1.2.3", "! notANumber"),
    ("1,2,3", "! notANumber"), ("1,,2", "! notANumber"), ("1..2", "! notANumber"),
  ])
  func decimals(line: String, shown: String) {
    #expect(Self.decimal.shown(line) == shown)
  }

  @Test(arguments: [
    ("3 times", "3"), ("3 times a day", "3"), ("three times on a usual day", "3"),
    ("twice a day", "2"), ("once a day", "1"), ("once", "1"), ("3x a day", "3"), ("3 a day", "3"),
    ("3 pills a day", "! notANumber"), ("a day", "! notANumber"), ("day", "! notANumber"),
    ("times", "! notANumber"), ("every 4 hours", "! notANumber"),
  ])
  func wordsOfTheQuestionMayFollow(line: String, shown: String) {
    let question = Question("integer", text: "How many times do you take it on a usual day?")
    #expect(question.shown(line) == shown)
  }

  @Test(arguments: [
    ("4 hours", "4"), ("4 days", "! notANumber"), ("4 hours on most days", "4"),
  ])
  func anotherUnitOfTimeMayNot(line: String, shown: String) {
    let question = Question("integer", text: "How many hours do you rest on most days?")
    #expect(question.shown(line) == shown)
  }

  @Test func boundsDecideBetweenPointAndThousands() {
    let small = Question("decimal", Question.extensions(Question.most("24", "Decimal")))
    let large = Question("decimal", Question.extensions(Question.least("100", "Decimal")))
    #expect(small.shown("1,200") == "1.200")
    #expect(large.shown("1,200") == "1200")
  }

  @Test func allWordsToOneHundred() {
    let ones = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for number in 0..<100 {
      let word =
        number < 20
        ? ones[number]
        : tens[number / 10 - 2] + (number % 10 == 0 ? "" : "-" + ones[number % 10])
      #expect(Self.free.read(word) == .values([.integer(number)], understoodAs: String(number)))
    }
    #expect(Self.free.shown("one hundred") == "100")
  }
}
