import FHIR
import FormFiller

/// One thing that a conversation needs to know again when it is gone on with.
public enum JournalEntry: Sendable, Hashable {
  /// A change of the answers, or something that happened with a page of help.
  case change(Change)
  /// The person said that a repeating group has no more rows.
  case rowsClosed(ItemPath)
  /// The language that is spoken from here on, or nil for the form's own.
  case language(LanguageTag?)

  /// Whether an answer would be lost with it.
  var isAnswer: Bool {
    guard case .change(let change) = self else { return false }
    if case .note = change.action { return false }
    return true
  }
}
