import FHIR

/// Reads what people type for a time of day.
///
/// Seconds that were not typed are 0: FHIR has no times without seconds.
struct TimeReader {
  let spoken: SpokenWords

  /// The times that a text may mean; none when it is no time, two when the half of the day is open.
  func times(_ typed: String) -> [TimeOfDay] {
    guard typed.utf8.count <= 60 else { return [] }
    var text = typed.lowercased().filter { $0 != "'" && $0 != "’" }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for filler in spoken.timeFillers {
      text = text.dropping(prefix: filler + " ") ?? text.dropping(suffix: " " + filler) ?? text
    }
    if let minutes = spoken.namedTimes[text] {
      return [TimeOfDay(hour: minutes / 60, minute: minutes % 60, second: 0)].compactMap { $0 }
    }
    let (clock, half) = halfOfDay(text)
    guard let time = clockTime(clock) else { return [] }
    return hours(time.hour, half, isTwoDigits: clock.hasPrefix("0"))
      .compactMap { TimeOfDay(hour: $0, minute: time.minute, second: time.second) }
  }

  private enum Half { case morning, afternoon }

  private func halfOfDay(_ text: String) -> (String, Half?) {
    // "2 p.m." is "2 pm".
    let plain = text.hasSuffix(".") ? text.filter { $0 != "." || !text.hasSuffix("m.") } : text
    for (words, half) in [(spoken.morning, Half.morning), (spoken.afternoon, .afternoon)] {
      for word in words {
        if let rest = plain.dropping(suffix: word) { return (rest, half) }
        // "2 a" for "2 am".
        if word.count == 2, let letter = word.first,
          let rest = plain.dropping(suffix: String(letter)), rest.last?.isNumber == true
        {
          return (rest, half)
        }
      }
    }
    return (text, nil)
  }

  private func hours(_ hour: Int, _ half: Half?, isTwoDigits: Bool) -> [Int] {
    switch half {
    case .morning: return 1...12 ~= hour ? [hour % 12] : (hour == 0 ? [0] : [])
    case .afternoon: return 1...12 ~= hour ? [hour % 12 + 12] : (13...23 ~= hour ? [hour] : [])
    case nil:
      // Nought before the hour and hours after noon are of the 24-hour clock.
      if isTwoDigits || hour == 0 || hour > 12 { return [hour] }
      return [hour % 12, hour % 12 + 12]
    }
  }

  private func clockTime(
    _ text: String
  ) -> (hour: Int, minute: Int, second: ExactDecimal)? {
    var parts = text.split(omittingEmptySubsequences: false) { ":.h ".contains($0) }
      .map(String.init)
    if parts.count == 1, parts[0].isDigits, 3...4 ~= parts[0].count {
      parts = [String(parts[0].dropLast(2)), String(parts[0].suffix(2))]
    }
    // A point after the seconds starts their fraction.
    let fraction = parts.count == 4 ? parts.removeLast() : nil
    guard 1...3 ~= parts.count, 1...2 ~= parts[0].count, parts.allSatisfy(\.isDigits),
      parts.dropFirst().allSatisfy({ $0.count == 2 }), let hour = Int(parts[0])
    else {
      let words = NumberReader(spoken: spoken, isWhole: true).values(of: text)
      return words.first?.integer.map { ($0, 0, 0) }
    }
    let minute = parts.count > 1 ? Int(parts[1]) ?? 60 : 0
    var second: ExactDecimal = 0
    if parts.count > 2 {
      guard let value = ExactDecimal(parts[2] + (fraction.map { "." + $0 } ?? "")) else {
        return nil
      }
      second = value
    }
    return (hour, minute, second)
  }
}
