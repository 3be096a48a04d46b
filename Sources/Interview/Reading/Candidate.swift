import FHIR

/// One of the things that a typed line could mean.
public struct Candidate: Equatable, Sendable {
  /// How it is shown to the person.
  public let label: String
  /// The answer that it stands for.
  public let values: [AnswerValue]

  /// Makes a candidate.
  public init(label: String, values: [AnswerValue]) {
    self.label = label
    self.values = values
  }
}
