import FHIR
import Interview

/// What is settled about a visit before the person sits down.
public struct VisitDetails: Sendable, Hashable {
  /// Who types.
  public enum Typist: Sendable, Hashable, CaseIterable {
    /// The person whom the questions are about.
    case patient
    /// Somebody who helps them.
    case helper
  }

  /// What the staff call the visit, or nil where nobody named it.
  public var label: String?
  /// The appointment that it is for.
  public var appointment: String?
  /// The language to begin with, or nil for that of the form.
  public var language: LanguageTag?
  /// Who types.
  public var typist: Typist
  /// Whether staff are near.
  public var attendance: Attendance

  /// Makes the details of a visit that nobody prepared.
  public init(
    label: String? = nil, appointment: String? = nil, language: LanguageTag? = nil,
    typist: Typist = .patient, attendance: Attendance = .unattended
  ) {
    self.label = label
    self.appointment = appointment
    self.language = language
    self.typist = typist
    self.attendance = attendance
  }
}
