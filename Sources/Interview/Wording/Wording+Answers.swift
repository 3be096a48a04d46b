import FHIR
import FormFiller

extension Wording {
  /// What a person reads when a line is no answer to a question: how to put it right.
  ///
  /// It stands below the question, whose words it need not say again; a short text for clinicians is
  /// none that a person should read there. Each problem has words of its own, so that a second try
  /// gets a new hint.
  public func text(
    for problem: AnswerProblem, item: FormItem, in language: LanguageChoice = .asWritten
  ) -> String {
    "Error: \(advice(for: problem, ItemWords(item, in: language)))"
  }

  private func advice(for problem: AnswerProblem, _ words: ItemWords) -> String {
    let item = words.item
    return switch problem {
    case .empty: adviceForEmpty(words)
    case .cannotBeAnsweredHere: "This cannot be typed here. The staff will ask you."
    case .notYesOrNo: "Type 1 for yes or 2 for no."
    case .noSuchOption, .noSuchMarker, .manyFit, .onlyOneAnswer, .exclusive, .tooManyAnswers:
      adviceForOptions(problem, words)
    case .notANumber, .severalNumbers, .notWhole, .numberTooLong, .tooManyDecimals, .below,
      .above, .betweenSteps, .outOfAnother:
      adviceForNumbers(problem, words)
    case .unitMissing, .unknownUnit: adviceForUnits(problem, words)
    case .notADate, .yearMissing, .dateNotWhole, .noSuchDate, .notATime, .timeWithoutDay:
      adviceForDates(problem, item)
    case .tooShort(let least): "Type \(least) letters or more."
    case .tooLong(let most): "That is too long. Use \(most) letters or less."
    case .pattern:
      words.entryFormat.map { "This needs another form. \($0)" }
        ?? "This needs another form. Check each letter and number."
    case .notAnAddress: "Type a web address, like www.example.org."
    }
  }

  // MARK: - Nothing typed

  private func adviceForEmpty(_ words: ItemWords) -> String {
    let item = words.item
    if item.type == .boolean { return "Type yes or no to answer." }
    if !item.options.isEmpty {
      return item.repeats ? "Choose all that fit from the list." : "Choose one from the list."
    }
    switch item.type {
    case .integer, .decimal: return "Type a number to answer."
    case .quantity: return "Type a number and a unit, like \(exampleAmount(words))."
    case .date, .dateTime: return "Type a date to answer, like 27 March 2019."
    case .time: return "Type a time to answer, like 2:30 pm."
    case .url: return "Type a web address to answer."
    default: return "Type your answer, then press Enter."
    }
  }

  // MARK: - Options

  private func adviceForOptions(_ problem: AnswerProblem, _ words: ItemWords) -> String {
    let options = OptionList(words, wording: self)
    let first = options.isEmpty ? "1" : options.typedMarker(at: 0)
    let last = options.isEmpty ? "1" : options.typedMarker(at: options.labels.count - 1)
    switch problem {
    case .noSuchMarker(let marker):
      return "There is no \(shortened(marker)) on the list. Type \(first) to \(last)."
    case .manyFit(let count): return "\(count) choices fit. Type more of the word."
    case .onlyOneAnswer: return "Only one answer fits here. Type one, like \(first)."
    case .exclusive(let option):
      return "\"\(option)\" cannot go with other choices. Type it alone, or leave it out."
    case .tooManyAnswers(let most):
      return most == 1 ? "Type one answer only." : "Type \(most) answers or less."
    default:
      return options.labels.count > 9
        ? "That is not on the list. Type another word to find it."
        : "That is not on the list. Type \(first) to \(last), or the words."
    }
  }

  // MARK: - Numbers

  private func adviceForNumbers(_ problem: AnswerProblem, _ words: ItemWords) -> String {
    let item = words.item
    let example = exampleNumber(words)
    switch problem {
    case .severalNumbers:
      return item.type == .quantity
        ? "Type one amount only\(exampleOfAmount(words))."
        : "Type one number only\(example)."
    case .notWhole: return "Type a whole number\(example)."
    case .numberTooLong: return "That number is too long. Check it and type it again."
    case .tooManyDecimals(let most):
      return most == 0
        ? "Type a whole number\(example)."
        : "Use \(most) \(most == 1 ? "digit" : "digits") or less after the point."
    case .below(let least): return "That is too \(low(item)). \(bounds(item, least: least))"
    case .above(let most): return "That is too \(high(item)). \(bounds(item, most: most))"
    case .betweenSteps(let step, let start):
      let next = start.adding(step) ?? start
      return "Use steps of \(step), counted from \(start), like \(next)."
    case .outOfAnother(let greatest):
      guard let most = item.maxValue, !isTimely(item) else {
        return "Type only the number, without \"out of \(greatest)\"."
      }
      return "Type a number out of \(text(of: most)), not out of \(greatest)."
    default:
      return item.type == .quantity
        ? "Start with a number\(exampleOfAmount(words))."
        : "Type the answer as a number\(example)."
    }
  }

  private func isTimely(_ item: FormItem) -> Bool {
    item.type == .date || item.type == .dateTime || item.type == .time
  }
  private func low(_ item: FormItem) -> String { isTimely(item) ? "early" : "low" }
  private func high(_ item: FormItem) -> String { isTimely(item) ? "late" : "high" }

  private func bounds(
    _ item: FormItem, least: AnswerValue? = nil, most: AnswerValue? = nil
  ) -> String {
    let least = (least ?? item.minValue).map { text(of: $0) }
    let most = (most ?? item.maxValue).map { text(of: $0) }
    let thing =
      switch item.type {
      case .date, .dateTime: "a date"
      case .time: "a time"
      case .quantity: "an amount"
      default: "a number"
      }
    switch (least, most) {
    case (let least?, let most?): return "Type \(thing) from \(least) to \(most)."
    case (let least?, nil):
      return isTimely(item) ? "Type \(thing) from \(least) on." : "Type \(least) or more."
    case (nil, let most?):
      return isTimely(item) ? "Type \(thing) up to \(most)." : "Type \(most) or less."
    case (nil, nil): return "Type \(thing)."
    }
  }

  /// ", like 7", with a number that the question would take.
  ///
  /// Nothing where the question says itself how its answer looks: its own example stands above.
  private func exampleNumber(_ words: ItemWords) -> String {
    guard words.entryFormat == nil else { return "" }
    let item = words.item
    let number: AnswerValue = item.type == .decimal ? .decimal(7) : .integer(7)
    if item.problem(with: number) == nil { return ", like \(text(of: number))" }
    return ", like " + ((item.minValue ?? item.maxValue).map { text(of: $0) } ?? "7")
  }

  private func exampleOfAmount(_ words: ItemWords) -> String {
    words.entryFormat == nil ? ", like \(exampleAmount(words))" : ""
  }

  // MARK: - Units

  private func adviceForUnits(_ problem: AnswerProblem, _ words: ItemWords) -> String {
    switch problem {
    case .unknownUnit(let typed, let allowed):
      "We cannot use \"\(shortened(typed))\" here. Type the unit as \(either(allowed))."
    case .unitMissing(let allowed): "Type the unit, too: \(either(allowed))."
    default: "Type a number and a unit, like \(exampleAmount(words))."
    }
  }

  private func exampleAmount(_ words: ItemWords) -> String {
    let unit = words.item.source.unitOptions.first ?? words.item.source.unit
    return ["20", unit.map { words.name(of: $0) } ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// "kg, lb or g".
  private func either(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  // MARK: - Dates and times

  private func adviceForDates(_ problem: AnswerProblem, _ item: FormItem) -> String {
    switch problem {
    case .yearMissing: "Type the year, too, like March 2019."
    case .dateNotWhole:
      (item.source.minLength ?? 0) > 7
        ? "Type the day, month and year, like 27 March 2019."
        : "Type the month and year, like March 2019."
    case .noSuchDate: "There is no such day. Check the day and the month."
    case .notATime: "Type the time like 2:30 pm."
    case .timeWithoutDay: "Type the day, too, like 27 March 2019, 2:30 pm."
    default:
      item.source.minLength ?? 0 > 7
        ? "Type the date like 27 March 2019." : "Type the date like 27 March 2019, or just 2019."
    }
  }

  /// What was typed, cut to a length that fits into a sentence.
  private func shortened(_ typed: String) -> String {
    typed.count > 20 ? typed.prefix(20) + "…" : typed
  }
}
