/// Bounds on one evaluation, so that no expression can use up the machine.
public struct EvaluationLimits: Sendable, Equatable {
  /// How many steps may be taken; a step is a node visited, an operation, or some bytes of text: 64
  /// where it is copied or compared, 8 where a function goes through it.
  public var steps: Int
  /// How many items one collection may hold.
  public var items: Int
  /// The greatest length of one text, in bytes.
  public var textBytes: Int
  /// How many steps the regular expressions may take together.
  public var patternSteps: Int

  /// Makes limits; without arguments a million steps, 100,000 items, a megabyte of text and ten
  /// million steps for regular expressions, which is below 100 ms.
  public init(
    steps: Int = 1_000_000, items: Int = 100_000, textBytes: Int = 1_048_576,
    patternSteps: Int = 10_000_000
  ) {
    self.steps = steps
    self.items = items
    self.textBytes = textBytes
    self.patternSteps = patternSteps
  }

  /// The limits without arguments.
  public static let standard = EvaluationLimits()
}
