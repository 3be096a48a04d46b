import FHIR

/// A part of a summary's section.
public indirect enum SummaryItem: Sendable, Equatable {
  /// A question with its answers.
  case question(QuestionEntry)
  /// A group of questions.
  case group(GroupEntry)
  /// A repeating group.
  case table(TableEntry)
  /// A group or question that may not be shown.
  case withheld(WithheldEntry)
}

/// A group of questions that does not repeat.
public struct GroupEntry: Sendable, Equatable {
  /// The group's linkId.
  public let linkId: String
  /// A few words for the group.
  public let label: String
  /// The group's heading as it was shown.
  public let text: String
  /// The concepts that the group stands for.
  public let codes: [Coding]
  /// What lies in it; never empty.
  public let items: [SummaryItem]
}

/// A repeating group with its rows.
public struct TableEntry: Sendable, Equatable {
  /// The group's linkId.
  public let linkId: String
  /// A few words for one row.
  public let label: String
  /// The group's heading as it was shown.
  public let text: String
  /// The concepts that the group stands for.
  public let codes: [Coding]
  /// The rows; never empty.
  public let rows: [Row]

  /// A row.
  public struct Row: Sendable, Equatable {
    /// The place among the rows, from 1.
    public let number: Int
    /// What lies in it; never empty.
    public let items: [SummaryItem]
  }

  /// A question that stands in a row.
  public struct Column: Sendable, Equatable {
    /// The question's linkId.
    public let linkId: String
    /// A few words for the question.
    public let label: String
  }
}

/// A group or question that the summary does not show because of its `SummaryContext.Disclosure`.
public struct WithheldEntry: Sendable, Equatable {
  /// The item's linkId.
  public let linkId: String
  /// A few words for the item.
  public let label: String
  /// Why it can be left out.
  public let privacy: Privacy

  /// How private a group of questions is (code system `summary-privacy`).
  public enum Privacy: String, Sendable {
    /// It can be left out of an export.
    case sensitive
    /// It is left out of an export unless the clinician adds it.
    case withheldByDefault = "withheld-by-default"
  }
}
