/// How far a record has come.
public enum RecordState: String, Sendable, Hashable, CaseIterable {
  /// Somebody is answering, or was when the program or the power went away.
  case inProgress
  /// The person stopped; their code goes on with it.
  case stopped
  /// Nobody goes on with it: the person went away, or its time is over. Staff can read it.
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

  /// Whether answers can still be given with the person's code.
  public var isDraft: Bool { self == .inProgress || self == .stopped }
}

extension RecordState {
  /// The state in words, as in "a record that is stopped".
  public var words: String { self == .inProgress ? "in progress" : rawValue }
}
