import FHIR

extension LanguageTag {
  static let english = tag("en")
  static let spanish = tag("es")

  private static func tag(_ text: String) -> LanguageTag {
    guard let tag = LanguageTag(text) else { preconditionFailure("\(text) is no language.") }
    return tag
  }
}
