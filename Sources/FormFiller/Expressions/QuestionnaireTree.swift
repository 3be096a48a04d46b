import FHIR
import FHIRPath

/// A questionnaire as expressions see it, with the place of each item in it.
struct QuestionnaireTree: Sendable {
  let root: ResourceNode
  /// The items in pre-order, as a form numbers them.
  let items: [ResourceNode]

  init(_ questionnaire: Questionnaire) {
    root = ResourceTree(questionnaire.node, type: "Questionnaire").root
    var items: [ResourceNode] = []
    func add(_ parent: ResourceNode) {
      for child in parent.children where child.name == "item" {
        items.append(child)
        add(child)
      }
    }
    add(root)
    self.items = items
  }
}
