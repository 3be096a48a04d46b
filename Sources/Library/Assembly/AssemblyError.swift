/// All that keeps a questionnaire from being put together of its parts.
public struct AssemblyError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The problems, each with its place; never empty.
  public let problems: [LibraryError]

  /// The problem that is told where only one is.
  var first: LibraryError { problems[0] }

  /// The problems in words, a line each.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
