import FHIR
import Foundation
import Testing

/// Holds JSON to the schema as far as it is simple: members, values that are fixed, sizes.
///
/// The whole of the schema is checked by `Tests/Interop/validate_summary.py`.
struct SchemaCheck {
  let root: JSONNode

  /// The schema that lies beside the sources, read once.
  private static let shared = Result {
    let file = TestForm.repository.appending(
      path: "Sources/Referral/Schema/referral-summary.schema.json")
    return try JSONDocument(String(contentsOf: file, encoding: .utf8)).root
  }

  init() throws { root = try Self.shared.get() }

  /// What in a value the schema does not allow, each with its place.
  func faults(in node: JSONNode) -> [String] { faults(in: node, root, at: "$") }

  private func faults(in node: JSONNode, _ schema: JSONNode, at place: String) -> [String] {
    if let name = schema["$ref"]?.string?.split(separator: "/").last {
      guard let definition = root["$defs"]?.member(named: String(name)) else {
        return ["\(place): no definition \(name)"]
      }
      return faults(in: node, definition, at: place)
    }
    if let kinds = schema["oneOf"]?.elements.filter({ $0["$ref"] != nil }), !kinds.isEmpty {
      return faultsOfItem(node, kinds, at: place)
    }
    var faults: [String] = []
    if let fixed = schema["const"], fixed != node { faults.append("\(place): not the constant") }
    if let values = schema["enum"], !values.elements.contains(node) {
      faults.append("\(place): none of the values")
    }
    switch schema["type"]?.string {
    case "object": return faults + faultsOfObject(node, schema, at: place)
    case "array": return faults + faultsOfArray(node, schema, at: place)
    case "string": return faults + (node.kind == .string ? [] : ["\(place): no string"])
    case "integer": return faults + (node.integer != nil ? [] : ["\(place): no whole number"])
    case "number": return faults + (node.kind == .number ? [] : ["\(place): no number"])
    case "boolean": return faults + (node.kind == .boolean ? [] : ["\(place): no boolean"])
    default: return faults
    }
  }

  /// An item of a section is what its `kind` says.
  private func faultsOfItem(
    _ node: JSONNode, _ kinds: [JSONNode], at place: String
  ) -> [String] {
    let kind = node["kind"]?.string ?? ""
    guard let schema = kinds.first(where: { $0["$ref"]?.string == "#/$defs/\(kind)" }) else {
      return ["\(place): no kind \(kind)"]
    }
    return faults(in: node, schema, at: place)
  }

  private func faultsOfObject(
    _ node: JSONNode, _ schema: JSONNode, at place: String
  ) -> [String] {
    guard node.kind == .object else { return ["\(place): no object"] }
    var faults: [String] = []
    if schema["additionalProperties"]?.boolean != false { faults.append("\(place): not strict") }
    for name in schema["required"]?.elements.compactMap(\.string) ?? []
    where node.member(named: name) == nil {
      faults.append("\(place): \(name) is missing")
    }
    for member in node.children {
      let name = member.name ?? ""
      guard let known = schema["properties"]?.member(named: name) else {
        faults.append("\(place): \(name) is not known")
        continue
      }
      faults += self.faults(in: member, known, at: "\(place).\(name)")
    }
    return faults
  }

  private func faultsOfArray(_ node: JSONNode, _ schema: JSONNode, at place: String) -> [String] {
    guard node.kind == .array else { return ["\(place): no array"] }
    let elements = Array(node.children)
    var faults: [String] = []
    if elements.count < schema["minItems"]?.integer ?? 0 { faults.append("\(place): too few") }
    guard let items = schema["items"] else { return faults }
    for (index, element) in elements.enumerated() {
      faults += self.faults(in: element, items, at: "\(place)[\(index)]")
    }
    return faults
  }
}
