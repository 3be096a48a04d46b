import FHIR

extension DateReader {
  /// "yesterday", "3 weeks ago", "last month": dates that count from today.
  ///
  /// A date is as exact as the span it is counted in: days and weeks give a day, months a month,
  /// years a year. What is said to be rough loses its day.
  ///
  /// - Parameter isAhead: Whether "in" stood before a span, as in "in 2 weeks".
  func nearToday(_ text: String, _ isApproximate: Bool, isAhead: Bool = false) -> Meaning? {
    if let days = spoken.nearDays[text] {
      return date(days, .day).map { .dates([$0], isApproximate: isApproximate) }
    }
    let words = text.split(separator: " ").map(String.init)
    if words.count == 2, let span = spoken.spans[words[1]] {
      if spoken.last.contains(words[0]) { return counted(1, span, isApproximate: span == .week) }
      if spoken.this.contains(words[0]) { return counted(0, span, isApproximate: span == .week) }
    }
    if let date = weekday(words) { return .dates([date], isApproximate: isApproximate) }
    return ago(words, isApproximate, isAhead: isAhead)
  }

  /// "more than 5 years ago" is asked back as about that time.
  func moreThan(_ text: String) -> Meaning? {
    let words = (spoken.limits[.moreThan] ?? []) + (spoken.limits[.lessThan] ?? [])
    guard let rest = words.lazy.compactMap({ text.dropping(prefix: $0 + " ") }).first,
      case .dates(let dates, _) = nearToday(rest, true)
    else { return nil }
    return .unsure(dates, isApproximate: true)
  }

  /// "Monday" or "last Monday": the latest one before today.
  private func weekday(_ words: [String]) -> PartialDate? {
    guard 1...2 ~= words.count, let name = words.last,
      words.count == 1 || spoken.last.contains(words[0]) || spoken.this.contains(words[0]),
      let index = spoken.weekdays.firstIndex(where: { $0.lowercased() == name })
    else { return nil }
    // 1970-01-01 was a Thursday, three days after a Monday.
    let sinceMonday = (today.firstDayNumber + 3) % 7
    let daysAgo = (sinceMonday - index + 6) % 7 + 1
    return PartialDate(dayNumber: today.firstDayNumber - daysAgo)
  }

  /// "3 weeks ago", "five years", "a couple of months back".
  private func ago(_ words: [String], _ isApproximate: Bool, isAhead: Bool) -> Meaning? {
    var words = words
    let saysAgo = words.last.map { spoken.ago.contains($0) } ?? false
    while let last = words.last, spoken.ago.contains(last) { words.removeLast() }
    guard let last = words.popLast() else { return nil }
    // "5years" is "5 years".
    let digits = last.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty { words.append(String(digits)) }
    guard let span = spoken.spans[String(last.dropFirst(digits.count))], !words.isEmpty else {
      return nil
    }
    let number = words.joined(separator: " ")
    let sign = isAhead && !saysAgo ? -1 : 1
    if spoken.couple.contains(number) { return counted(2 * sign, span, isApproximate: true) }
    if spoken.one.contains(number) { return counted(sign, span, isApproximate: isApproximate) }
    let values = NumberReader(spoken: spoken, isWhole: false).values(of: number)
    guard let value = values.first, !value.isNegative, value < 1000 else { return .notADate }
    if let count = value.integer {
      return counted(count * sign, span, isApproximate: isApproximate || (!saysAgo && !isAhead))
    }
    // Half a year and the like are counted in the next smaller span.
    guard span == .year, let months = value.multiplied(by: 12)?.integer else { return .notADate }
    return counted(months * sign, .month, isApproximate: true)
  }

  private func counted(_ count: Int, _ span: TimeSpan, isApproximate: Bool) -> Meaning {
    guard let date = date(-count, span) else { return .notADate }
    let isRough = isApproximate || (span == .year && count > 0)
    guard isApproximate, count > 0, date.day != nil,
      let month = PartialDate(year: date.year, month: date.month)
    else { return .dates([date], isApproximate: isRough && count > 0) }
    return .dates([month], isApproximate: true)
  }

  /// The date some spans from today, as exact as the span.
  private func date(_ count: Int, _ span: TimeSpan) -> PartialDate? {
    switch span {
    case .day, .week:
      return PartialDate(dayNumber: today.firstDayNumber + count * (span == .week ? 7 : 1))
    case .month:
      let months = today.year * 12 + (today.month ?? 1) - 1 + count
      return months < 12 ? nil : PartialDate(year: months / 12, month: months % 12 + 1)
    case .year: return PartialDate(year: today.year + count)
    }
  }
}
