import CTerminal
import LineEditor

/// The terminal of a kiosk, made clean between two people.
public struct Console {
  private let output: any TextOutput
  private let descriptor: Int32

  /// Makes a console.
  ///
  /// - Parameters:
  ///   - output: What is written to the terminal.
  ///   - descriptor: The terminal that is typed on.
  public init(output: any TextOutput, descriptor: Int32 = 0) {
    self.output = output
    self.descriptor = descriptor
  }

  /// Ends marked pastes, reports of the mouse, the other screen, application keys, a narrower region,
  /// inserting, drawing characters, colours; shows the cursor; clears the screen and what is kept
  /// above it.
  static let cleaning =
    "\u{1B}[?2004l\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l\u{1B}[?1049l\u{1B}[?1l\u{1B}>"
    + "\u{1B}[r\u{1B}[4l\u{1B}[?7h\u{0F}\u{1B}(B\u{1B}[0m\u{1B}[?25h\u{1B}[H\u{1B}[2J\u{1B}[3J"

  /// Clears all that the last person may have left, and drops what is typed and not yet read.
  ///
  /// Keys show nothing and do nothing then until a program reads them.
  public func clean() {
    terminal_make_deaf(descriptor)
    try? output.write(Self.cleaning)
    terminal_drop_input(descriptor)
  }

  /// Clears the terminal and gives it the modes that a shell expects.
  public func giveBack() {
    clean()
    terminal_make_sane(descriptor)
  }

  /// Shows a text on the clean screen.
  public func show(_ text: String) {
    clean()
    try? output.write(
      TextSanitizer.sanitized(text, lineBreaks: .kept)
        .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") + "\r\n"
    )
  }
}
