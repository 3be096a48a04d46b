import Interview

/// The visit of one person, as far as a kiosk has to do with it.
public protocol KioskVisit: AnyObject {
  /// What the person reads before the first question: their code, or that their visit goes on.
  var opening: [Block] { get }
  /// The question by which a person who comes back shows who they are, or nil when none is needed.
  var identityQuestion: [Block]? { get }
  /// Whether the answer to it is theirs.
  func isIdentity(_ line: String) -> IdentityAnswer
  /// The conversation, to be held from here on.
  func conversation(attendance: Attendance, alerts: (any AlertSink)?) -> Conversation
  /// Keeps what the conversation gave, ends the visit and forgets it; what the person reads then.
  func end(_ conversation: Conversation, after outcome: SessionOutcome) throws -> [Block]
}

/// What an answer to the question who somebody is shows.
public enum IdentityAnswer: Sendable, Hashable {
  /// They are the person.
  case same
  /// They are not, or made a mistake.
  case another
  /// It cannot be understood.
  case notUnderstood
}
