/// What a host says of a code and a value set.
public enum ValueSetMembership: Sendable, Hashable {
  /// The value set holds the code.
  case member
  /// The value set does not hold the code.
  case notMember
  /// The value has no code, so that it is neither; `memberOf()` is empty then.
  case undecided
}
