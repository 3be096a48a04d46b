import FHIR

/// A value in a resource: a place to read from, not a copy.
public struct ResourceNode: Sendable {
  let tree: ResourceTree
  let index: Int

  var node: ResourceTree.Node { tree.nodes[index] }

  /// The name of its FHIR type, such as `Coding`; `Element` where it is not known.
  public var typeName: String { TypeTable.shared.typeName(node.type) }

  /// The name of the element that it is a value of; empty for the outermost value.
  public var name: String { node.name == TypeTable.noName ? "" : tree.name(node.name) }

  /// The value in the JSON document; nil for a primitive that has extensions only.
  ///
  /// For a value of a `LiveResource` in which places lie, it is put together of what is visible.
  public var json: JSONNode? {
    guard node.kind != .null else { return nil }
    guard let places = tree.places else {
      return JSONNode(document: tree.document, index: Int(node.source))
    }
    return places.json(of: index, in: tree)
  }

  /// Whether it is a primitive with a value.
  public var hasValue: Bool { node.kind != .object && node.kind != .null }

  /// The text of a primitive, as it is written; nil where there is none.
  public var text: String? {
    guard hasValue else { return nil }
    let start = Int(node.textStart)
    return String(decoding: tree.text[start..<start + Int(node.textLength)], as: UTF8.self)
  }

  /// Whether R4 gives its owner an element of this name; true where the owner's elements are not
  /// known, and for the outermost value.
  public var isDefined: Bool {
    guard let owner = parent?.node.type, owner != TypeTable.unknown else { return true }
    let table = TypeTable.shared
    return !table.isListed[Int(owner)] || table.element(node.name, of: owner) != nil
  }

  /// Whether its type has a value rather than elements.
  public var isPrimitive: Bool { TypeTable.shared.isPrimitive(node.type) }

  /// The values within it, in document order.
  public var children: [ResourceNode] {
    var children: [ResourceNode] = []
    var child = index + 1
    while child < Int(node.end) {
      let node = tree.nodes[child]
      if !node.isPadding { children.append(ResourceNode(tree: tree, index: child)) }
      child = Int(node.end)
    }
    return children
  }

  /// The value that it lies in; nil for the outermost.
  public var parent: ResourceNode? {
    index == Int(node.parent) ? nil : ResourceNode(tree: tree, index: Int(node.parent))
  }
}
