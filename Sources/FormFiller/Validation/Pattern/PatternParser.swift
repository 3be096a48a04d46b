/// Reads the part of regular expressions that describes regular languages.
///
/// What it does not know makes it give up, not guess: the pattern is then left to Swift's matching.
struct PatternParser {
  private var rest: Substring.UnicodeScalarView

  /// A reason to give up.
  private struct Unknown: Error {}

  init(_ pattern: String) { rest = pattern[...].unicodeScalars }

  /// The pattern's parts, or nil where it holds something that is not known here.
  mutating func parse() -> PatternNode? {
    guard let node = try? readAlternatives(), rest.isEmpty else { return nil }
    return node
  }

  // MARK: - Structure

  private mutating func readAlternatives() throws -> PatternNode {
    var parts = [try readSequence()]
    while skip("|") { parts.append(try readSequence()) }
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  private mutating func readSequence() throws -> PatternNode {
    var parts: [PatternNode] = []
    while let next = rest.first, next != "|", next != ")" {
      parts.append(try readQuantified())
    }
    return .sequence(parts)
  }

  private mutating func readQuantified() throws -> PatternNode {
    let part = try readPart()
    guard let (least, most) = try readQuantifier() else { return part }
    if case .start = part { throw Unknown() }
    if case .end = part { throw Unknown() }
    // A lazy quantifier describes the same texts; a possessive one does not, and two are an error.
    if !skip("?"), let next = rest.first, "+*{".unicodeScalars.contains(next) { throw Unknown() }
    return .repeated(part, least: least, most: most)
  }

  private mutating func readQuantifier() throws -> (least: Int, most: Int?)? {
    if skip("*") { return (0, nil) }
    if skip("+") { return (1, nil) }
    if skip("?") { return (0, 1) }
    guard skip("{") else { return nil }
    guard let least = try readNumber() else { throw Unknown() }
    guard skip(",") else {
      guard skip("}") else { throw Unknown() }
      return (least, least)
    }
    let most = try readNumber()
    guard skip("}"), most ?? least >= least else { throw Unknown() }
    return (least, most)
  }

  private mutating func readNumber() throws -> Int? {
    var digits = ""
    while let next = rest.first, "0"..."9" ~= next {
      digits.unicodeScalars.append(next)
      rest.removeFirst()
    }
    if digits.isEmpty { return nil }
    guard let number = Int(digits), number <= 10_000 else { throw Unknown() }
    return number
  }

  // MARK: - Parts

  private mutating func readPart() throws -> PatternNode {
    guard let next = rest.popFirst() else { throw Unknown() }
    switch next {
    case "(": return try readGroup()
    case "[": return .scalar(try readClass())
    case "\\": return .scalar(try readEscape())
    case ".": return .scalar(ScalarSet(members: [.lineBreak], isNegated: true))
    case "^": return .start
    case "$": return .end
    case "*", "+", "?", "{", "}", "]", "#": throw Unknown()
    default: return .scalar(ScalarSet(members: [.range(next...next)]))
    }
  }

  private mutating func readGroup() throws -> PatternNode {
    if skip("?"), !skip(":") { throw Unknown() }
    if rest.first == "*" { throw Unknown() }
    let node = try readAlternatives()
    guard skip(")") else { throw Unknown() }
    return node
  }

  private mutating func readEscape() throws -> ScalarSet {
    guard let next = rest.popFirst() else { throw Unknown() }
    switch next {
    case "d": return ScalarSet(members: [.digit])
    case "D": return ScalarSet(members: [.digit], isNegated: true)
    case "w": return ScalarSet(members: [.wordCharacter])
    case "W": return ScalarSet(members: [.wordCharacter], isNegated: true)
    case "s": return ScalarSet(members: [.space])
    case "S": return ScalarSet(members: [.space], isNegated: true)
    case "t": return ScalarSet(members: [.range("\t"..."\t")])
    case "n": return ScalarSet(members: [.range("\n"..."\n")])
    case "r": return ScalarSet(members: [.range("\r"..."\r")])
    case "p": return ScalarSet(members: [.category(try readCategory())])
    case "P": return ScalarSet(members: [.category(try readCategory())], isNegated: true)
    default:
      // Letters and digits mean something; other characters mean themselves.
      guard next.isASCII, !isLetterOrDigit(next) else { throw Unknown() }
      return ScalarSet(members: [.range(next...next)])
    }
  }

  private mutating func readCategory() throws -> String {
    guard skip("{"), let first = rest.popFirst(), "LMNPSZC".unicodeScalars.contains(first) else {
      throw Unknown()
    }
    var name = String(first)
    if let second = rest.first, "a"..."z" ~= second {
      name.unicodeScalars.append(second)
      rest.removeFirst()
    }
    guard skip("}") else { throw Unknown() }
    return name
  }

  // MARK: - Classes

  private mutating func readClass() throws -> ScalarSet {
    var set = ScalarSet(members: [], isNegated: skip("^"))
    while !skip("]") {
      let first = try readClassMember()
      guard rest.first == "-", rest.dropFirst().first != "]" else {
        set.members +=
          first.isNegated ? [.complement(ScalarSet(members: first.members))] : first.members
        continue
      }
      rest.removeFirst()
      let last = try readClassMember()
      guard let start = first.onlyScalar, let end = last.onlyScalar, start <= end else {
        throw Unknown()
      }
      set.members.append(.range(start...end))
    }
    guard !set.members.isEmpty else { throw Unknown() }
    return set
  }

  private mutating func readClassMember() throws -> ScalarSet {
    guard let next = rest.popFirst() else { throw Unknown() }
    switch next {
    case "\\": return try readEscape()
    // Sets of sets, and `]` or `-` where their meaning differs from one dialect to the next.
    case "[", "&", "~", "]": throw Unknown()
    case "-":
      guard rest.first == "]" else { throw Unknown() }
      return ScalarSet(members: [.range("-"..."-")])
    default: return ScalarSet(members: [.range(next...next)])
    }
  }

  private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    "0"..."9" ~= scalar || "a"..."z" ~= scalar || "A"..."Z" ~= scalar
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }
}

extension ScalarSet {
  /// The scalar of a set that holds one and no other.
  fileprivate var onlyScalar: Unicode.Scalar? {
    guard !isNegated, members.count == 1, case .range(let range) = members[0],
      range.lowerBound == range.upperBound
    else { return nil }
    return range.lowerBound
  }
}
