/// A reason why a value set cannot be asked about.
public struct TerminologyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The value set, as it was named.
  public let valueSet: String
  /// What is wrong and how to mend it.
  public let reason: String

  init(valueSet: String, reason: String) {
    self.valueSet = valueSet
    self.reason = reason
  }

  /// What is wrong, with the value set.
  public var description: String { "the value set \(valueSet) cannot be used: \(reason)" }
}
