import FHIR

/// Comparing and writing dates and times as FHIRPath does.
enum Temporal {
  /// Compares down to the first part that only one of the two has; undecidable when only one has an
  /// offset from UTC.
  ///
  /// `PartialDateTime.ordering(against:)`, by which the values of a form compare, goes further: it
  /// decides where no zone of the earth could change the order. The language leaves that open, as
  /// HL7's suite has it (FHIRPath 3.0, section 6.2), and knows hours without minutes.
  static func ordering(_ left: PartialDateTime, _ right: PartialDateTime) -> PartialOrdering {
    guard let leftTime = left.time, let rightTime = right.time else {
      let order = left.date.ordering(against: right.date)
      return order == .same && (left.time == nil) != (right.time == nil) ? .undecidable : order
    }
    guard (left.offsetMinutes == nil) == (right.offsetMinutes == nil) else { return .undecidable }
    let isWhole = leftTime.isMinuteKnown && rightTime.isMinuteKnown
    let leftMinute = minute(left, leftTime)
    let rightMinute = minute(right, rightTime)
    guard isWhole else {
      let order = PartialOrdering(floorHour(leftMinute), floorHour(rightMinute))
      let isSamePrecision = leftTime.isMinuteKnown == rightTime.isMinuteKnown
      return order == .same && !isSamePrecision ? .undecidable : order
    }
    if leftMinute != rightMinute { return PartialOrdering(leftMinute, rightMinute) }
    switch (leftTime.second, rightTime.second) {
    case (nil, nil): return .same
    case (let left?, let right?): return PartialOrdering(left, right)
    default: return .undecidable
    }
  }

  /// Minutes since the first day, in UTC where the offset is known.
  static func minute(_ value: PartialDateTime, _ time: TimeOfDay) -> Int {
    value.date.firstDayNumber * 1440 + time.hour * 60 + time.minute - (value.offsetMinutes ?? 0)
  }

  private static func floorHour(_ minute: Int) -> Int {
    minute >= 0 ? minute / 60 : (minute - 59) / 60
  }

  /// The value as FHIRPath writes it, without `@`; only the parts that are known.
  static func text(of value: PartialDateTime) -> String {
    guard let time = value.time else { return value.date.description }
    return "\(value.date)T\(time)" + (value.offsetMinutes.map(offsetText) ?? "")
  }

  static func offsetText(_ offset: Int) -> String {
    guard offset != 0 else { return "Z" }
    let minutes = abs(offset)
    return (offset < 0 ? "-" : "+") + digits(minutes / 60, 2) + ":" + digits(minutes % 60, 2)
  }
}
