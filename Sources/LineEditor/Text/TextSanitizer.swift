// The standard library's own canonical composition: Foundation would triple the start-up time.
@_spi(_Unicode) import Swift

/// Makes text from anywhere safe to store, to compare and to show on a terminal.
///
/// The text is put into Unicode normal form C, so that the same name typed on two keyboards is the
/// same text. Control characters are removed, and characters that change the direction of the text
/// around them, so that no text can move the cursor, change colours or reorder what stands beside it.
public enum TextSanitizer {
  /// What becomes of line breaks.
  public enum LineBreaks: Sendable, Equatable {
    /// Each becomes a space: for an answer, a name, a prompt.
    case becomeSpaces

    /// Each becomes a line feed: for text of several lines.
    case kept
  }

  /// The text without what could harm.
  ///
  /// Tabs become spaces. CR LF is one line break. A combining mark at the very start is removed,
  /// because it would sit on the text before it.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - lineBreaks: What becomes of line breaks.
  /// - Returns: The safe text, in normal form C. Sanitising it again changes nothing.
  public static func sanitized(_ text: String, lineBreaks: LineBreaks = .becomeSpaces) -> String {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
    var kept = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\n" && previous == "\r" { continue }
      if let safe = safeScalar(for: scalar, lineBreaks: lineBreaks) {
        if kept.isEmpty && isCombiningMark(safe) { continue }
        kept.append(safe)
      }
    }
    return composed(String(kept))
  }

  /// Whether a character may reach the screen or an answer as it is.
  static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    safeScalar(for: scalar, lineBreaks: .becomeSpaces) == scalar
  }

  private static func safeScalar(
    for scalar: Unicode.Scalar, lineBreaks: LineBreaks
  ) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09: " "
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: lineBreaks == .kept ? "\n" : " "
    case 0x00...0x1F, 0x7F...0x9F: nil
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: nil
    case 0xFEFF, 0xFFF9...0xFFFB: nil
    // Tags: letters that nobody sees.
    case 0xE0000...0xE007F: nil
    default: scalar
    }
  }

  private static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func composed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfc)
    return String(scalars)
  }
}
