import ArgumentParser
import Glibc
import Interview
import Kiosk
import LineEditor

/// `intake kiosk-visit`: what the supervisor of a kiosk starts for one person.
struct KioskVisitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk-visit", abstract: "Holds one visit; started by intake kiosk.",
    shouldDisplay: false)

  @OptionGroup var options: KioskOptions

  @Option(help: "The process that started this one.")
  var supervisor: Int32

  @Option(help: "How the visit before crashed.", transform: Self.crash)
  var afterCrash: Crash?

  @Option(help: "The last test call for staff.", transform: Self.alertTest)
  var alertTest: AlertTest?

  func run() throws {
    throw ExitCode(visit().rawValue)
  }

  private static func crash(_ text: String) throws -> Crash {
    guard let crash = Crash(text) else { throw ValidationError("This is no crash.") }
    return crash
  }

  private static func alertTest(_ text: String) throws -> AlertTest {
    guard let test = AlertTest(text) else { throw ValidationError("This is no test call.") }
    return test
  }

  /// Nothing is thrown any further: what is wrong stands on a page for the staff.
  private func visit() -> VisitEnding {
    do {
      try Confinement.confineVisit(of: supervisor)
      let signals = try ProcessSetup.prepare()
      FileSystem.reportFilesThatGrowTooLarge()
      let terminal = Terminal(environment: ProcessEnvironment.variables())
      let reader = try terminal.makeLineReader(signals: signals)
      defer { reader.close() }
      return visit(reader, options.display(terminal))
    } catch {
      ErrorReport.write("\(error)")
      return .unusable
    }
  }

  private func visit(_ reader: any LineReader, _ display: Display) -> VisitEnding {
    do {
      let kiosk = try KioskInstallation(options)
      let alerts = kiosk.settings.alerts.spool
      return KioskProgram(
        setting: kiosk.setting, records: try KioskStore(kiosk, isTrial: options.trial),
        reader: reader, output: StandardStream.output, display: display, alerts: alerts,
        alertTests: alerts, lastAlertTest: alertTest, report: Self.report
      ).run(after: afterCrash)
    } catch {
      return UnusablePage(
        setting: KioskSetting(), reader: reader, output: StandardStream.output, display: display
      ).run("\(error)")
    }
  }

  /// Tells the supervisor; one that cannot be told any more ends this process by itself.
  private static func report(_ message: VisitMessage) {
    try? DescriptorOutput(descriptor: VisitProcess.messageDescriptor).write(message.line + "\n")
  }
}
