import ArgumentParser
import FHIR
import FormFiller
import Interview
import Kiosk
import Library
import LineEditor

/// What a kiosk and each of its visits are started with.
struct KioskOptions: ParsableArguments {
  @OptionGroup var library: LibraryOptions
  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var alertOptions: AlertOptions

  @Flag(help: "Try it out with content that nobody has approved; marked on every page and record.")
  var trial = false

  @Flag(help: "Only ever add text below, for screen readers. Also: ACCESSIBLE=1.")
  var plain = false

  @Flag(help: "No bold text. Also: NO_COLOR=1.")
  var noColor = false

  /// The same options for a process that has neither home folder nor path.
  ///
  /// - Parameter kiosk: What they were found to mean.
  func arguments(for kiosk: KioskInstallation) throws -> [String] {
    let settings = kiosk.settings.alerts
    var arguments = ["--questionnaires", kiosk.folder.path]
    arguments += ["--store", try kiosk.storeFolder()]
    func add(_ option: String, _ value: String?) {
      if let value { arguments += [option, value] }
    }
    add("--config", kiosk.configuration)
    add("--alerts", settings.folder)
    add("--label", settings.station.label)
    add("--place", settings.station.place)
    arguments.append(settings.attendance == .attended ? "--attended" : "--no-attended")
    if trial { arguments.append("--trial") }
    if plain { arguments.append("--plain") }
    if noColor { arguments.append("--no-color") }
    return arguments
  }

  func display(_ terminal: Terminal) -> Display {
    Display(
      presentation: plain ? .plain : terminal.presentation,
      colour: noColor ? .off : terminal.colour, isInteractive: true,
      banner: trial ? KioskSetting.trialBanner : nil, size: { TerminalSize.current() })
  }
}
