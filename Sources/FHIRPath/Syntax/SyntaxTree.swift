/// An expression as it was written: its parts, each with its place in the text.
///
/// Nodes lie in one array and refer to each other by number, so that reading an expression takes
/// few allocations.
public struct SyntaxTree: Sendable {
  struct Node: Sendable {
    var kind: SyntaxNode.Kind
    /// The operator of a binary node.
    var symbol: Operator = .add
    /// Whether a sign is minus, or a sort key descends.
    var isReversed = false
    /// The source range.
    var start: UInt32
    var end: UInt32
    /// Where the word itself lies: a name, a literal.
    var wordStart: UInt32 = 0
    var wordEnd: UInt32 = 0
    /// The first child and the next sibling, or -1.
    var first: Int32 = -1
    var next: Int32 = -1
  }

  /// The expression.
  public let text: String
  let bytes: [UInt8]
  let nodes: [Node]
  let rootIndex: Int32

  /// Reads an expression.
  ///
  /// - Throws: `FHIRPathError` of the syntax phase, with its place.
  public init(_ text: String, limits: SyntaxLimits = .standard) throws(FHIRPathError) {
    let bytes = Array(text.utf8)
    guard bytes.count <= limits.bytes else {
      throw FHIRPathError(
        .tooLong(limit: limits.bytes), at: SourceRange(start: limits.bytes, end: bytes.count))
    }
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(FHIRPathError) in
        var parser = try Parser(buffer, limits: limits)
        let root = try parser.parse()
        return (parser.nodes, root)
      }
    }
    (nodes, rootIndex) = try result.get()
    self.text = text
    self.bytes = bytes
  }

  /// The outermost part.
  public var root: SyntaxNode { SyntaxNode(tree: self, index: rootIndex) }
}

/// Bounds on expressions, so that a hostile one cannot use up the machine.
public struct SyntaxLimits: Sendable, Equatable {
  /// The greatest length, in bytes of UTF-8.
  public var bytes: Int
  /// How deep parts may lie within each other.
  public var depth: Int

  /// Makes limits; without arguments 64 kB and 300 deep.
  public init(bytes: Int = 65_536, depth: Int = 300) {
    self.bytes = min(bytes, Int(Int32.max))
    self.depth = depth
  }

  /// 64 kB and 300 deep.
  public static let standard = SyntaxLimits()
}
