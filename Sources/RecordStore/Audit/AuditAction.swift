/// What the audit can say; there is no other text in it, so no answer can get there.
public enum AuditAction: String, Sendable, Hashable, CaseIterable {
  /// A record was begun.
  case recordBegun
  /// A person went on with their code.
  case resumed
  /// A draft was gone on with whose last process had died.
  case recovered
  /// The person stopped for now.
  case stopped
  /// The draft was ended before it was finished.
  case left
  /// All was answered.
  case finished
  /// Somebody opened the answers.
  case opened
  /// A copy left the store.
  case exported
  /// A page was printed.
  case printed
  /// Somebody signed.
  case signed
  /// The record was declared void.
  case voided
  /// The record and its keys were destroyed.
  case deleted
  /// Staff were called.
  case alertShown
  /// Somebody answered a call.
  case alertAcknowledged
  /// A call was tried out.
  case alertTested
  /// A passphrase was wrong.
  case unlockFailed
  /// Somebody's keys were put away.
  case locked
  /// Somebody opened their keys.
  case unlocked
  /// Staff opened a draft again.
  case reopened
  /// A draft got a new code.
  case reissued
  /// Somebody came.
  case personAdded
  /// Somebody left.
  case personRemoved
  /// Somebody changed their own passphrase.
  case passphraseChanged
  /// An administrator gave somebody a new passphrase, or freed them after too many tries.
  case passphraseReset
  /// The clinic's keys were changed.
  case keyRotated
  /// The store got its keys and first administrator.
  case setUp
  /// A backup was made.
  case backupMade
  /// The store was restored from a backup, or its keys from the recovery sheet.
  case restored
  /// A record came from another machine.
  case imported
  /// A record was handed over as a file.
  case handedOver
  /// The clock was behind an earlier entry.
  case clockSetBack
  /// A kiosk was started.
  case kioskStarted
  /// A kiosk was stopped.
  case kioskStopped
  /// The program ended by an error of its own.
  case programCrashed
}
