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

  /// Forgets the failures, after a visit that ended by itself.
  public mutating func reset() {
    failures = 0
  }

  /// The wait after a failure: none after the first, then from one second on twice as long each time.
  ///
  /// - Parameter lifetime: How long the process ran.
  public mutating func afterFailure(lifetime: Duration) -> Duration {
    if lifetime >= Self.provingTime { reset() }
    failures += 1
    guard failures > 1 else { return .zero }
    return min(.seconds(1 << min(failures - 2, 16)), Self.longest)
  }
}
