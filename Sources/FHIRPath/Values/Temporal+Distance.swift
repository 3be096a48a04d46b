import FHIR

extension Temporal {
  /// A date, a date and time, or a time, between which time is counted.
  struct Instant {
    let date: PartialDate?
    let time: TimeOfDay?
    let offset: Int?

    init?(_ value: Item) {
      switch value {
      case .date(let date): self.init(date: date, time: nil, offset: nil)
      case .dateTime(let value):
        self.init(date: value.date, time: value.time, offset: value.offsetMinutes)
      case .time(let time): self.init(date: nil, time: time, offset: nil)
      default: return nil
      }
    }

    private init(date: PartialDate?, time: TimeOfDay?, offset: Int?) {
      self.date = date
      self.time = time
      self.offset = offset
    }

    /// Whether it is known down to a unit.
    func isKnown(to unit: CalendarUnit) -> Bool {
      switch unit {
      case .year: date != nil
      case .month: date?.month != nil
      case .week, .day: date?.day != nil
      case .hour: time != nil
      case .minute: time?.isMinuteKnown == true
      case .second: time?.second != nil
      case .millisecond: time?.second.map { $0.scale > 0 } == true
      }
    }

    fileprivate var months: Int { date.map { $0.year * 12 + ($0.month ?? 1) - 1 } ?? 0 }

    fileprivate var timeMilliseconds: Int {
      guard let time else { return 0 }
      let second = time.second?.rounded(to: 3, .towardZero).map { Int($0.mantissa) } ?? 0
      return (time.hour * 60 + time.minute) * 60_000 + second
    }

    fileprivate var milliseconds: Int {
      (date?.firstDayNumber ?? 0) * 86_400_000 + timeMilliseconds
    }
  }

  /// Whole units that fit between; nil where that is not known.
  static func wholeUnits(_ unit: CalendarUnit, from: Instant, to: Instant) -> Int? {
    guard let shift = shift(unit, from, to) else { return nil }
    guard unit == .year || unit == .month else {
      return (to.milliseconds + shift - from.milliseconds) / milliseconds(of: unit)
    }
    var count = to.months - from.months
    let early = (from.date?.day ?? 1, from.timeMilliseconds)
    let late = (to.date?.day ?? 1, to.timeMilliseconds)
    if count > 0, late < early { count -= 1 }
    if count < 0, late > early { count += 1 }
    return unit == .year ? count / 12 : count
  }

  /// Borders of units that lie between, such as the ends of years; nil where that is not known.
  static func borders(_ unit: CalendarUnit, from: Instant, to: Instant) -> Int? {
    guard let shift = shift(unit, from, to) else { return nil }
    switch unit {
    case .year: return to.months / 12 - from.months / 12
    case .month: return to.months - from.months
    default:
      // Weeks begin on Sunday; day 0 was a Thursday.
      let start = unit == .week ? 4 * 86_400_000 : 0
      let size = milliseconds(of: unit)
      return floor(to.milliseconds + shift + start, size) - floor(from.milliseconds + start, size)
    }
  }

  /// The milliseconds to add to the second so that both are at the offset of the first; nil where
  /// one is not known down to the unit.
  ///
  /// Days and longer units are counted at the place of each.
  private static func shift(_ unit: CalendarUnit, _ from: Instant, _ to: Instant) -> Int? {
    guard from.isKnown(to: unit), to.isKnown(to: unit) else { return nil }
    switch unit {
    case .year, .month, .week, .day: return 0
    case .hour, .minute, .second, .millisecond:
      switch (from.offset, to.offset) {
      case (nil, nil): return 0
      case (let from?, let to?): return (from - to) * 60_000
      default: return nil
      }
    }
  }

  private static func milliseconds(of unit: CalendarUnit) -> Int {
    switch unit {
    case .week: 604_800_000
    case .day: 86_400_000
    case .hour: 3_600_000
    case .minute: 60_000
    case .second: 1000
    default: 1
    }
  }

  private static func floor(_ value: Int, _ size: Int) -> Int {
    value >= 0 ? value / size : (value - size + 1) / size
  }
}
