import ArgumentParser
import Glibc
import Kiosk
import LineEditor

/// `intake kiosk`: holds intakes at a screen that patients sit at, one after the other.
struct KioskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk",
    abstract: "Holds intakes at a screen for patients, each in a process of its own.",
    discussion: """
      Every person gets a clean screen and a fresh process, and staff stop the kiosk with their \
      passphrase. It starts once the store is set up (intake setup) and every file of the \
      questionnaires is approved (intake approve), or as a trial, which is marked everywhere.

        intake kiosk --store /var/lib/intake
        intake kiosk --trial

      Exit status: 0 stopped by staff, 1 it cannot start, 129 or 143 ended by a signal.
      """)

  @OptionGroup var options: KioskOptions

  func run() throws {
    Confinement.confineSupervisor()
    let signals = try ProcessSetup.prepare()
    let environment = ProcessEnvironment.variables()
    guard Terminal(environment: environment).isInteractive else {
      throw InputError("A kiosk needs a terminal. Start it on the screen that patients sit at.")
    }
    let kiosk = try KioskInstallation(options)
    let arguments = try options.arguments(for: kiosk)
    try kiosk.openStore().note(.kioskStarted, by: .device)
    guard let program = FileSystem.program else {
      throw InputError("/proc is not mounted, so that visits cannot be started. Mount it.")
    }
    let console = Console(output: StandardStream.output)
    let variables = VisitEnvironment.variables(from: environment)
    let print = PrintCommand(
      large: kiosk.settings.kiosk.largePrintCommand ?? [],
      usual: kiosk.settings.kiosk.usualPrintCommand ?? [], environment: variables)
    let ending = Supervisor(
      runner: VisitProcess(
        program: program, arguments: { self.arguments(of: $0, arguments) }, environment: variables,
        signals: signals),
      console: console, pause: { pause($0, signals) }, setPrint: { print.run($0) }
    ).run()
    console.giveBack()
    if case .terminated(let signal) = ending { throw ExitCode(signal.exitStatus) }
  }

  private func arguments(of start: VisitStart, _ usual: [String]) -> [String] {
    var arguments = ["kiosk-visit"] + usual
    arguments += ["--supervisor", "\(getpid())"]
    if let crash = start.crash { arguments += ["--after-crash", crash.description] }
    if let test = start.alertTest { arguments += ["--alert-test", test.description] }
    return arguments
  }

  /// Waits so long, or until somebody asks for the end.
  private func pause(_ time: Duration, _ signals: ProcessSignals) -> TerminationSignal? {
    guard case .termination(let signal) = signals.wait(for: nil, atMost: time) else { return nil }
    return signal
  }
}
