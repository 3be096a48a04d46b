/// Whether the text of a line can be seen while it is typed.
public enum LineVisibility: Sendable, Equatable {
  /// The text is shown.
  case shown

  /// Nothing is shown, not even how many keys were pressed: for a passphrase or a code.
  case hidden
}
