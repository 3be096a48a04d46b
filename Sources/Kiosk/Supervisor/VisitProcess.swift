import CTerminal
import Glibc
import LineEditor

/// Holds each visit in a new process of this program.
public final class VisitProcess: VisitRunner {
  /// The descriptor that a visit writes its messages to.
  public static let messageDescriptor: Int32 = 3

  /// How long a visit may take to save and end, once it is asked to.
  private static let patience = Duration.seconds(10)

  private let program: String
  private let arguments: (VisitStart) -> [String]
  private let environment: [String: String]
  private let signals: ProcessSignals

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - program: The path of the program.
  ///   - arguments: The arguments of a visit, without the name of the program.
  ///   - environment: All of its environment.
  ///   - signals: The signals of this process.
  public init(
    program: String, arguments: @escaping (VisitStart) -> [String],
    environment: [String: String], signals: ProcessSignals
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.signals = signals
  }

  /// Starts the process, hands on what it says and waits for its end.
  public func run(_ start: VisitStart, take: (VisitMessage) -> Void) -> VisitRun {
    let began = ContinuousClock.now
    let cause = cause(of: start, take)
    return VisitRun(cause: cause, lifetime: ContinuousClock.now - began)
  }

  private func cause(of start: VisitStart, _ take: (VisitMessage) -> Void) -> VisitRun.Cause {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .crashed(.notStarted(errno)) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let messages = ends[0]
    defer { close(messages) }
    let child = SpawnedProgram.start(
      program, arguments: arguments(start), environment: environment,
      descriptors: [ends[1]: Self.messageDescriptor])
    close(ends[1])
    switch child {
    case .failure(let error): return .crashed(.notStarted(error.code))
    case .success(let child): return wait(for: child, reading: messages, take)
    }
  }

  /// Reads messages until the process has ended, which closes the pipe: nobody else writes to it.
  private func wait(
    for child: SpawnedProgram, reading messages: Int32, _ take: (VisitMessage) -> Void
  ) -> VisitRun.Cause {
    var lines = MessageLines()
    var request: TerminationSignal?
    var limit: Duration?
    while true {
      switch signals.wait(for: messages, atMost: limit) {
      case .input:
        var buffer = [UInt8](repeating: 0, count: 1024)
        let count = read(messages, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return cause(of: child.waitForEnd(), after: request) }
        for line in lines.add(buffer[..<count]) { VisitMessage(line: line).map(take) }
      case .termination(let signal):
        request = request ?? signal
        limit = Self.patience
        child.send(SIGTERM)
      case .nothing:
        limit = nil
        child.send(SIGKILL)
      }
    }
  }

  private func cause(
    of ending: SpawnedProgram.Ending, after request: TerminationSignal?
  ) -> VisitRun.Cause {
    if let request { return .kioskTerminated(request) }
    switch ending {
    case .signal(let number): return .crashed(.signal(number))
    case .status(let number):
      return VisitEnding(rawValue: number).map { .ended($0) } ?? .crashed(.status(number))
    }
  }
}
