/// What a question in a row is for; the raw value is the code of its role (code system
/// `summary-role`).
public protocol FactPart: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String, AllCases == [Self] {}

/// Rows of the same kind, wherever in the form they stand, with their questions by what these are
/// for.
public struct FactTable<Part: FactPart>: Sendable, Equatable {
  /// The rows in which anything was asked, in the order of the form.
  public let rows: [FactRow<Part>]
  /// What is known of rows.
  public let status: Status

  /// What is known of rows.
  public enum Status: String, Sendable {
    /// There are some.
    case reported
    /// There are none, by an answer that settles it.
    case noneReported = "none-reported"
    /// There are none, and an answer that would settle it is missing.
    case notKnown = "not-known"
    /// They may not be shown.
    case withheld
    /// The form does not ask for them.
    case notInForm = "not-in-form"
  }
}

/// A row of a repeating group, or a group that does not repeat.
public struct FactRow<Part: FactPart>: Sendable, Equatable {
  /// The group's linkId.
  public let linkId: String
  /// The place among the rows of the group, from 1.
  public let number: Int
  /// A few words for the group.
  public let label: String
  /// The questions that are asked in the row, by what they are for.
  public let parts: [Part: QuestionEntry]

  /// The question of a part.
  public subscript(_ part: Part) -> QuestionEntry? { parts[part] }

  /// The answers to the question of a part in words; nil when there are none.
  public func text(_ part: Part) -> String? {
    guard let answers = parts[part]?.answers, !answers.isEmpty else { return nil }
    return answers.map(\.text).joined(separator: ", ")
  }
}

/// What is asked of a medicine.
public enum MedicinePart: String, FactPart {
  /// Its name.
  case name = "medicine-name"
  /// How much is taken each time.
  case dose = "medicine-dose"
  /// The strength of one unit.
  case strength = "medicine-strength"
  /// How it is taken.
  case route = "medicine-route"
  /// How often, from a list.
  case frequency = "medicine-frequency"
  /// How often, in words.
  case frequencyText = "medicine-frequency-text"
  /// How many times on a usual day.
  case usualADay = "medicine-usual-a-day"
  /// How many times in a day at most.
  case mostADay = "medicine-most-a-day"
  /// When it was taken last.
  case lastTaken = "medicine-last-taken"
  /// Why it is taken, from a list.
  case reason = "medicine-reason"
  /// Why it is taken, in words.
  case purpose = "medicine-purpose"
  /// What the form works out: what counts towards the sum of a usual day.
  case totalUsual = "dose-total-usual"
  /// What the form works out: what counts towards the sum of the most in a day.
  case totalMost = "dose-total-most"
  /// What the form works out: the arithmetic, or why there is none.
  case totalLine = "dose-total-line"
}

/// What is asked of an allergy.
public enum AllergyPart: String, FactPart {
  /// To what.
  case substance = "allergy-substance"
  /// What happened, from a list.
  case reaction = "allergy-reaction"
  /// What happened, in words.
  case reactionText = "allergy-reaction-text"
}

/// What is asked of a treatment or procedure.
public enum TreatmentPart: String, FactPart {
  /// The kind, from a list.
  case kind = "treatment-kind"
  /// The name.
  case name = "treatment-name"
  /// How much it helped.
  case benefit = "treatment-benefit"
  /// Whether it is still used, or why it ended.
  case outcome = "treatment-outcome"
  /// What else was said.
  case details = "treatment-details"
}
