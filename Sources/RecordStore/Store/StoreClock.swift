import Glibc

/// What a store knows of time and of the process that uses it.
public struct StoreClock: Sendable {
  /// Milliseconds since 1970, UTC.
  public let now: @Sendable () -> Int64
  /// The process.
  let process: ProcessIdentity

  /// The system's clock and this process.
  public static let system = StoreClock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Makes a clock, for the process that asks.
  public init(now: @escaping @Sendable () -> Int64) {
    self.init(process: .current, now: now)
  }

  init(process: ProcessIdentity, now: @escaping @Sendable () -> Int64) {
    self.process = process
    self.now = now
  }
}
