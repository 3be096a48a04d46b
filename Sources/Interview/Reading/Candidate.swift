import FHIR

/// One of the things that a typed line could mean.
public struct Candidate: Equatable, Sendable {
  /// How it is shown to the person.
  public let label: String
  /// The answer that it stands for.
  public let values: [AnswerValue]
  /// What it stands for.
  public let kind: Kind

  /// What a candidate stands for.
  public enum Kind: Equatable, Sendable {
    /// One of the meanings of the line.
    case meaning
    /// The line itself, in the person's own words.
    case asTyped
  }

  /// Makes a candidate.
  public init(label: String, values: [AnswerValue], kind: Kind = .meaning) {
    self.label = label
    self.values = values
    self.kind = kind
  }
}
