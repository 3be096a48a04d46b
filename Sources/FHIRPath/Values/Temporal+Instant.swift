import FHIR

extension Temporal {
  /// A date and time as numbers that can be counted.
  struct Instant {
    var months: Int?
    var days: Int?
    /// Days within the month, from 1.
    var dayOfMonth: Int
    /// Milliseconds since midnight; nil where no time is known.
    var milliseconds: Int?

    init?(_ value: Item) {
      switch value {
      case .date(let date): self.init(date, nil, 0)
      case .dateTime(let value): self.init(value.date, value.time, value.offsetMinutes ?? 0)
      case .time(let time): self.init(nil, time, 0)
      default: return nil
      }
    }

    private init?(_ date: PartialDate?, _ time: TimeOfDay?, _ offset: Int) {
      months = date.map { $0.year * 12 + ($0.month ?? 1) - 1 }
      if let date, date.month == nil { months = date.year * 12 }
      days = date.flatMap { $0.day == nil ? nil : $0.firstDayNumber }
      if date == nil { days = 0 }
      dayOfMonth = date?.day ?? 1
      milliseconds = time.map {
        let second = $0.second?.rounded(to: 3, .towardZero).map { Int($0.mantissa) } ?? 0
        return ($0.hour * 60 + $0.minute - offset) * 60_000 + second
      }
    }

    private static func length(_ unit: CalendarUnit) -> Int {
      switch unit {
      case .week: 604_800_000
      case .day: 86_400_000
      case .hour: 3_600_000
      case .minute: 60_000
      case .second: 1000
      default: 1
      }
    }

    private func total(isTimeNeeded: Bool) -> Int? {
      guard let days else { return nil }
      if isTimeNeeded, milliseconds == nil { return nil }
      return days * 86_400_000 + (milliseconds ?? 0)
    }

    /// Whole units that fit between.
    static func wholeUnits(_ unit: CalendarUnit, from: Instant, to: Instant) -> Int? {
      guard unit == .year || unit == .month else {
        let isTime = unit != .week && unit != .day
        guard let start = from.total(isTimeNeeded: isTime), let end = to.total(isTimeNeeded: isTime)
        else { return nil }
        return (end - start) / length(unit)
      }
      guard let start = from.months, let end = to.months else { return nil }
      var count = end - start
      let early = (from.dayOfMonth, from.milliseconds ?? 0)
      let late = (to.dayOfMonth, to.milliseconds ?? 0)
      if count > 0, late < early { count -= 1 }
      if count < 0, late > early { count += 1 }
      return unit == .year ? count / 12 : count
    }

    /// Borders of units that lie between, such as the ends of years.
    static func borders(_ unit: CalendarUnit, from: Instant, to: Instant) -> Int? {
      switch unit {
      case .year, .month:
        guard let start = from.months, let end = to.months else { return nil }
        return unit == .year ? end / 12 - start / 12 : end - start
      default:
        let isTime = unit != .week && unit != .day
        guard let start = from.total(isTimeNeeded: isTime), let end = to.total(isTimeNeeded: isTime)
        else { return nil }
        // Weeks begin on Sunday; day 0 was a Thursday.
        let shift = unit == .week ? 4 * 86_400_000 : 0
        let size = length(unit)
        return Int(((Double(end + shift)) / Double(size)).rounded(.down))
          - Int(((Double(start + shift)) / Double(size)).rounded(.down))
      }
    }
  }
}
