import FHIR

/// A filter of a value set that can be decided by looking at the code system alone.
enum FilterCondition {
  /// The concept and all narrower ones.
  case isA(String)
  /// All narrower concepts.
  case descendantOf(String)
  /// The concepts whose property has this value.
  case property(String, equals: String)

  /// Reads a filter; nil for an operator that is not applied here.
  init?(_ filter: ValueSet.Filter) {
    guard let property = filter.property, let value = filter.value else { return nil }
    let isConcept = property == "concept" || property == "code"
    switch filter.operation {
    case "is-a" where isConcept: self = .isA(value)
    case "descendent-of" where isConcept: self = .descendantOf(value)
    case "=" where !isConcept: self = .property(property, equals: value)
    default: return nil
    }
  }

  /// The places, among those given, of the concepts that meet the condition.
  func places(_ places: [Int], of definitions: CodeSystemDefinitions) -> [Int] {
    switch self {
    case .isA(let code):
      let under = definitions.places(under: code) ?? 0..<0
      return places.filter { under.contains($0) }
    case .descendantOf(let code):
      let under = (definitions.places(under: code) ?? 0..<0).dropFirst()
      return places.filter { under.contains($0) }
    case .property(let name, let value):
      return places.filter { place in
        definitions.concepts[place].properties(name).contains { $0.propertyText == value }
      }
    }
  }
}

extension JSONNode {
  /// The value of a concept's property as a filter writes it.
  fileprivate var propertyText: String? {
    switch kind {
    case .string: string
    case .boolean: boolean.map { $0 ? "true" : "false" }
    case .number: numberText
    case .object: self["code"]?.string
    case .null, .array: nil
    }
  }
}
