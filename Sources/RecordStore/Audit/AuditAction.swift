/// What is written down about who did what; no answer is ever part of it.
public enum AuditAction: String, Sendable, Hashable, CaseIterable {
  // Records.
  case recordBegun, resumed, recovered, stopped, left, finished, opened, exported, printed, signed,
    voided, deleted, discarded, expired, reopened, reissued, codeBlocked, amended, noted, linked
  // Calls for staff.
  case alertShown, alertAcknowledged, alertTested
  // People and keys.
  case setUp, unlocked, unlockFailed, blocked, personAdded, personRemoved, passphraseChanged,
    passphraseReset, keyRotated, keyRecovered, deviceAdded
  // The store and the machine.
  case backupMade, restored, imported, handedOver, clockSetBack, kioskStarted, kioskStopped,
    programCrashed
}
