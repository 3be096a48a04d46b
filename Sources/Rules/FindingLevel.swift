/// How soon a finding should be looked at (code system `finding-level`), the soonest first.
public enum FindingLevel: String, Sendable, CaseIterable, Comparable {
  /// Now: someone may be in danger.
  case urgent
  /// Before anything is booked.
  case high
  /// When the referral is read.
  case medium
  /// To know.
  case low

  /// Whether a level is more urgent than another.
  public static func < (left: FindingLevel, right: FindingLevel) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
