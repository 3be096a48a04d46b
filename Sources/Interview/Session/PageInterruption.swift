/// Why a page got no line: nobody is there to type one, or to read the page.
public struct PageInterruption: Error, Sendable, Equatable {
  /// What became of the session.
  public let outcome: SessionOutcome

  /// Makes an interruption.
  public init(_ outcome: SessionOutcome) { self.outcome = outcome }
}
