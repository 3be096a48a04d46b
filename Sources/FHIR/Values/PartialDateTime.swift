/// A date with or without time as FHIR has it (R4, 2.24.0.1 `dateTime` and `instant`).
public struct PartialDateTime: Sendable, Hashable {
  /// The date, which is whole if there is a time.
  public let date: PartialDate
  /// The time, if it is known.
  public let time: TimeOfDay?
  /// Minutes east of UTC, if they are known; only with a time.
  public let offsetMinutes: Int?

  /// The farthest that a zone is from UTC, in minutes.
  private static let greatestOffset = 14 * 60

  /// Makes a date with or without time; nil when a time stands without a day, or an offset without
  /// a time.
  public init?(date: PartialDate, time: TimeOfDay? = nil, offsetMinutes: Int? = nil) {
    if time != nil, date.day == nil { return nil }
    if let offsetMinutes {
      guard time != nil, abs(offsetMinutes) <= Self.greatestOffset else { return nil }
    }
    self.date = date
    self.time = time
    self.offsetMinutes = offsetMinutes
  }

  /// Reads FHIR's form, such as `2019-03-27T14:30:00+02:00`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = PartialDate(parts[0]) else { return nil }
    guard parts.count == 2 else {
      self.init(date: date)
      return
    }
    let rest = parts[1]
    let zoneStart = rest.firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? rest.endIndex
    guard let time = TimeOfDay(rest[..<zoneStart]) else { return nil }
    let zone = rest[zoneStart...]
    if zone.isEmpty {
      self.init(date: date, time: time)
      return
    }
    guard let offset = Self.offset(zone) else { return nil }
    self.init(date: date, time: time, offsetMinutes: offset)
  }

  /// Minutes east of UTC of `Z` or `+10:00`; nil for anything else.
  package static func offset(_ zone: some StringProtocol) -> Int? {
    if zone == "Z" { return 0 }
    let parts = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), 0...14 ~= hours, 0...59 ~= minutes
    else { return nil }
    return (zone.first == "-" ? -1 : 1) * (hours * 60 + minutes)
  }

  /// Compares as far as both are known.
  ///
  /// When only one has an offset, the other's may be up to 14 hours to either side of UTC. FHIRPath
  /// leaves every such comparison open and does not use this one.
  public func ordering(against other: PartialDateTime) -> PartialOrdering {
    guard let time, let otherTime = other.time else {
      let order = date.ordering(against: other.date)
      // A day without time against the same day with one cannot be told.
      guard order == .same, (time == nil) != (other.time == nil) else { return order }
      return .undecidable
    }
    switch (offsetMinutes, other.offsetMinutes) {
    case (let offset?, let otherOffset?):
      let order = PartialOrdering(
        minuteNumber(time) - offset, other.minuteNumber(otherTime) - otherOffset)
      return order == .same ? Self.secondsOrdering(time, otherTime) : order
    case (nil, nil):
      let order = PartialOrdering(minuteNumber(time), other.minuteNumber(otherTime))
      return order == .same ? Self.secondsOrdering(time, otherTime) : order
    default:
      let distance =
        minuteNumber(time) - (offsetMinutes ?? 0)
        - (other.minuteNumber(otherTime) - (other.offsetMinutes ?? 0))
      return abs(distance) > Self.greatestOffset
        ? PartialOrdering(distance, 0) : .undecidable
    }
  }

  private func minuteNumber(_ time: TimeOfDay) -> Int {
    date.firstDayNumber * 1440 + time.hour * 60 + time.minute
  }

  private static func secondsOrdering(_ left: TimeOfDay, _ right: TimeOfDay) -> PartialOrdering {
    switch (left.second, right.second) {
    case (nil, nil): .same
    case (let left?, let right?): PartialOrdering(left, right)
    default: .undecidable
    }
  }
}

extension PartialDateTime: CustomStringConvertible {
  /// The value as FHIR writes it.
  public var description: String {
    guard let time else { return date.description }
    var text = "\(date)T\(time)"
    // FHIR wants seconds wherever there is a time.
    if time.second == nil { text += ":00" }
    if let offsetMinutes {
      let sign = offsetMinutes < 0 ? "-" : "+"
      let minutes = abs(offsetMinutes)
      text += minutes == 0 ? "Z" : sign + digits(minutes / 60, 2) + ":" + digits(minutes % 60, 2)
    }
    return text
  }
}
