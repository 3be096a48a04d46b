import FHIR
import Library

/// A rule that raises a finding, as its PlanDefinition has it.
///
/// A rule relays what was reported and what a source says of it. It decides nothing.
public struct Rule: Sendable, Equatable {
  /// The id by which people name it.
  public let id: String
  /// The canonical URL.
  public let url: String
  /// The version of the content.
  public let version: String?
  /// The name for people.
  public let title: String
  /// How soon it should be looked at.
  public let level: FindingLevel
  /// Who is to see the finding.
  public let audiences: Set<FindingAudience>
  /// What the finding is about, as a concept of the library's own; nil where the rule names none.
  public let group: Coding?
  /// The finding in a line.
  public let line: String
  /// The finding for the clinician.
  public let text: String
  /// The logic in plain words.
  public let logic: String?
  /// Why it may not apply.
  public let limits: String?
  /// What it rests on.
  public let basis: [Basis]
  /// Who has looked at the content.
  public let review: ContentReview
  /// What is said when somebody was asked and did not answer.
  public let textWhenNotAnswered: String?
  /// What is said when nobody was asked.
  public let textWhenNotAsked: String?

  /// A source that a rule rests on.
  public struct Basis: Sendable, Equatable {
    /// A few words for the source.
    public let label: String
    /// The source in full.
    public let citation: String?
    /// Where it can be read.
    public let url: String?
    /// The drug that the source is about.
    public let drug: String?
    /// How it was given.
    public let route: String?
    /// What it was given for.
    public let indication: String?
    /// The year of the source.
    public let year: String?
    /// How strong the evidence is.
    public let strength: String?
  }
}
