/// A person's gender as records name it (R4, code system `administrative-gender`).
public enum AdministrativeGender: String, Sendable, CaseIterable {
  /// Male.
  case male
  /// Female.
  case female
  /// Neither male nor female.
  case other
  /// Not known.
  case unknown
}
