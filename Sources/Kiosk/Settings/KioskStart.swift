/// Who begins an intake at a kiosk.
public enum KioskStart: String, Sendable, Hashable, CaseIterable {
  /// Staff, with their passphrase.
  case staff
  /// Whoever comes.
  case open
}
