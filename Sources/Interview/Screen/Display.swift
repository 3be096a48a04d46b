import LineEditor

/// How pages are shown.
public struct Display: Sendable {
  /// Whether the screen is cleared for each question, or text only ever added below.
  public var presentation: Terminal.Presentation
  /// Whether bold may be used.
  public var colour: Terminal.Colour
  /// Whether a person sits at the screen, so that long pages wait to be read.
  public var isInteractive: Bool
  /// One short line that stands above every page, or nil for none.
  public var banner: String?
  /// The size of the screen at this moment.
  public var size: @Sendable () -> TerminalSize

  /// Makes a display.
  public init(
    presentation: Terminal.Presentation, colour: Terminal.Colour, isInteractive: Bool,
    banner: String? = nil, size: @escaping @Sendable () -> TerminalSize
  ) {
    self.presentation = presentation
    self.colour = colour
    self.isInteractive = isInteractive
    self.banner = banner
    self.size = size
  }

  /// Clears the screen, and what a terminal keeps above it.
  func clearing(_ presentation: Terminal.Presentation) -> String {
    presentation == .styled && isInteractive ? "\u{1B}[H\u{1B}[2J\u{1B}[3J" : ""
  }
}
