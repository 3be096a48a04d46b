/// How long a supervisor waits before it starts the next visit.
///
/// A program that crashes as soon as it starts must not keep the machine busy; one crash must not keep
/// a person waiting.
public struct RestartDelay: Sendable, Equatable {
  /// The longest wait.
  public static let longest = Duration.seconds(60)

  /// A visit that lasted this long shows that the program works.
  public static let provingTime = Duration.seconds(60)

  private var failures = 0

  /// No failure so far.
  public init() {}

  /// The wait after a visit that ended by itself: none.
  public mutating func afterEnding() -> Duration {
    failures = 0
    return .zero
  }

  /// The wait after a crash: none after the first, then from one second on twice as long each time.
  ///
  /// - Parameter lifetime: How long the process ran.
  public mutating func afterCrash(lifetime: Duration) -> Duration {
    if lifetime >= Self.provingTime { failures = 0 }
    failures += 1
    guard failures > 1 else { return .zero }
    let doublings = min(failures - 2, 16)
    return min(.seconds(1 << doublings), Self.longest)
  }
}
