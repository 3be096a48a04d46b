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
  public func excerpt(of expression: String) -> String {
    let place = range.place(in: expression)
    let text = place.text.replacingTabs
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
  /// The text with a space for each tab, so that a caret stands under its place.
  fileprivate var replacingTabs: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\t" ? " " : $0 }))
  }
}
