import FHIR

/// A FHIR resource as FHIRPath sees it: lists without their brackets, `valueCoding` as a `value` of
/// the type Coding, the extensions of a primitive within it.
///
/// Made once from a JSON document and then only read. Nodes lie in document order, and a node's
/// descendants are the nodes between it and its `end`.
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
  }

  /// The document it was made from.
  public let document: JSONDocument
  /// The nodes and the text of the document; allocated once, never written again, freed with the
  /// tree, so that any thread may read them and an evaluation need not count references.
  nonisolated(unsafe) let nodes: UnsafeBufferPointer<Node>
  nonisolated(unsafe) let text: UnsafeBufferPointer<UInt8>
  /// Names that the type table does not have; the first has the number `TypeTable.names.count`.
  let otherNames: [String]

  /// Reads a resource, or a part of one, in a document.
  ///
  /// - Parameter type: the FHIR type of the value, where it does not say it by `resourceType`.
  public convenience init(_ document: JSONDocument, type: String? = nil) {
    self.init(document.root, type: type)
  }

  /// Reads a value of a document, such as an item within a response.
  public init(_ value: JSONNode, type: String? = nil) {
    var builder = ResourceTreeBuilder(value.document)
    builder.addRoot(value.index, type: type)
    document = value.document
    nodes = Self.kept(builder.nodes)
    text = Self.kept(value.document.text)
    otherNames = builder.otherNames
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
