/// A JSON value and all within it, kept as it was written.
///
/// Nodes lie in one array in document order; a node's descendants are the nodes between it and its
/// `end`, so that walking a tree is walking an array. Numbers stay the text they were, members stay
/// in their order, and nothing is dropped: what is read is written back the same.
public final class JSONDocument: Sendable {
  package struct Node: Sendable {
    /// Index into `names`, or `JSONDocument.noName` for a root or an array element.
    package var name: UInt32
    package var kind: JSONNode.Kind
    /// Index of the first node after this one and all its descendants.
    package var end: UInt32
    /// Where the text of a string, number or boolean starts in `text`.
    package var textStart: UInt32
    package var textLength: UInt32
    /// Where the value starts in the source.
    var offset: UInt32
  }

  package static let noName = UInt32.max

  /// The source, followed by the decoded text of strings that held escapes.
  package let text: [UInt8]
  /// How many bytes of `text` are the source.
  let sourceLength: Int
  package let nodes: [Node]
  package let names: NameTable

  init(text: [UInt8], sourceLength: Int, nodes: [Node], names: NameTable) {
    self.text = text
    self.sourceLength = sourceLength
    self.nodes = nodes
    self.names = names
  }

  /// Reads a document from UTF-8 bytes.
  ///
  /// - Throws: `JSONError` with line and column when the bytes are not JSON or exceed the limits.
  public convenience init(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) {
    var reader = JSONReader(bytes, limits: limits)
    try reader.read()
    self.init(
      text: reader.text, sourceLength: bytes.count, nodes: reader.nodes, names: reader.names)
  }

  /// Reads a document from text.
  ///
  /// - Throws: `JSONError` with line and column when the text is not JSON or exceeds the limits.
  public convenience init(_ text: String, limits: JSONLimits = .standard) throws(JSONError) {
    try self.init(Array(text.utf8), limits: limits)
  }

  /// The outermost value.
  public var root: JSONNode { JSONNode(document: self, index: 0) }
}
