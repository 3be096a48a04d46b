import LineEditor

/// How staff come in between, at a screen that is the person's otherwise.
public protocol StaffAccess: AnyObject {
  /// Whether a typed line asks for it.
  func isAsked(by line: String) -> Bool

  /// Holds the talk with the staff, on the same screen.
  ///
  /// - Returns: What becomes of the interview.
  func open() -> AfterStaff
}

/// What becomes of an interview after staff came in between.
public enum AfterStaff: Sendable, Hashable {
  /// It goes on where it was.
  case goesOn
  /// It ends here; the answers are kept.
  case ends
  /// Another process asked this one to end meanwhile.
  case terminated(TerminationSignal)
  /// The terminal went away meanwhile.
  case disconnected
}
