/// The short text before the line that is typed.
///
/// It always ends in a space.
///
/// The question is no prompt: the caller prints it above, because a prompt is drawn again with
/// every key and cannot hold a line break.
public struct Prompt: Equatable, Sendable {
  /// How a prompt looks.
  public enum Style: Sendable, Equatable {
    /// As the other text.
    case plain

    /// Bold; only where ``Terminal/colour`` allows it.
    case bold
  }

  /// The text, on one line, ending in a space.
  public let text: String

  /// How it looks.
  public let style: Style

  /// Creates a prompt.
  ///
  /// - Parameters:
  ///   - text: The text. Line breaks become spaces and a space is added at the end.
  ///   - style: How it looks.
  public init(_ text: String, style: Style = .plain) {
    let line = TextSanitizer.sanitized(text)
    self.text = line.isEmpty || line.hasSuffix(" ") ? line : line + " "
    self.style = style
  }

  /// The prompt for libedit, with U+0001 around each sequence that takes no column.
  ///
  /// libedit measures the character after a sequence wrongly unless it is ASCII and loses a
  /// sequence at the end, so the last space comes after the style and other starts stay plain.
  var rendered: String {
    guard style == .bold, let first = text.unicodeScalars.first, first.isASCII else { return text }
    return "\u{1}\u{1B}[1m\u{1}\(text.dropLast())\u{1}\u{1B}[0m\u{1} "
  }
}
