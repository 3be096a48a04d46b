import FHIR

/// One thing that somebody did to a response.
///
/// A draft is its changes, replayed.
public struct Change: Sendable, Hashable {
  /// What is changed.
  public let path: ItemPath
  /// What is done to it.
  public let action: Action
  /// Who did it.
  public let author: Author
  /// When it was done.
  public let time: PartialDateTime
  /// Why it was done, where somebody said.
  public let reason: String?

  /// Makes a change.
  public init(
    _ action: Action, at path: ItemPath, by author: Author, time: PartialDateTime,
    reason: String? = nil
  ) {
    self.path = path
    self.action = action
    self.author = author
    self.time = time
    self.reason = reason
  }

  /// What can be done.
  public enum Action: Sendable, Hashable {
    /// The question's answers become these; at least one, and one only unless it repeats.
    case set([AnswerValue])
    /// The question is answered with "I do not know" or "I prefer not to say".
    case decline(DataAbsentReason)
    /// The question has been seen and is left without answer, or with what the form works out.
    case clear
    /// The repeating group gets another row at its end.
    case addRow
    /// The row that the path's last step names goes, with all its answers.
    case removeRow
    /// Something happens with a help page; no answer changes.
    case note(HelpPageEvent)
  }

  /// Who makes changes.
  public enum Author: String, Sendable, Hashable {
    /// The person whom the form is about.
    case patient
    /// Somebody who answers for them.
    case helper
    /// Somebody who works at the clinic.
    case staff
    /// The form itself: initial and calculated values.
    case form
  }
}

/// A reason why a change cannot be made; the response is as it was.
public enum ChangeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path leads nowhere in this response.
  case unknownPath(ItemPath)
  /// The item is not a question.
  case notAQuestion(linkId: String)
  /// The item is not a repeating group.
  case notARepeatingGroup(linkId: String)
  /// The item is not a help page.
  case notAHelpPage(linkId: String)
  /// A person may not change the item.
  case readOnly(linkId: String)
  /// No answer was given, or several to a question that takes one.
  case answerCount(linkId: String, count: Int)
  /// An answer is of another type than the question's.
  case answerType(linkId: String, AnswerValue.Kind)

  /// The error in words.
  public var description: String {
    switch self {
    case .unknownPath(let path): "there is nothing at '\(path.linkId)' in this response"
    case .notAQuestion(let linkId): "'\(linkId)' is not a question and cannot be answered"
    case .notARepeatingGroup(let linkId): "'\(linkId)' is not a repeating group and has no rows"
    case .notAHelpPage(let linkId): "'\(linkId)' is not a help page; nothing is noted of it"
    case .readOnly(let linkId): "'\(linkId)' is read-only; only the form itself sets it"
    case .answerCount(let linkId, let count):
      "'\(linkId)' was given \(count) answers; a question takes one, or several if it repeats"
    case .answerType(let linkId, let kind):
      "'\(linkId)' does not take an answer of type \(kind.rawValue)"
    }
  }
}
