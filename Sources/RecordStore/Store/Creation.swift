/// Whether a store that is not there is made.
public enum Creation: Sendable, Hashable {
  /// A store that is not there is made.
  case ifMissing
  /// A store that is not there is an error.
  case never
}
