import Interview

/// The visit of one person, as far as a kiosk has to do with it.
public protocol KioskVisit: AnyObject {
  /// What the person reads before the first question: their code, or that their visit goes on.
  var opening: [Block] { get }
  /// How a person who comes back shows who they are.
  var identity: IdentityRequest { get }
  /// Takes the answer to it.
  func receiveIdentity(_ line: String) -> IdentityAnswer
  /// The conversation, to be held from here on.
  func conversation(attendance: Attendance, alerts: (any AlertSink)?) -> Conversation
  /// Keeps what the conversation gave, ends the visit and forgets it; what the person reads then.
  func end(_ conversation: Conversation, after outcome: SessionOutcome) throws -> [Block]
  /// Gives the visit up before anything was said.
  func letGo()
}

/// How a person shows who they are before they see what was answered.
public enum IdentityRequest: Sendable, Equatable {
  /// They need not.
  case none
  /// By answering this question.
  case question([Block])
  /// They no longer can: only staff help, which is said.
  case refused(String)
}

/// What an answer to the question who somebody is leads to.
public enum IdentityAnswer: Sendable, Equatable {
  /// They are the person.
  case same
  /// They are asked again, after this is said.
  case again(Block)
  /// Only staff can help any more, which is said.
  case refused(String)
}
