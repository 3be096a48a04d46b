import Kiosk

/// How a machine for patients behaves.
struct KioskSettings: Sendable, Equatable {
  /// Who begins an intake.
  var start = KioskStart.staff
  /// The folder into which finished intakes are handed over, or nil when they stay.
  var outbox: String?
  /// For how long the thanks are shown.
  var thanks = Duration.seconds(60)
  /// The program and its words for larger letters, or nil when there are none.
  var largePrintCommand: [String]?
  /// The program and its words for the usual letters again.
  var usualPrintCommand: [String]?
}
