import Interview
import LineEditor

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
