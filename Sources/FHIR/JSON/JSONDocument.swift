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
    /// Where the value starts in its source.
    var offset: UInt32
  }

  /// The source of the nodes from one on, up to the next run's first.
  struct SourceRun: Sendable {
    let firstNode: Int
    /// The document that the nodes were taken from; nil when they are this document's own.
    let document: JSONDocument?
  }

  package static let noName = UInt32.max

  /// The source, followed by the decoded text of strings that held escapes.
  package let text: [UInt8]
  /// How many bytes of `text` are the source.
  let sourceLength: Int
  package let nodes: [Node]
  package let names: NameTable
  /// Where nodes come from that stand for those of other documents, in the order of the nodes.
  let sourceRuns: [SourceRun]
  /// The name of the file that was read, for problems; nil when nobody gave one.
  public let fileName: String?

  init(
    text: [UInt8], sourceLength: Int, nodes: [Node], names: NameTable,
    sourceRuns: [SourceRun] = [], fileName: String? = nil
  ) {
    self.text = text
    self.sourceLength = sourceLength
    self.nodes = nodes
    self.names = names
    self.sourceRuns = sourceRuns
    self.fileName = fileName
  }

  /// Reads a document from UTF-8 bytes.
  ///
  /// - Parameter fileName: The name of the file, which the places of problems are named with.
  /// - Throws: `JSONError` with line and column when the bytes are not JSON or exceed the limits.
  public convenience init(
    _ bytes: [UInt8], limits: JSONLimits = .standard, fileName: String? = nil
  ) throws(JSONError) {
    var reader = JSONReader(bytes, limits: limits)
    try reader.read()
    self.init(
      text: reader.text, sourceLength: bytes.count, nodes: reader.nodes, names: reader.names,
      fileName: fileName)
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
