import FHIR
import FHIRPath

/// Holds the elements of a resource to their types in R4: that they exist, and what their values are.
enum ResourceCheck {
  /// What is wrong with elements that are there, each with its place.
  static func problems(in resource: JSONNode) -> [(kind: ExtractionProblem.Kind, node: JSONNode)] {
    var problems: [(kind: ExtractionProblem.Kind, node: JSONNode)] = []
    check(ResourceTree(resource).root, within: resource, &problems)
    return problems
  }

  /// The elements that a resource has to have, as far as they are known, and has not.
  static func missingElements(of resource: JSONNode) -> [String] {
    let root = ResourceTree(resource).root
    let names = Set(root.children.map(\.name))
    return (requiredElements[root.typeName] ?? []).filter { !names.contains($0) }
      .map { "\(root.typeName).\($0)" }
  }

  /// What R4 demands of resources that answers are likely to become; of `medication[x]` the start.
  private static let requiredElements: [String: [String]] = [
    "AllergyIntolerance": ["patient"],
    "CarePlan": ["status", "intent", "subject"],
    "Communication": ["status"],
    "Condition": ["subject"],
    "Consent": ["status", "scope", "category"],
    "Coverage": ["status", "beneficiary", "payor"],
    "DetectedIssue": ["status"],
    "DiagnosticReport": ["status", "code"],
    "Encounter": ["status", "class"],
    "FamilyMemberHistory": ["status", "patient", "relationship"],
    "Flag": ["status", "code", "subject"],
    "Goal": ["lifecycleStatus", "description", "subject"],
    "Immunization": ["status", "vaccineCode", "patient", "occurrence"],
    "MedicationRequest": ["status", "intent", "medication", "subject"],
    "MedicationStatement": ["status", "medication", "subject"],
    "Observation": ["status", "code"],
    "Procedure": ["status", "subject"],
    "RelatedPerson": ["patient"],
    "RiskAssessment": ["status", "subject"],
    "ServiceRequest": ["status", "intent", "subject"],
  ]

  private static func check(
    _ element: ResourceNode, within outer: JSONNode,
    _ problems: inout [(kind: ExtractionProblem.Kind, node: JSONNode)]
  ) {
    let node = element.json ?? outer
    guard element.isDefined else {
      problems.append((.unknownElement(path: element.path), node))
      return
    }
    if !fits(element) {
      problems.append((.wrongType(path: element.path, type: element.typeName), node))
      return
    }
    for child in element.children { check(child, within: node, &problems) }
  }

  /// Whether the value of an element is one of its type, as far as its form says.
  private static func fits(_ element: ResourceNode) -> Bool {
    guard let node = element.json else { return true }
    guard element.isPrimitive else {
      return node.kind == .object || element.typeName == "Element"
    }
    switch element.typeName {
    case "boolean": return node.kind == .boolean
    case "decimal": return node.kind == .number
    case "integer": return node.integer != nil
    case "unsignedInt": return node.integer.map { $0 >= 0 } ?? false
    case "positiveInt": return node.integer.map { $0 > 0 } ?? false
    default: break
    }
    guard let text = node.string, !text.isEmpty else { return false }
    switch element.typeName {
    case "date": return PartialDate(text) != nil
    case "dateTime": return PartialDateTime(text) != nil
    case "instant":
      return PartialDateTime(text).map { $0.time?.second != nil && $0.offsetMinutes != nil }
        ?? false
    case "time": return TimeOfDay(text) != nil
    default: return true
    }
  }
}
