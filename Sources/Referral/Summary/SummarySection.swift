import FHIR

/// The part of a summary that is about one topic.
public struct SummarySection: Sendable, Equatable {
  /// Where the topic comes from.
  public let topic: Topic
  /// The heading for the clinician.
  public let title: String
  /// What belongs to it, in the order of the form; never empty.
  public let items: [SummaryItem]

  /// Where a section's topic comes from.
  public enum Topic: Sendable, Hashable {
    /// A code of the code system `summary-section`, which one or several groups carry.
    case code(Coding)
    /// A group at the top of the form, by its linkId.
    case group(linkId: String)
    /// None: the questions at the top of the form that lie in no group.
    case ungrouped
  }
}
