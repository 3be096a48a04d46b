import Glibc

/// The programs that make the letters of the terminal larger and smaller again.
public struct PrintCommand: Sendable {
  /// How long such a program may take.
  private static let patience = Duration.seconds(10)

  private let large: [String]
  private let usual: [String]
  private let environment: [String: String]

  /// Takes the programs with their arguments; no shell sees them.
  ///
  /// - Parameters:
  ///   - large: The path of a program and its arguments; empty for none.
  ///   - usual: The same, for the usual letters.
  ///   - environment: All of their environment.
  public init(large: [String], usual: [String], environment: [String: String]) {
    self.large = large
    self.usual = usual
    self.environment = environment
  }

  /// Makes the letters so large, and waits until it is done.
  public func run(_ size: PrintSize) {
    let words = size == .large ? large : usual
    guard let program = words.first,
      case .success(let child) = SpawnedProgram.start(
        program, arguments: Array(words.dropFirst()), environment: environment)
    else { return }
    let end = ContinuousClock.now + Self.patience
    while child.endingIfEnded() == nil {
      if ContinuousClock.now >= end { child.send(SIGKILL) }
      usleep(10_000)
    }
  }
}
