import FHIR
import FormFiller
import Interview

/// What one sealed row of a record says.
///
/// A record is its events in their order: the opening, all that came about, and how it ended.
public enum VisitEvent: Sendable, Equatable {
  /// The visit began.
  case opened(VisitOpening)
  /// Something came about in the conversation.
  case entry(JournalEntry)
  /// The visit ended; one that was stopped can go on after it.
  case ended(VisitEnd)
  /// The QuestionnaireResponse that the visit gave.
  case response(JSONNode)
  /// Somebody who came back said when the person was born.
  case identity(BirthDateCheck.Outcome)
  /// An event of a kind that this version does not know, which is kept and passed over.
  case unknown(kind: String)
}
