import FHIR

/// A FHIR resource as FHIRPath sees it: lists without their brackets, `valueCoding` as a `value` of
/// the type Coding, the extensions of a primitive within it.
///
/// Nodes lie in document order, and a node's descendants are the nodes between it and its `end`. Made
/// once from a JSON document and then only read, but for the tree of a `LiveResource`: there, what is
/// not visible is padding, and whoever walks children or descendants goes on at the `end` of padding.
public final class ResourceTree: Sendable {
  struct Node: Sendable {
    var name: TypeTable.NameNumber
    var type: TypeTable.TypeNumber
    /// The kind of JSON value; `null` for a primitive that has only extensions.
    var kind: JSONNode.Kind
    var isResource = false
    /// Index of the first node after this one and its descendants.
    var end: UInt32
    /// The node that this one lies in; its own index for the root.
    var parent: UInt32
    var textStart: UInt32
    var textLength: UInt32
    /// The node in the JSON document, or that of the `_name` where there is no value.
    var source: UInt32

    /// Whether it and what lies in it does not exist for expressions.
    var isPadding: Bool { name == TypeTable.padding }
  }

  /// The document it was made from.
  public let document: JSONDocument
  /// The nodes and the text of the document.
  ///
  /// Allocated once and freed with the tree, so that an evaluation need not count references. Any
  /// thread may read them, since only a live resource that alone has the tree writes to them.
  nonisolated(unsafe) let nodes: UnsafeBufferPointer<Node>
  nonisolated(unsafe) let text: UnsafeBufferPointer<UInt8>
  /// Names that the type table does not have; the first has the number `TypeTable.names.count`.
  ///
  /// Written as `nodes` are.
  nonisolated(unsafe) var otherNames: [String]
  /// What a live resource knows of its places; nil in a tree that is only read.
  let places: LivePlaces?

  /// Reads a resource, or a part of one, in a document.
  ///
  /// - Parameter type: the FHIR type of the value, where it does not say it by `resourceType`.
  public convenience init(_ document: JSONDocument, type: String? = nil) {
    self.init(document.root, type: type)
  }

  /// Reads a value of a document, such as an item within a response.
  public init(_ value: JSONNode, type: String? = nil) {
    var builder = ResourceTreeBuilder(value.document)
    let named = type.map { TypeTable.shared.type(named: $0) } ?? TypeTable.unknown
    builder.addRoot(value.index, type: named)
    document = value.document
    nodes = Self.kept(builder.nodes)
    text = Self.kept(value.document.text)
    otherNames = builder.otherNames
    places = nil
  }

  /// Takes the nodes of a live resource, with text that is longer than what is in use.
  init(
    document: JSONDocument, nodes: [Node], text: [UInt8], otherNames: [String], places: LivePlaces
  ) {
    self.document = document
    self.nodes = Self.kept(nodes)
    self.text = Self.kept(text)
    self.otherNames = otherNames
    self.places = places
  }

  deinit {
    nodes.deallocate()
    text.deallocate()
  }

  private static func kept<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = buffer.initialize(from: elements)
    return UnsafeBufferPointer(buffer)
  }

  /// The outermost value.
  public var root: ResourceNode { ResourceNode(tree: self, index: 0) }

  func name(_ number: TypeTable.NameNumber) -> String {
    let table = TypeTable.shared
    guard Int(number) >= table.names.count else { return table.names[Int(number)] }
    let other = Int(number) - table.names.count
    return other < otherNames.count ? otherNames[other] : ""
  }
}
