/// A time of day as FHIR has it (R4, 2.24.0.1 `time`), without zone.
public struct TimeOfDay: Sendable, Hashable {
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59; 0 where it is not known.
  public let minute: Int
  /// Whether the minute is known; FHIR's own times always say it.
  public let isMinuteKnown: Bool
  /// The second with its fraction, 0 to below 61 (a leap second), if it is known.
  public let second: ExactDecimal?

  /// Makes a time; nil when there is no such time.
  public init?(hour: Int, minute: Int, second: ExactDecimal? = nil) {
    guard 0...23 ~= hour, 0...59 ~= minute else { return nil }
    if let second, second.isNegative || second >= 61 { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
    isMinuteKnown = true
  }

  /// Makes a time of which only the hour is known, as FHIRPath has it; nil when there is no such.
  public init?(hour: Int) {
    guard 0...23 ~= hour else { return nil }
    self.hour = hour
    minute = 0
    second = nil
    isMinuteKnown = false
  }

  /// Reads `14:30`, `14:30:00` or `14:30:00.250`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
      parts.joined().utf8.allSatisfy({ 48...57 ~= $0 || $0 == UInt8(ascii: ".") }),
      let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return nil }
    var second: ExactDecimal?
    if parts.count == 3 {
      guard parts[2].prefix(while: { $0 != "." }).utf8.count == 2,
        let value = ExactDecimal(parts[2])
      else { return nil }
      second = value
    }
    self.init(hour: hour, minute: minute, second: second)
  }

  /// Compares as far as both times are known.
  public func ordering(against other: TimeOfDay) -> PartialOrdering {
    guard isMinuteKnown, other.isMinuteKnown else {
      let order = PartialOrdering(hour, other.hour)
      return order == .same && isMinuteKnown != other.isMinuteKnown ? .undecidable : order
    }
    let order = PartialOrdering(hour * 60 + minute, other.hour * 60 + other.minute)
    guard order == .same else { return order }
    switch (second, other.second) {
    case (nil, nil): return .same
    case (let second?, let otherSecond?): return PartialOrdering(second, otherSecond)
    default: return .undecidable
    }
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// The time as FHIR writes it; minutes and seconds stand only if they are known.
  public var description: String {
    guard isMinuteKnown else { return digits(hour, 2) }
    let start = digits(hour, 2) + ":" + digits(minute, 2)
    guard let second else { return start }
    return start + ":" + (second < 10 ? "0" : "") + second.description
  }
}
