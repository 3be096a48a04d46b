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

  /// What is said when the machine's clock shows a year that FHIR cannot write.
  private static var epoch: PartialDateTime {
    PartialDate(dayNumber: 0).flatMap { PartialDateTime(date: $0) } ?? now()
  }
}
