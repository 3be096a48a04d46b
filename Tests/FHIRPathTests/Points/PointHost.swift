import FHIR
import FHIRPath

/// A host that knows a little of everything.
struct PointHost: FHIRPathHost {
  /// What a host does that cannot answer.
  struct Failure: Error, CustomStringConvertible {
    var description: String { "the terminology service is away" }
  }

  static let options = EvaluationOptions(host: PointHost())

  func resolve(_ reference: String, from node: ResourceNode?) throws -> [ResourceNode]? {
    switch reference {
    case "Observation/o1": [PointResources.observation.root]
    case "http://example.org/Patient/gone": []
    case "http://example.org/failing": throw Failure()
    default: nil
    }
  }

  func membership(of value: FHIRPathValue, in valueSet: String) throws -> ValueSetMembership? {
    switch valueSet {
    case "http://example.org/genders": code(of: value) == "female" ? .member : .notMember
    case "http://example.org/weights": code(of: value) == "29463-7" ? .member : .notMember
    case "http://example.org/undecided": .undecided
    case "http://example.org/failing": throw Failure()
    default: nil
    }
  }

  func lookUp(_ value: FHIRPathValue) throws -> [ResourceNode]? {
    switch code(of: value) {
    case "red":
      let text = #"""
        {"resourceType":"Parameters","parameter":[{"name":"display","valueString":"Red"},
          {"name":"property","part":[{"name":"code","valueCode":"hue"},
            {"name":"value","valueDecimal":0.50}]},
          {"name":"property","part":[{"name":"code","valueCode":"warm"},
            {"name":"value","valueBoolean":true}]}]}
        """#
      return [ResourceTree(try JSONDocument(text)).root]
    case "blue": return []
    case "failing": throw Failure()
    default: return nil
    }
  }

  /// In the little hierarchy here, `pain` is above `headache`.
  func subsumes(_ ancestor: FHIRPathValue, _ descendant: FHIRPathValue) throws -> Bool? {
    let codes = [code(of: ancestor), code(of: descendant)]
    guard codes.allSatisfy({ ["pain", "headache"].contains($0) }) else { return nil }
    return codes[0] == codes[1] || codes == ["pain", "headache"]
  }

  func conforms(_ node: ResourceNode, to profile: String) throws -> Bool? {
    guard profile == "http://example.org/StructureDefinition/named-patient" else { return nil }
    return node.children.contains { $0.name == "name" }
  }

  func weight(of node: ResourceNode) throws -> [ExactDecimal]? {
    switch code(of: .node(node)) {
    case "weekly": [2]
    case "unsure": []
    case "failing": throw Failure()
    default: nil
    }
  }

  /// The code of a Coding, of the first one of a CodeableConcept, or the value itself.
  private func code(of value: FHIRPathValue) -> String? {
    guard case .node(let node) = value else { return value.text }
    if let text = node.text { return text }
    if let code = node.children.first(where: { $0.name == "code" }) { return code.text }
    return node.children.first { $0.name == "coding" }.flatMap { code(of: .node($0)) }
  }
}
