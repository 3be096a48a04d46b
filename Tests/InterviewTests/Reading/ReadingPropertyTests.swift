import FHIR
import FormFiller
import SeededRandomness
import Testing

@testable import Interview

/// What holds for any line and any value.
@Suite struct ReadingPropertyTests {
  static let questions = [
    Question("boolean"), NumberReadingTests.scale, NumberReadingTests.times,
    NumberReadingTests.hours, NumberReadingTests.decimal, DateReadingTests.date,
    Question(
      "date",
      Question.extensions(
        Question.least(#""1900-01-01""#, "Date"), Question.most(#""2026-03-15""#, "Date"))),
    Question("dateTime"), Question("time"), Question("url"), Question("text", #""maxLength":40"#),
    QuantityReadingTests.weight, QuantityReadingTests.height, QuantityReadingTests.anyHeight,
    QuantityReadingTests.dose, OptionReadingTests.single, OptionReadingTests.list,
    OptionReadingTests.lettered, OptionReadingTests.scale, OptionReadingTests.yesNo,
    Question("open-choice", #""repeats":true"#, Question.options("Bread", "Milk", "!None")),
  ]

  static let pieces =
    [
      " ", " ", " ", ",", ".", "-", "–", "/", ":", ";", "'", "\"", "½", "(", ")", "#", "+", "&",
      "%", "0", "1", "2", "5", "7", "10", "12", "30", "31", "50", "99", "180", "1950", "2019",
      "99999999999999999999", "about", "ago", "last", "week", "month", "years", "and", "to", "or",
      "half", "a", "the", "seven", "twenty", "hundred", "thousand", "minus", "noon", "am", "pm",
      "today", "yesterday", "March", "feb", "sept", "Agust", "ft", "feet", "in", "kg", "lb", "mg",
      "mcg/h", "m", "out of", "more than", "yes", "no", "n", "none", "left", "patch", "lower",
      "www.", "http://", "x", "é", "\u{301}", "\u{202E}", "\u{0}", "\u{1B}[2J", "👩‍👩‍👧", "٧",
      "Ⅷ", "ß", "İ", "\u{FFFD}", "\u{10FFFF}",
    ]

  @Test(arguments: questions.indices)
  func anyLineIsReadAndKeepsToTheBounds(index: Int) {
    let question = Self.questions[index]
    var generator = SeededGenerator(seed: index + 7)
    for _ in 0..<600 {
      let count = Int.random(in: 1...6, using: &generator)
      let line = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      check(question.read(line), of: question, line)
    }
  }

  private func check(_ reading: Reading, of question: Question, _ line: String) {
    switch reading {
    case .values(let values, let echo):
      expectFitting(values, question, line)
      #expect(echo?.isEmpty != true)
    case .which(let candidates):
      #expect(1...10 ~= candidates.count)
      #expect(Set(candidates.map(\.label)).count == candidates.count, "\(line)")
      for candidate in candidates { expectFitting(candidate.values, question, line) }
    case .problem(let problem):
      #expect(!Wording.english.text(for: problem, item: question.item).isEmpty)
    }
  }

  private func expectFitting(_ values: [AnswerValue], _ question: Question, _ line: String) {
    #expect(!values.isEmpty, "\(line)")
    #expect(question.item.repeats || values.count == 1, "\(line)")
    for value in values { #expect(question.item.issues(with: value) == [], "\(line)") }
  }

  @Test(arguments: questions.indices)
  func longLinesAreQuick(index: Int) {
    let question = Self.questions[index]
    for piece in ["a", "1", "1 ", "1,", "é", "\u{202E}", "and ", "5'", "½", "a, ", "-", "\u{301}"] {
      let line = String(repeating: piece, count: 10_000)
      check(question.read(line), of: question, piece)
    }
  }

  // MARK: - What is shown can be typed

  @Test func datesReadBack() {
    let reader = AnswerReader(item: DateReadingTests.date.item, today: Question.today)
    for day in stride(from: -354_000, to: 200_000, by: 307) {
      guard let date = PartialDate(dayNumber: day) else { continue }
      for known in [
        date, PartialDate(year: date.year, month: date.month), PartialDate(year: date.year),
      ] {
        guard let known else { continue }
        expectReadBack(.date(known), by: reader)
      }
    }
  }

  @Test func timesReadBack() {
    let reader = AnswerReader(item: Question("time").item, today: Question.today)
    let moment = AnswerReader(item: Question("dateTime").item, today: Question.today)
    let date = Question.date("2019-03-27")
    for minute in stride(from: 0, to: 1440, by: 7) {
      for second: ExactDecimal in [0, 5, 59, ExactDecimal(mantissa: 125, scale: 1)] {
        guard let time = TimeOfDay(hour: minute / 60, minute: minute % 60, second: second),
          let dateTime = PartialDateTime(date: date, time: time)
        else { continue }
        expectReadBack(.time(time), by: reader)
        expectReadBack(.dateTime(dateTime), by: moment)
      }
    }
    if let day = PartialDateTime(date: date) { expectReadBack(.dateTime(day), by: moment) }
  }

  @Test func numbersReadBack() {
    var generator = SeededGenerator(seed: 3)
    let whole = AnswerReader(item: Question("integer").item, today: Question.today)
    let decimal = AnswerReader(item: Question("decimal").item, today: Question.today)
    for _ in 0..<1000 {
      let shift = Int.random(in: 0..<62, using: &generator)
      let number = Int.random(in: Int.min...Int.max, using: &generator) >> shift
      expectReadBack(.integer(number), by: whole)
      let scale = Int.random(in: 0...6, using: &generator)
      expectReadBack(.decimal(ExactDecimal(mantissa: Int128(number), scale: scale)), by: decimal)
    }
  }

  @Test(arguments: [
    QuantityReadingTests.weight, QuantityReadingTests.height, QuantityReadingTests.anyHeight,
    QuantityReadingTests.dose,
  ])
  func amountsReadBack(question: Question) {
    let reader = AnswerReader(item: question.item, today: Question.today)
    for unit in question.item.source.unitOptions {
      for number in stride(from: 0, to: 3000, by: 61) {
        for scale in 0...2 {
          let value = ExactDecimal(mantissa: Int128(number), scale: scale)
          expectReadBack(.quantity(Quantity(value: value, unit: unit)), by: reader)
        }
      }
    }
  }

  @Test(arguments: [
    OptionReadingTests.single, OptionReadingTests.list, OptionReadingTests.lettered,
    OptionReadingTests.yesNo,
  ])
  func optionsReadBack(question: Question) {
    let reader = AnswerReader(item: question.item, today: Question.today)
    for option in question.item.options { expectReadBack(option.value, by: reader) }
  }

  private func expectReadBack(_ value: AnswerValue, by reader: AnswerReader) {
    let text = Wording.english.text(of: value)
    guard case .values(let values, let echo) = reader.read(text) else {
      Issue.record("\(text) is not read back: \(reader.read(text))")
      return
    }
    #expect(values == [value], "\(text)")
    #expect(values.map(\.plainText) == [value.plainText], "\(text)")
    #expect(echo == nil, "\(text)")
  }
}
