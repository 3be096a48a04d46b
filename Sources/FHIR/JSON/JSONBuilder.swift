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

  private init() {}

  /// A document that is an object with the members that `body` adds.
  public static func object(_ body: (inout JSONBuilder) -> Void) -> JSONDocument {
    var builder = JSONBuilder()
    builder.add(.object, name: nil, text: "", body)
    return JSONDocument(
      text: builder.text, sourceLength: 0, nodes: builder.nodes, names: builder.names)
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

  private mutating func add(
    _ kind: JSONNode.Kind, name: String?, text value: String, _ body: (inout JSONBuilder) -> Void
  ) {
    let nameNumber = name.map { intern($0) } ?? JSONDocument.noName
    let start = text.count
    text.append(contentsOf: value.utf8)
    let node = nodes.count
    nodes.append(
      JSONDocument.Node(
        name: nameNumber, kind: kind, end: UInt32(node + 1), textStart: UInt32(start),
        textLength: UInt32(text.count - start), offset: 0))
    body(&self)
    nodes[node].end = UInt32(nodes.count)
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
