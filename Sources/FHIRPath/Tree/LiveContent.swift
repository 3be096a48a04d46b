import FHIR

/// The content of a place, made into nodes that are yet to be written to the tree.
struct LiveContent {
  /// The object whose members it is; nil: no content.
  let json: JSONNode?
  /// The nodes, after that of the object itself, whose parents and ends are as if it had number 0.
  let nodes: ArraySlice<ResourceTree.Node>
  let otherNames: [String]
  /// The length of the texts of all nodes.
  let textCount: Int
  let hasLinkIds: Bool

  init(_ json: JSONNode?, of type: TypeTable.TypeNumber) {
    guard let json, json.kind == .object, json.children.contains(where: { _ in true }) else {
      self.json = nil
      nodes = []
      otherNames = []
      textCount = 0
      hasLinkIds = false
      return
    }
    self.json = json
    var builder = ResourceTreeBuilder(json.document)
    builder.addRoot(json.index, type: type)
    nodes = builder.nodes.dropFirst()
    otherNames = builder.otherNames
    textCount = nodes.reduce(0) { $0 + Int($1.textLength) }
    let linkId = TypeTable.shared.name("linkId")
    hasLinkIds = nodes.contains { $0.name == linkId }
  }
}
