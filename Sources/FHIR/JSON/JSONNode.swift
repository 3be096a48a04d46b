/// A value in a `JSONDocument`: a place to read from, not a copy.
public struct JSONNode: Sendable {
  /// What a JSON value is.
  public enum Kind: UInt8, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case boolean
    /// A number
    case number
    /// A string
    case string
    /// An array
    case array
    /// An object
    case object
  }

  package let document: JSONDocument
  package let index: Int

  package init(document: JSONDocument, index: Int) {
    self.document = document
    self.index = index
  }

  @inline(__always) private var node: JSONDocument.Node { document.nodes[index] }

  /// What the value is.
  public var kind: Kind { node.kind }

  // MARK: - Children

  /// The member of an object with this name, or nil when there is none.
  public subscript(_ name: StaticString) -> JSONNode? {
    member(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// The member of an object with this name, or nil when there is none.
  public func member(named name: String) -> JSONNode? {
    var name = name
    return name.withUTF8 { member($0) }
  }

  private func member(_ name: UnsafeBufferPointer<UInt8>) -> JSONNode? {
    guard kind == .object, let number = document.names.number(of: name, in: document.text) else {
      return nil
    }
    let end = Int(node.end)
    var child = index + 1
    while child < end {
      if document.nodes[child].name == number { return JSONNode(document: document, index: child) }
      child = Int(document.nodes[child].end)
    }
    return nil
  }

  /// The elements of an array or the values of an object's members, in order; else none.
  public var children: Children { Children(parent: self) }

  /// The elements of an array; a value that is not an array counts as an array of itself.
  public var elements: [JSONNode] { kind == .array ? Array(children) : [self] }

  /// The name under which this value stands in its object, or nil.
  public var name: String? {
    guard node.name != JSONDocument.noName else { return nil }
    return String(decoding: nameBytes, as: UTF8.self)
  }

  /// The values within a node, in document order.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    let document: JSONDocument
    var nextIndex: Int
    let end: Int

    init(parent: JSONNode) {
      document = parent.document
      nextIndex = parent.index + 1
      end = Int(parent.document.nodes[parent.index].end)
    }

    /// The next value.
    public mutating func next() -> JSONNode? {
      guard nextIndex < end else { return nil }
      let child = JSONNode(document: document, index: nextIndex)
      nextIndex = Int(document.nodes[nextIndex].end)
      return child
    }
  }

  /// About how many bytes the value takes when it is written.
  public var writtenLength: Int {
    var length = 0
    for index in index..<Int(node.end) {
      let node = JSONNode(document: document, index: index)
      // A name comes with quotes and a colon, a value with quotes or brackets and a comma.
      length += Int(node.node.textLength) + node.nameBytes.count + 6
    }
    return length
  }

  // MARK: - Values

  /// The text of a string, or of a number or boolean as it was written.
  var text: ArraySlice<UInt8> {
    let start = Int(node.textStart)
    return document.text[start..<start + Int(node.textLength)]
  }

  /// The text of a string, decoded; nil for any other value.
  public var string: String? {
    kind == .string ? String(decoding: text, as: UTF8.self) : nil
  }

  /// The value of a boolean; nil for any other value.
  public var boolean: Bool? {
    kind == .boolean ? text.first == UInt8(ascii: "t") : nil
  }

  /// A number as it was written; nil for any other value.
  public var numberText: String? {
    kind == .number ? String(decoding: text, as: UTF8.self) : nil
  }

  /// A number without fraction that fits; nil for any other value.
  public var integer: Int? {
    kind == .number ? Int(String(decoding: text, as: UTF8.self)) : nil
  }

  /// A number with all its digits; nil for any other value, or one of more than 38 digits.
  public var decimal: ExactDecimal? {
    kind == .number ? ExactDecimal(String(decoding: text, as: UTF8.self)) : nil
  }

  /// Whether the value is a string of exactly this text, compared byte by byte.
  public func isString(_ expected: String) -> Bool {
    guard kind == .string, Int(node.textLength) == expected.utf8.count else { return false }
    return text.elementsEqual(expected.utf8)
  }

  /// The bytes of the name under which this value stands in its object; empty where it has none.
  var nameBytes: ArraySlice<UInt8> {
    node.name == JSONDocument.noName ? [] : document.text[document.names.ranges[Int(node.name)]]
  }
}

extension JSONNode: Equatable {
  /// Whether two values are the same JSON: same members in the same order, numbers as written.
  public static func == (left: JSONNode, right: JSONNode) -> Bool {
    guard left.kind == right.kind else { return false }
    switch left.kind {
    case .null: return true
    case .boolean, .number, .string: return left.text.elementsEqual(right.text)
    case .array, .object:
      var others = right.children
      for child in left.children {
        guard let other = others.next(), child.name == other.name, child == other else {
          return false
        }
      }
      return others.next() == nil
    }
  }
}
