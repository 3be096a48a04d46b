/// How far a record has come.
public enum RecordState: String, Sendable, Hashable, CaseIterable {
  /// Somebody is answering, or was when the program or the power went away.
  case inProgress
  /// The person stopped; their code goes on with it.
  case stopped
  /// The person went away; their code goes on with it until its time is over.
  case left
  /// All was answered; nobody at the clinic has read it.
  case finished
  /// Somebody at the clinic has opened it.
  case read
  /// A clinician has signed it.
  case signed
  /// It counts no more, and says so.
  case voided
  /// Every key to it is destroyed.
  case deleted

  /// Whether the person's code can go on with it, until its time is over.
  public var isDraft: Bool { self == .inProgress || self == .stopped || self == .left }
}
