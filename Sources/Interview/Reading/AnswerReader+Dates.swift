import FHIR

extension AnswerReader {
  /// Reads a date, as exact as it is typed unless the form wants a whole one.
  func readDate(_ typed: String) -> Reading {
    readDate(typed) { .date($0) }
  }

  /// Reads a date with or without a time of day.
  func readDateTime(_ typed: String) -> Reading {
    let make: (PartialDate) -> AnswerValue = { date in
      PartialDateTime(date: date).map { .dateTime($0) } ?? .date(date)
    }
    let reading = readDate(typed, make)
    guard case .problem(let problem) = reading else { return reading }
    if case .below = problem { return reading }
    if case .above = problem { return reading }
    if problem == .noSuchDate { return reading }
    return readDayAndTime(typed) ?? readTimeAlone(typed) ?? reading
  }

  /// Reads a time of day.
  func readTime(_ typed: String) -> Reading {
    let times = TimeReader(spoken: spoken).times(typed)
    guard !times.isEmpty else { return .problem(.notATime) }
    return checked(anyOf: times.map { .time($0) }, typed: typed)
  }

  // MARK: - Dates

  private var dateReader: DateReader { DateReader(spoken: spoken, today: today) }

  private func readDate(_ typed: String, _ make: (PartialDate) -> AnswerValue) -> Reading {
    switch dateReader.meaning(of: typed) {
    case .dates(let dates, let isApproximate):
      let whole = dates.filter { $0.description.utf8.count >= item.source.minLength ?? 0 }
      guard !whole.isEmpty else { return .problem(.dateNotWhole) }
      return checked(anyOf: whole.map(make), typed: typed, isApproximate: isApproximate)
    case .unsure(let dates, let isApproximate):
      return askedBack(dates.map(make), isApproximate: isApproximate)
    case .withoutYear: return .problem(.yearMissing)
    case .noSuchDay: return .problem(.noSuchDate)
    case .notADate: return .problem(.notADate)
    }
  }

  /// Asks even for a single date.
  private func askedBack(_ values: [AnswerValue], isApproximate: Bool) -> Reading {
    let fitting = values.filter { item.issues(with: $0).isEmpty }
    guard !fitting.isEmpty else { return .problem(.notADate) }
    return .which(
      fitting.map { value in
        let shown = wording.text(of: value)
        return Candidate(label: isApproximate ? wording.about(shown) : shown, values: [value])
      })
  }

  // MARK: - Dates with times

  /// "27 March 2019, 2:30 pm": the line is cut where both halves mean something.
  private func readDayAndTime(_ typed: String) -> Reading? {
    let isGap: (Character) -> Bool = { $0 == " " || $0 == "," || $0 == "T" || $0 == "t" }
    guard typed.utf8.count <= 100 else { return nil }
    let reader = TimeReader(spoken: spoken)
    for gap in typed.indices where isGap(typed[gap]) {
      let day = String(typed[..<gap])
      let times = reader.times(String(typed[typed.index(after: gap)...]))
      guard !times.isEmpty, case .dates(let dates, _) = dateReader.meaning(of: day),
        dates.allSatisfy({ $0.day != nil })
      else { continue }
      let values: [AnswerValue] = dates.flatMap { date in
        times.compactMap { time in
          PartialDateTime(date: date, time: time, offsetMinutes: utcOffsetMinutes)
            .map { .dateTime($0) }
        }
      }
      return checked(anyOf: values, typed: typed)
    }
    return nil
  }

  private func readTimeAlone(_ typed: String) -> Reading? {
    let text = typed.lowercased()
    let saysTime =
      text.contains(":") || spoken.namedTimes[text] != nil
      || spoken.morning.union(spoken.afternoon).contains { text.hasSuffix($0) }
    guard saysTime, !TimeReader(spoken: spoken).times(typed).isEmpty else { return nil }
    return .problem(.timeWithoutDay)
  }
}
