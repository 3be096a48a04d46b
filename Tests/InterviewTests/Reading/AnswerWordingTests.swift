import FHIR
import FormFiller
import Testing

@testable import Interview

@Suite struct AnswerWordingTests {
  static let problems: [AnswerProblem] = [
    .empty, .cannotBeAnsweredHere, .notYesOrNo, .noSuchOption, .noSuchMarker("12"), .manyFit(20),
    .onlyOneAnswer, .exclusive(option: "None of these"), .tooManyAnswers(2), .notANumber,
    .severalNumbers, .notWhole, .numberTooLong, .tooManyDecimals(1), .below(.integer(0)),
    .above(.integer(10)), .betweenSteps(5, from: 0), .outOfAnother(5), .unitMissing(["kg", "lb"]),
    .unknownUnit(typed: "stone", allowed: ["kg", "lb"]), .notADate, .yearMissing, .dateNotWhole,
    .noSuchDate, .notATime, .timeWithoutDay, .tooShort(3), .tooLong(60), .pattern, .notAnAddress,
  ]
  static let questions = [
    Question("boolean"), Question("choice", Question.options("Left", "Right")),
    Question("choice", #""repeats":true"#, Question.options("1 a day", "2 a day", "!None")),
    Question("choice", Question.options((1...30).map { "Place \($0)" })), Question("integer"),
    Question("integer", Question.extensions(Question.least("0"), Question.most("10"))),
    Question("decimal", Question.extensions(Question.least("0", "Decimal"))), Question("date"),
    Question("date", Question.extensions(Question.most(#""2026-03-15""#, "Date"))),
    Question("dateTime"), Question("time"), Question("string"), Question("url"),
    Question("quantity", Question.extensions(Question.unit("kg", "kg"), Question.unit("g", "g"))),
  ]

  @Test(arguments: questions.indices)
  func everyProblemIsSaidPlainly(index: Int) {
    let item = Self.questions[index].item
    var texts: Set<String> = []
    for problem in Self.problems {
      let text = Wording.english.text(for: problem, item: item)
      #expect(text.hasPrefix("Error: ") && !text.contains("Hours of sleep"))
      #expect(text.hasSuffix(".") || text.hasSuffix("?"))
      for word in ["invalid", "please", "sorry", "forbidden", "oops", "required", "failed"] {
        #expect(!text.lowercased().contains(word), "\(text)")
      }
      for sentence in text.split(separator: ". ") {
        #expect(sentence.split(separator: " ").count <= 15, "\(text)")
      }
      texts.insert(text)
    }
    #expect(texts.count == Self.problems.count, "Two problems share their words.")
  }

  @Test(arguments: [
    (AnswerProblem.empty, 0, "Error: Type yes or no to answer."),
    (.notYesOrNo, 0, "Error: Type 1 for yes or 2 for no."),
    (
      .noSuchOption, 1, "Error: That is not on the list. Type 1 to 2, or the words."
    ),
    (.noSuchMarker("7"), 1, "Error: There is no 7 on the list. Type 1 to 2."),
    (
      .exclusive(option: "None"), 2,
      #"Error: "None" cannot go with other choices. Type it alone, or leave it out."#
    ),
    (
      .noSuchOption, 2, "Error: That is not on the list. Type a to c, or the words."
    ),
    (.notANumber, 4, "Error: Type the answer as a number, like 7."),
    (
      .above(.integer(10)), 5,
      "Error: That is too high. Type a number from 0 to 10."
    ),
    (.below(.integer(0)), 6, "Error: That is too low. Type 0 or more."),
    (
      .above(.date(Question.date("2026-03-15"))), 8,
      "Error: That is too late. Type a date up to 15 March 2026."
    ),
    (
      .unitMissing(["kg", "lb", "g"]), 13, "Error: Type the unit, too: kg, lb or g."
    ),
  ])
  func words(problem: AnswerProblem, question: Int, text: String) {
    #expect(Wording.english.text(for: problem, item: Self.questions[question].item) == text)
  }

  @Test func anErrorSaysNoShortTextOfTheQuestion() {
    let words = Question("integer", text: "How long do you sleep?")
    #expect(
      Wording.english.text(for: .notWhole, item: words.item)
        == "Error: Type a whole number, like 7.")
  }

  @Test func noExampleStandsBesideThatOfTheQuestion() {
    let words = Question("integer", Question.extensions(Question.format("Like 130.")))
    #expect(
      Wording.english.text(for: .notANumber, item: words.item)
        == "Error: Type the answer as a number.")
    #expect(
      Wording.english.text(for: .severalNumbers, item: words.item)
        == "Error: Type one number only.")
  }

  @Test func issuesOfTheFormAreProblems() {
    #expect(AnswerProblem(.below(.integer(1))) == .below(.integer(1)))
    #expect(AnswerProblem(.above(.integer(1))) == .above(.integer(1)))
    #expect(AnswerProblem(.tooLong(3)) == .tooLong(3))
    #expect(AnswerProblem(.tooShort(3)) == .tooShort(3))
    #expect(AnswerProblem(.decimalPlaces(2)) == .tooManyDecimals(2))
    #expect(AnswerProblem(.pattern("a")) == .pattern)
    #expect(AnswerProblem(.option) == .noSuchOption)
    #expect(AnswerProblem(.unit(allowed: [Coding(code: "kg")])) == .unitMissing(["kg"]))
    #expect(AnswerProblem(.type(expected: [.integer])) == .cannotBeAnsweredHere)
  }

  @Test func longWordsAreCut() {
    let text = Wording.english.text(
      for: .unknownUnit(typed: String(repeating: "x", count: 5000), allowed: ["kg"]),
      item: Self.questions[13].item)
    #expect(text.count < 120)
  }
}
