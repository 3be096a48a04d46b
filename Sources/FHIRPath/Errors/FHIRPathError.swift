/// A reason why an expression cannot be read or evaluated: in which phase, what, and where.
public struct FHIRPathError: Error, Equatable, Sendable {
  /// When the error was found.
  public enum Phase: String, Sendable {
    /// The text is not FHIRPath.
    case syntax
    /// The text is FHIRPath but cannot mean anything: an unknown function, type or element.
    case semantic
    /// The expression met data that it cannot work with, or a limit.
    case execution
  }

  /// What is wrong.
  public let reason: Reason
  /// Where in the expression.
  public let range: SourceRange

  /// Makes an error.
  public init(_ reason: Reason, at range: SourceRange) {
    self.reason = reason
    self.range = range
  }

  /// When the error was found.
  public var phase: Phase { reason.phase }

  /// The line of the expression with a caret under the place, for a screen of fixed-width letters.
  ///
  /// A tab is shown as one space, and a character that would move the cursor or turn the text as
  /// `U+FFFD`, so that the caret stands where it should.
  public func excerpt(of expression: String) -> String {
    let place = range.place(in: expression)
    let text = place.text.replacingControls
    let width = max(1, min(range.end - range.start, place.text.unicodeScalars.count))
    let indent = String(repeating: " ", count: place.column - 1)
    let room = max(1, text.unicodeScalars.count - (place.column - 1))
    return text + "\n" + indent + String(repeating: "^", count: min(width, room))
  }
}

extension FHIRPathError: CustomStringConvertible {
  /// The phase, what is wrong and how to mend it.
  public var description: String { "\(phase.rawValue) error: \(reason)" }
}

extension String {
  /// The text with one sign that is seen for each character that is none.
  fileprivate var replacingControls: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control: scalar == "\t" ? " " : "\u{FFFD}"
          case .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
          default: scalar
          }
        }))
  }
}
