import FHIR
import Glibc

/// The clock and the calendar of the machine.
enum SystemClock {
  /// The time now, to the second, with the machine's offset from UTC.
  static func now() -> PartialDateTime {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let date = PartialDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    let time = TimeOfDay(
      hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: ExactDecimal(Int(parts.tm_sec)))
    guard let date,
      let now = PartialDateTime(date: date, time: time, offsetMinutes: Int(parts.tm_gmtoff) / 60)
    else { return epoch }
    return now
  }

  /// Milliseconds since 1970 in UTC.
  static func milliseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  /// A time in milliseconds since 1970, to the second, in UTC.
  static func utc(_ milliseconds: Int64) -> PartialDateTime {
    let seconds = Int((milliseconds >= 0 ? milliseconds : milliseconds - 999) / 1000)
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    let time = TimeOfDay(
      hour: rest / 3600, minute: rest / 60 % 60, second: ExactDecimal(rest % 60))
    guard let date = PartialDate(dayNumber: day),
      let instant = PartialDateTime(date: date, time: time, offsetMinutes: 0)
    else { return epoch }
    return instant
  }

  /// The time of day at this place of a time in milliseconds since 1970, like 09:30.
  static func timeOfDay(of milliseconds: Int64) -> String {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return [parts.tm_hour, parts.tm_min].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }

  /// When today began at this place, in milliseconds since 1970.
  static func startOfDay() -> Int64 {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    parts.tm_hour = 0
    parts.tm_min = 0
    parts.tm_sec = 0
    parts.tm_isdst = -1
    return Int64(mktime(&parts)) * 1000
  }

  /// What is said when the machine's clock shows a year that FHIR cannot write.
  private static var epoch: PartialDateTime {
    PartialDate(dayNumber: 0).flatMap { PartialDateTime(date: $0) } ?? now()
  }
}
