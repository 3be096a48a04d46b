import Glibc

/// The time as the store sees it.
public struct StoreClock: Sendable {
  /// The time in milliseconds since 1970, UTC.
  public let now: @Sendable () -> Int64
  /// The first millisecond of the local day that a time belongs to.
  public let startOfDay: @Sendable (Int64) -> Int64
  /// What tells one start of the machine from the next.
  public let bootID: String

  /// Makes a clock.
  public init(
    now: @escaping @Sendable () -> Int64, startOfDay: @escaping @Sendable (Int64) -> Int64,
    bootID: String
  ) {
    self.now = now
    self.startOfDay = startOfDay
    self.bootID = bootID
  }

  /// The machine's clock, with days in the time zone that the machine is set to.
  public static let system = StoreClock(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    },
    startOfDay: { milliseconds in
      var seconds = time_t(milliseconds / 1000)
      var parts = tm()
      localtime_r(&seconds, &parts)
      parts.tm_hour = 0
      parts.tm_min = 0
      parts.tm_sec = 0
      parts.tm_isdst = -1
      return Int64(mktime(&parts)) * 1000
    },
    bootID: ProcessTable.bootID)
}
