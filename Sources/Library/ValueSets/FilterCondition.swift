import FHIR

/// A filter of a value set that can be decided by looking at the code system alone.
enum FilterCondition {
  /// The concept and all narrower ones.
  case isA(String)
  /// All narrower concepts.
  case descendantOf(String)
  /// The concepts of which a property has one of these values.
  case anyOf([String], property: String)
  /// The concepts of which a property has none of these values.
  case noneOf([String], property: String)
  /// The concepts that have a property, or those that do not.
  case existence(Bool, property: String)

  /// Reads a filter; nil for an operator that is not applied here.
  init?(_ filter: ValueSet.Filter) {
    guard let property = filter.property, let value = filter.value else { return nil }
    let isConcept = Self.isConcept(property)
    switch filter.operation {
    case "is-a" where isConcept: self = .isA(value)
    case "descendent-of" where isConcept: self = .descendantOf(value)
    case "=": self = .anyOf([value], property: property)
    case "in": self = .anyOf(Self.values(value), property: property)
    case "not-in": self = .noneOf(Self.values(value), property: property)
    case "exists" where value == "true" || value == "false":
      self = .existence(value == "true", property: property)
    default: return nil
    }
  }

  /// Whether a property stands for the concept itself.
  fileprivate static func isConcept(_ property: String) -> Bool {
    property == "concept" || property == "code"
  }

  /// The values of a list with commas between them.
  private static func values(_ list: String) -> [String] {
    list.split(separator: ",").map { value in
      String(value.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
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
    case .anyOf(let values, let name):
      return places.filter { definitions.concepts[$0].has(name, anyOf: values) }
    case .noneOf(let values, let name):
      return places.filter { !definitions.concepts[$0].has(name, anyOf: values) }
    case .existence(let exists, let name):
      return places.filter { definitions.concepts[$0].has(name) == exists }
    }
  }
}

extension CodeSystem.Concept {
  /// Whether the concept has a property; the concept itself counts as one of its properties.
  fileprivate func has(_ property: String) -> Bool {
    FilterCondition.isConcept(property) || !properties(property).isEmpty
  }

  /// Whether a property of the concept has one of these values.
  fileprivate func has(_ property: String, anyOf values: [String]) -> Bool {
    if FilterCondition.isConcept(property) { return code.map(values.contains) ?? false }
    return properties(property).contains { value in
      values.contains { value.isPropertyValue($0) }
    }
  }
}

extension JSONNode {
  /// Whether the value of a concept's property is what a filter writes so.
  fileprivate func isPropertyValue(_ text: String) -> Bool {
    switch kind {
    case .string: isString(text)
    case .boolean: boolean.map { $0 ? "true" : "false" } == text
    case .number: numberText == text
    case .object: self["code"]?.isString(text) == true
    case .null, .array: false
    }
  }
}
