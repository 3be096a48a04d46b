import CTerminal

/// The character type locale of the process, always C.UTF-8.
///
/// libedit and `wcwidth` work by the locale of the process. In any other, letters such as `ü` would
/// be lost without a word, whatever `LANG` says.
enum TerminalLocale {
  /// Whether the locale is set; set once, by the first who asks.
  static let isReady: Bool = terminal_use_utf8()
}
