import ArgumentParser

/// How staff are called from an interview; what is not given comes from the configuration.
struct AlertOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder in which a file calls staff.",
      discussion: "Without it, nobody can be called from the interview.", valueName: "folder"),
    completion: .directory)
  var alerts: String?

  @Option(
    help: ArgumentHelp("What a call names this machine or visit.", valueName: "text"))
  var label: String?

  @Option(
    help: ArgumentHelp("Where staff are to go when they are called.", valueName: "text"))
  var place: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Staff are near: pages of help say that somebody comes, once a call is written.")
  var attended: Bool?

  func validate() throws {
    // What is refused is not shown: it could move the cursor.
    for (option, text) in [("--label", label), ("--place", place)] {
      guard let text, !AlertSettings.isLine(text) else { continue }
      throw ValidationError("\(option) must be \(AlertSettings.lineExpectation).")
    }
  }

  /// The settings with what was given in place of theirs.
  ///
  /// - Throws: `InputError` when staff could not tell from a call where to go, or could never come.
  func settings(over configured: AlertSettings) throws -> AlertSettings {
    var settings = configured
    settings.folder = alerts ?? settings.folder
    settings.station.label = label ?? settings.station.label
    settings.station.place = place ?? settings.station.place
    if let attended { settings.attendance = attended ? .attended : .unattended }
    if settings.folder == nil, settings.attendance == .attended {
      throw InputError(
        "Staff cannot be near while nobody can call them. Name a folder with --alerts or in "
          + "alerts.folder, or leave attended out.")
    }
    if settings.folder != nil, settings.station == AlertSpool.Station() {
      throw InputError(
        "A call for staff has to say where they are to go. Say it with --place or --label, or in "
          + "alerts.place.")
    }
    return settings
  }
}
