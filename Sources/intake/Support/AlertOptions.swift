import ArgumentParser
import Interview
import LineEditor

/// How staff are called from an interview; what is not given comes from the configuration.
struct AlertOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder in which a file calls staff.",
      discussion: "Without it, nobody can be called from the interview.", valueName: "folder"),
    completion: .directory)
  var alerts: String?

  @Option(
    help: ArgumentHelp("What a call names this machine or visit.", valueName: "text"),
    transform: Self.line)
  var label: String?

  @Option(
    help: ArgumentHelp("Where staff are to go when they are called.", valueName: "text"),
    transform: Self.line)
  var place: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Staff are near: pages of help say that somebody comes, once a call is written.")
  var attended: Bool?

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

  private static func line(_ text: String) throws -> String {
    guard AlertSettings.isLine(text) else {
      throw ValidationError("Type \(AlertSettings.lineExpectation).")
    }
    return text
  }
}

/// How staff are called.
struct AlertSettings: Sendable, Equatable {
  /// The folder in which a file calls them, or nil when nobody can be called.
  var folder: String?
  /// Where they are to go.
  var station = AlertSpool.Station()
  /// Whether they are near.
  var attendance = Attendance.unattended

  /// The calls, where they can be made.
  var spool: AlertSpool? { folder.map { AlertSpool(folder: $0, station: station) } }

  /// The most letters of a label or place.
  static let longestLine = 60

  /// Whether a label or place is one line of letters, which shows as it is wherever it is read.
  static func isLine(_ text: String) -> Bool {
    !text.allSatisfy(\.isWhitespace) && text.count <= longestLine
      && text.unicodeScalars.count <= 2 * longestLine && TextSanitizer.sanitized(text) == text
  }

  /// What a label or place must be.
  static let lineExpectation =
    "one line of at most \(longestLine) letters in quotes, without control characters, like "
    + "\"Room 2\""
}
