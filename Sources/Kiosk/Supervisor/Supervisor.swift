import LineEditor

/// Starts a fresh process for each person, and a clean terminal before and after it.
///
/// It reads no key and opens no record, so that it holds nothing of anybody.
public final class Supervisor {
  /// Why a kiosk has ended.
  public enum Ending: Sendable, Hashable {
    /// Staff stopped it.
    case stopped
    /// Another process asked for it.
    case terminated(TerminationSignal)
    /// The terminal is gone.
    case terminalGone
  }

  private let runner: any VisitRunner
  private let clean: () -> Void
  private let show: (String) -> Void
  private let pause: (Duration) -> TerminationSignal?
  private let setPrint: (PrintSize) -> Void
  private let wording = KioskWording()
  private var start = VisitStart()
  private var delay = RestartDelay()
  private var printSize = PrintSize.usual

  /// Makes a supervisor.
  ///
  /// - Parameters:
  ///   - runner: Holds a visit.
  ///   - console: The terminal.
  ///   - pause: Waits so long, or until another process asks for the end.
  ///   - setPrint: Makes the letters of the terminal as large as that.
  public convenience init(
    runner: any VisitRunner, console: Console, pause: @escaping (Duration) -> TerminationSignal?,
    setPrint: @escaping (PrintSize) -> Void
  ) {
    self.init(
      runner: runner, clean: console.clean, show: console.show, pause: pause, setPrint: setPrint)
  }

  init(
    runner: any VisitRunner, clean: @escaping () -> Void, show: @escaping (String) -> Void,
    pause: @escaping (Duration) -> TerminationSignal?, setPrint: @escaping (PrintSize) -> Void
  ) {
    self.runner = runner
    self.clean = clean
    self.show = show
    self.pause = pause
    self.setPrint = setPrint
  }

  /// Holds visits until the kiosk ends.
  public func run() -> Ending {
    while true {
      clean()
      let run = runner.run(start) { take($0) }
      if printSize != .usual { change(to: .usual) }
      clean()
      start.crash = nil
      if let ending = ending(after: run) { return ending }
    }
  }

  private func take(_ message: VisitMessage) {
    switch message {
    case .print(let size): change(to: size)
    case .alertTest(let test): start.alertTest = test
    }
  }

  private func change(to size: PrintSize) {
    printSize = size
    setPrint(size)
  }

  /// How the kiosk ends after a visit, or nil when it goes on.
  private func ending(after run: VisitRun) -> Ending? {
    switch run.cause {
    case .ended(.kioskStopped): return .stopped
    case .ended(.terminalGone): return .terminalGone
    case .kioskTerminated(let signal): return .terminated(signal)
    case .ended(.next), .ended(.terminated):
      delay.reset()
      return nil
    case .ended(.unusable):
      return pauseAfterFailure(of: run)
    case .crashed(let crash):
      start.crash = crash
      return pauseAfterFailure(of: run)
    }
  }

  private func pauseAfterFailure(of run: VisitRun) -> Ending? {
    let wait = delay.afterFailure(lifetime: run.lifetime)
    guard wait > .zero else { return nil }
    show(wording.startingAgain)
    return pause(wait).map { .terminated($0) }
  }
}
