/// What came of asking for one line.
///
/// A draft is what stood in the line when the reading ended, sanitised like a line. It is empty when
/// the input was hidden. To go on, ask again with the draft as prefill.
public enum LineOutcome: Equatable, Sendable {
  /// The person pressed Enter: the line, sanitised by ``TextSanitizer``, without its end.
  case line(String)

  /// The person pressed Enter, but the text was longer than the limit and its end was dropped.
  case cut(draft: String)

  /// Ctrl-B: the person wants to go back.
  case back(draft: String)

  /// Esc, F1 or, where asked for, `?` in an empty line.
  case help(draft: String)

  /// Ctrl-C.
  case interrupted(draft: String)

  /// Ctrl-L, another size of the terminal, or the program was resumed.
  ///
  /// The caller shows the whole question again.
  case redraw(draft: String)

  /// No key was pressed for as long as the limit allows.
  case idle(draft: String, after: LineActivity)

  /// There is no more input: Ctrl-D in an empty line, or the end of a file. Never an answer.
  case endOfInput

  /// The terminal is gone, or the reader was closed.
  case disconnected

  /// Another process asked this one to end.
  case terminated(TerminationSignal)

  /// Hidden input was asked for where nothing can be hidden, such as a pipe. Nothing was read.
  case cannotHide
}
