import FHIR
import FHIRPath

/// Answers what the expressions of a form ask about the form: the scores of its options.
struct FormHost: FHIRPathHost {
  let form: Form

  func weight(of node: ResourceNode) throws -> [ExactDecimal]? {
    guard let item = item(of: node), let coding = coding(in: node) else { return [] }
    let options = form.items[item].options
    if let option = options.first(where: { $0.value.means(.coding(coding)) }) {
      return option.weight.map { [$0] } ?? []
    }
    return form.items[item].optionsAreKnown ? [] : nil
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

  private func coding(in node: ResourceNode) -> Coding? {
    let value = node.name == "answer" ? node.children.first { $0.name == "value" } : node
    guard let value, value.typeName == "Coding" else { return nil }
    func text(_ name: String) -> String? { value.children.first { $0.name == name }?.text }
    return Coding(system: text("system"), version: nil, code: text("code"), display: nil)
  }
}
