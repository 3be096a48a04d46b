import FHIR
import FHIRPath
import Library

/// Answers what the expressions of a form ask about the form, the scores of its options, and about
/// its vocabularies.
struct FormHost: FHIRPathHost {
  let form: Form

  func weight(of node: ResourceNode) throws -> [ExactDecimal]? {
    let value = node.name == "answer" ? node.children.first { $0.name == "value" } : node
    guard let item = item(of: node), let value, value.typeName == "Coding" else { return [] }
    let coding = coding(value)
    let options = form.items[item].options
    if let option = options.first(where: { $0.value.means(.coding(coding)) }) {
      return option.weight.map { [$0] } ?? []
    }
    return form.items[item].optionsAreKnown ? [] : nil
  }

  func membership(
    of value: FHIRPathValue, in valueSet: String
  ) throws -> ValueSetMembership? {
    switch try form.terminology.membership(of: codings(value), in: valueSet) {
    case true?: .member
    case false?: .notMember
    case nil: .undecided
    }
  }

  func lookUp(_ value: FHIRPathValue) throws -> [ResourceNode]? {
    for coding in codings(value) {
      if let found = try form.terminology.lookUp(coding) { return [ResourceTree(found).root] }
    }
    return []
  }

  /// The item of the form that an answer, or a value in it, answers.
  private func item(of node: ResourceNode) -> Int? {
    var current: ResourceNode? = node
    while let found = current {
      if found.name == "item" {
        let linkId = found.children.first { $0.name == "linkId" }?.text
        return linkId.flatMap { form.index(linkId: $0) }
      }
      current = found.parent
    }
    return nil
  }

  // MARK: - Codes

  /// The codes that a value holds; none in what a person wrote in words of their own.
  private func codings(_ value: FHIRPathValue) -> [Coding] {
    guard case .node(let node) = value else { return value.text.map { [Coding(code: $0)] } ?? [] }
    switch node.typeName {
    case "Coding": return [coding(node)]
    case "CodeableConcept": return node.children.filter { $0.name == "coding" }.map(coding)
    case "code": return [Coding(code: node.text)]
    default: return []
    }
  }

  private func coding(_ node: ResourceNode) -> Coding {
    func text(_ name: String) -> String? { node.children.first { $0.name == name }?.text }
    return Coding(
      system: text("system"), version: text("version"), code: text("code"), display: nil)
  }
}
