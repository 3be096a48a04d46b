/// Puts together a `JSONDocument`, value by value in document order.
///
///     let document = JSONBuilder.object { patient in
///       patient.add("resourceType", "Patient")
///       patient.addArray("name") { names in names.addObject { $0.add("text", "Ana") } }
///     }
public struct JSONBuilder {
  private var text: [UInt8] = []
  private var nodes: [JSONDocument.Node] = []
  private var names = NameTable()
  private var sourceRuns: [JSONDocument.SourceRun] = []

  private init() {}

  /// A document that is an object with the members that `body` adds.
  ///
  /// - Parameter original: The value that the object stands for, if it stands for one.
  public static func object(
    inPlaceOf original: JSONNode? = nil, _ body: (inout JSONBuilder) -> Void
  ) -> JSONDocument {
    var builder = JSONBuilder()
    builder.add(.object, name: nil, text: "", inPlaceOf: original, body)
    return JSONDocument(
      text: builder.text, sourceLength: 0, nodes: builder.nodes, names: builder.names,
      sourceRuns: builder.sourceRuns)
  }

  // MARK: - Members of the open object, or elements (without name) of the open array

  /// Adds a string.
  public mutating func add(_ name: String? = nil, _ value: String) {
    add(.string, name: name, text: value) { _ in }
  }

  /// Adds a boolean.
  public mutating func add(_ name: String? = nil, _ value: Bool) {
    add(.boolean, name: name, text: value ? "true" : "false") { _ in }
  }

  /// Adds a whole number.
  public mutating func add(_ name: String? = nil, _ value: Int) {
    add(.number, name: name, text: String(value)) { _ in }
  }

  /// Adds a decimal with all its digits, trailing zeros included.
  public mutating func add(_ name: String? = nil, _ value: ExactDecimal) {
    add(.number, name: name, text: value.description) { _ in }
  }

  /// Adds a null.
  public mutating func addNull(_ name: String? = nil) {
    add(.null, name: name, text: "null") { _ in }
  }

  /// Adds an object with the members that `body` adds.
  public mutating func addObject(_ name: String? = nil, _ body: (inout JSONBuilder) -> Void) {
    add(.object, name: name, text: "", body)
  }

  /// Adds an array with the elements that `body` adds.
  public mutating func addArray(_ name: String? = nil, _ body: (inout JSONBuilder) -> Void) {
    add(.array, name: name, text: "", body)
  }

  /// Adds a copy of a value of another document.
  public mutating func add(_ name: String? = nil, copyOf node: JSONNode) {
    add(node.kind, name: name, text: String(decoding: node.text, as: UTF8.self)) { builder in
      for child in node.children { builder.add(child.name, copyOf: child) }
    }
  }

  // MARK: - Values that stand for those of other documents

  // Their places are the places of what they stand for, so that a problem is told where its author
  // can mend it. The other documents are kept for this as long as the new one.

  /// Adds a copy that stands for the value, and so do those within.
  public mutating func add(_ name: String? = nil, inPlaceOf node: JSONNode) {
    let text = String(decoding: node.text, as: UTF8.self)
    add(node.kind, name: name, text: text, inPlaceOf: node) { builder in
      for child in node.children { builder.add(child.name, inPlaceOf: child) }
    }
  }

  /// Adds a string that stands for another value.
  public mutating func add(
    _ name: String? = nil, _ value: String, inPlaceOf original: JSONNode
  ) {
    add(.string, name: name, text: value, inPlaceOf: original) { _ in }
  }

  /// Adds an object that stands for another value, with the members that `body` adds.
  public mutating func addObject(
    _ name: String? = nil, inPlaceOf original: JSONNode, _ body: (inout JSONBuilder) -> Void
  ) {
    add(.object, name: name, text: "", inPlaceOf: original, body)
  }

  /// Adds an array that stands for another value, with the elements that `body` adds.
  public mutating func addArray(
    _ name: String? = nil, inPlaceOf original: JSONNode, _ body: (inout JSONBuilder) -> Void
  ) {
    add(.array, name: name, text: "", inPlaceOf: original, body)
  }

  private mutating func add(
    _ kind: JSONNode.Kind, name: String?, text value: String,
    inPlaceOf original: JSONNode? = nil, _ body: (inout JSONBuilder) -> Void
  ) {
    noteSource(of: original)
    let nameNumber = name.map { intern($0) } ?? JSONDocument.noName
    let start = text.count
    text.append(contentsOf: value.utf8)
    let node = nodes.count
    nodes.append(
      JSONDocument.Node(
        name: nameNumber, kind: kind, end: UInt32(node + 1), textStart: UInt32(start),
        textLength: UInt32(text.count - start),
        offset: UInt32(original?.sourceOffset ?? 0)))
    body(&self)
    nodes[node].end = UInt32(nodes.count)
  }

  private mutating func noteSource(of original: JSONNode?) {
    let source = original?.source
    guard sourceRuns.last?.document !== source else { return }
    sourceRuns.append(JSONDocument.SourceRun(firstNode: nodes.count, document: source))
  }

  private mutating func intern(_ name: String) -> UInt32 {
    let known = Array(name.utf8).withUnsafeBufferPointer { names.number(of: $0, in: text) }
    if let known { return known }
    let start = text.count
    text.append(contentsOf: name.utf8)
    let range = start..<text.count
    return text.withUnsafeBufferPointer { names.intern(range, in: $0) }
  }
}
