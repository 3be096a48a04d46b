/// Reads UTF-8 bytes into the nodes of a `JSONDocument`.
///
/// Stricter than RFC 8259 where leniency would lose something: duplicate names, lone surrogates,
/// bytes that are not UTF-8 and trailing text are errors.
struct JSONReader {
  private(set) var text: [UInt8]
  private(set) var nodes: [JSONDocument.Node] = []
  private(set) var names = NameTable()
  let length: Int
  let limits: JSONLimits
  var offset = 0
  private var depth = 0

  init(_ bytes: [UInt8], limits: JSONLimits) {
    text = bytes
    length = bytes.count
    self.limits = limits
    nodes.reserveCapacity(min(bytes.count, limits.bytes) / 16 + 1)
  }

  mutating func read() throws(JSONError) {
    guard length <= limits.bytes else { throw error(.tooLarge(limit: limits.bytes), at: 0) }
    if length >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { offset = 3 }
    skipSpace()
    try readValue(name: JSONDocument.noName)
    skipSpace()
    guard offset == length else { throw error(.trailingText) }
  }

  /// The byte at the current place, or 0 (which JSON allows nowhere) at the end.
  @inline(__always) var current: UInt8 { offset < length ? text[offset] : 0 }

  func byte(at offset: Int) -> UInt8 { offset < length ? text[offset] : 0 }

  func error(_ reason: JSONError.Reason, at place: Int? = nil) -> JSONError {
    JSONError(
      reason: reason,
      position: SourcePosition(offset: place ?? offset, in: text.prefix(length)))
  }

  /// An error for a place where something else was expected.
  func unexpected(_ expected: String) -> JSONError {
    error(offset >= length ? .unexpectedEnd : .unexpectedCharacter(expected: expected))
  }

  @inline(__always) mutating func skipSpace() {
    while offset < length {
      let byte = text[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      offset += 1
    }
  }

  mutating func append(decoded byte: UInt8) { text.append(byte) }
  var textCount: Int { text.count }

  // MARK: - Values

  private mutating func readValue(name: UInt32) throws(JSONError) {
    switch current {
    case UInt8(ascii: "{"): try readObject(name: name)
    case UInt8(ascii: "["): try readArray(name: name)
    case UInt8(ascii: "\""):
      let start = offset
      let range = try readString()
      append(.string, name: name, range: range, at: start)
    case UInt8(ascii: "t"): try readWord("true", .boolean, name: name)
    case UInt8(ascii: "f"): try readWord("false", .boolean, name: name)
    case UInt8(ascii: "n"): try readWord("null", .null, name: name)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let start = offset
      try readNumber()
      append(.number, name: name, range: start..<offset, at: start)
    default: throw unexpected("a JSON value")
    }
  }

  private mutating func append(
    _ kind: JSONNode.Kind, name: UInt32, range: Range<Int>, at start: Int
  ) {
    nodes.append(
      JSONDocument.Node(
        name: name, kind: kind, end: UInt32(nodes.count + 1), textStart: UInt32(range.lowerBound),
        textLength: UInt32(range.count), offset: UInt32(start)))
  }

  private mutating func open(_ kind: JSONNode.Kind, name: UInt32) throws(JSONError) -> Int {
    depth += 1
    guard depth <= limits.depth else { throw error(.tooDeep(limit: limits.depth)) }
    append(kind, name: name, range: offset..<offset, at: offset)
    offset += 1
    skipSpace()
    return nodes.count - 1
  }

  private mutating func close(_ node: Int) {
    offset += 1
    depth -= 1
    nodes[node].end = UInt32(nodes.count)
  }

  private mutating func readArray(name: UInt32) throws(JSONError) {
    let node = try open(.array, name: name)
    if current != UInt8(ascii: "]") {
      while true {
        skipSpace()
        try readValue(name: JSONDocument.noName)
        skipSpace()
        if current == UInt8(ascii: "]") { break }
        guard current == UInt8(ascii: ",") else { throw unexpected("a comma or ]") }
        offset += 1
      }
    }
    close(node)
  }

  private mutating func readObject(name: UInt32) throws(JSONError) {
    let node = try open(.object, name: name)
    if current != UInt8(ascii: "}") {
      var seen = SeenNames()
      while true {
        skipSpace()
        guard current == UInt8(ascii: "\"") else { throw unexpected("a name in quotes") }
        let start = offset
        let range = try readString()
        let member = text.withUnsafeBufferPointer { names.intern(range, in: $0) }
        guard seen.insert(member) else {
          throw error(.duplicateMember(String(decoding: text[range], as: UTF8.self)), at: start)
        }
        skipSpace()
        guard current == UInt8(ascii: ":") else { throw unexpected("a colon") }
        offset += 1
        skipSpace()
        try readValue(name: member)
        skipSpace()
        if current == UInt8(ascii: "}") { break }
        guard current == UInt8(ascii: ",") else { throw unexpected("a comma or }") }
        offset += 1
      }
    }
    close(node)
  }

  private mutating func readWord(
    _ word: StaticString, _ kind: JSONNode.Kind, name: UInt32
  ) throws(JSONError) {
    let start = offset
    for index in 0..<word.utf8CodeUnitCount {
      guard current == word.utf8Start[index] else { throw unexpected("true, false or null") }
      offset += 1
    }
    append(kind, name: name, range: start..<offset, at: start)
  }
}

/// The names that one object has used so far.
private struct SeenNames {
  private var few: [UInt32] = []
  private var many: Set<UInt32> = []

  /// Whether the name is new.
  mutating func insert(_ name: UInt32) -> Bool {
    // Most objects have few members, where a scan beats hashing; a hostile one must not be slow.
    if many.isEmpty, few.count < 24 {
      guard !few.contains(name) else { return false }
      few.append(name)
      return true
    }
    if many.isEmpty { many = Set(few) }
    return many.insert(name).inserted
  }
}
