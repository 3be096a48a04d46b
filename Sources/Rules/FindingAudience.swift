/// Who is to see a finding (code system `finding-audience`).
public enum FindingAudience: String, Sendable, CaseIterable {
  /// The person who answers.
  case patient
  /// The people at the desk, who learn that there is something and not what.
  case staff
  /// The clinician.
  case clinician
}
