/// Variables that FHIRPath and FHIR define (R4, 2.9.1.5.1).
enum WellKnownVariable {
  /// The name of the vocabularies that the host knows, which are no value but have functions.
  static let terminologies = "terminologies"

  /// The value of a variable that is the same everywhere, or nil.
  static func value(of name: String) -> String? {
    switch name {
    case "ucum": return "http://unitsofmeasure.org"
    case "sct": return "http://snomed.info/sct"
    case "loinc": return "http://loinc.org"
    default:
      if name.hasPrefix("vs-") { return "http://hl7.org/fhir/ValueSet/" + name.dropFirst(3) }
      if name.hasPrefix("ext-") {
        return "http://hl7.org/fhir/StructureDefinition/" + name.dropFirst(4)
      }
      return nil
    }
  }

  /// Whether an expression may not define a variable of this name.
  static func isReserved(_ name: String) -> Bool {
    ["resource", "rootResource", "context", terminologies].contains(name) || value(of: name) != nil
  }
}
