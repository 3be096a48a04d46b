import Interview
import LineEditor

/// A page of a kiosk that asks for one line.
struct KioskPage {
  /// What is shown.
  var blocks: [Block]
  /// The text before the line.
  var prompt = KioskWording().answerPrompt
  /// Whether what is typed can be seen.
  var visibility = LineVisibility.shown
  /// What is done when nobody types.
  var idle = Idle.warned
  /// The longest line taken.
  var maximumLength = 100

  /// What is done when nobody types for long.
  enum Idle: Equatable {
    /// Whoever is there is warned first.
    case warned
    /// The page goes away after so long, without a word.
    case leaves(after: Duration)
    /// The page is as it was at the start.
    case startsAgain
  }
}
