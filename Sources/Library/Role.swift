/// What a questionnaire of the library is for.
public enum Role: String, Sendable, CaseIterable {
  /// The interview with the patient.
  case intake
  /// What the patient can read about the treatment; nothing in it is asked.
  case education
  /// What the clinician adds.
  case clinician
  /// What is asked again later.
  case followUp
}
