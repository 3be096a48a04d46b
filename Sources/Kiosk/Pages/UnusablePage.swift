import Interview
import LineEditor

/// What stands on a kiosk that cannot take answers, until somebody tries again.
public struct UnusablePage {
  /// How long it stands before the kiosk tries again by itself.
  private static let pause = Duration.seconds(60)

  private let screen: KioskScreen
  private let clinic: ClinicInformation
  private let wording = KioskWording()

  /// Makes the page.
  public init(
    setting: KioskSetting, reader: any LineReader, output: any TextOutput, display: Display
  ) {
    self.init(
      screen: KioskScreen(
        reader: KioskReader(reader), output: output, display: display, idle: setting.idle,
        alerts: nil),
      clinic: setting.clinic)
  }

  init(screen: KioskScreen, clinic: ClinicInformation) {
    self.screen = screen
    self.clinic = clinic
  }

  /// Shows the page.
  ///
  /// - Parameter reason: What the staff are told; nothing about a person.
  public func run(_ reason: String) -> VisitEnding {
    do throws(VisitInterruption) {
      _ = try screen.ask(
        KioskPage(
          blocks: [.text(wording.unusable(clinic)), .hint(wording.forStaff(reason))],
          prompt: wording.tryAgainPrompt, idle: .leaves(after: Self.pause)))
      return .unusable
    } catch {
      return error == .nobodyThere ? .unusable : VisitEnding(error)
    }
  }
}

extension VisitEnding {
  /// How a visit ends that was cut off at a page of the kiosk.
  init(_ interruption: VisitInterruption) {
    self =
      switch interruption {
      case .nobodyThere: .next
      case .terminated: .terminated
      case .terminalGone: .terminalGone
      }
  }
}
