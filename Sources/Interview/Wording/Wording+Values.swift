import FHIR

extension Wording {
  /// A value as it is shown to a person.
  ///
  /// What is typed (numbers, amounts, dates, times, text) can be typed again as it is shown.
  public func text(of value: AnswerValue) -> String {
    switch value {
    case .boolean(let answer): answer ? "Yes" : "No"
    case .date(let date): text(of: date)
    case .dateTime(let dateTime): text(of: dateTime)
    case .time(let time): text(of: time)
    case .decimal, .integer, .string, .uri, .attachment, .coding, .quantity, .reference:
      value.plainText
    }
  }

  /// A date in words, as exact as it is: "27 March 2019", "March 2019" or "2019".
  public func text(of date: PartialDate) -> String {
    guard let month = date.month else { return String(date.year) }
    let name = spoken.months[month - 1]
    guard let day = date.day else { return "\(name) \(date.year)" }
    return "\(day) \(name) \(date.year)"
  }

  /// A time of day: "2:30 pm".
  public func text(of time: TimeOfDay) -> String {
    let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
    var text = "\(hour):\(twoDigits(time.minute))"
    if let second = time.second, second != 0 {
      text += (second < 10 ? ":0" : ":") + second.description
    }
    return text + (time.hour < 12 ? " am" : " pm")
  }

  /// A date with or without time: "27 March 2019, 2:30 pm".
  public func text(of dateTime: PartialDateTime) -> String {
    guard let time = dateTime.time else { return text(of: dateTime.date) }
    return "\(text(of: dateTime.date)), \(text(of: time))"
  }

  /// That a value is not exact: "about 2019".
  func about(_ text: String) -> String { "about \(text)" }

  /// What was typed, as one of the things it could mean.
  func asTyped(_ text: String) -> String {
    let shown = text.count > 60 ? text.prefix(60) + "…" : text
    return "None of these. Keep \"\(shown)\" as I typed it."
  }

  /// A height in feet and inches, with the same in inches: "5 ft 11 in (71 in)".
  func feetAndInches(
    _ feet: ExactDecimal, _ inches: ExactDecimal?, as inInches: String
  ) -> String {
    "\(feet) ft" + (inches.map { " \($0) in" } ?? "") + " (\(inInches))"
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
