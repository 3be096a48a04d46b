/// Reads the text of a regular expression.
struct PatternReader {
  private let scalars: [Unicode.Scalar]
  private var offset = 0
  private var depth = 0
  private(set) var groupCount = 0
  private(set) var groupNames: [String: Int] = [:]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func read() throws(Pattern.Problem) -> Pattern.Node {
    let node = try alternatives()
    guard offset == scalars.count else {
      throw Pattern.Problem(advice: "a ) has no ( before it")
    }
    return node
  }

  private var current: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    offset += 1
    return true
  }

  private mutating func skip(text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[offset...].starts(with: wanted) else { return false }
    offset += wanted.count
    return true
  }

  private mutating func alternatives() throws(Pattern.Problem) -> Pattern.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else { throw Pattern.Problem(advice: "groups lie too deep; flatten them") }
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(Pattern.Problem) -> Pattern.Node {
    var nodes: [Pattern.Node] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      nodes.append(try repetition(of: try atom()))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func repetition(
    of atom: Pattern.Node
  ) throws(Pattern.Problem) -> Pattern.Node {
    var node = atom
    while let (least, most) = try quantifier() {
      let isLazy = skip("?")
      // Possessive repetition is taken as greedy.
      if !isLazy { _ = skip("+") }
      node = .repetition(node, least: least, most: most, isLazy: isLazy)
    }
    return node
  }

  private mutating func quantifier() throws(Pattern.Problem) -> (Int, Int)? {
    switch current {
    case "*":
      offset += 1
      return (0, .max)
    case "+":
      offset += 1
      return (1, .max)
    case "?":
      offset += 1
      return (0, 1)
    case "{": return try counts()
    default: return nil
    }
  }

  private mutating func counts() throws(Pattern.Problem) -> (Int, Int)? {
    let start = offset
    offset += 1
    let least = number()
    let isRange = skip(",")
    let most = number()
    guard let least, skip("}") else {
      // A brace that counts nothing stands for itself.
      offset = start
      return nil
    }
    let range = (least, isRange ? most ?? .max : least)
    guard range.0 <= range.1, range.0 <= 1000 else {
      throw Pattern.Problem(advice: "a count in braces is wrong; write {2} or {2,5}")
    }
    return range
  }

  private mutating func number() -> Int? {
    let start = offset
    while let scalar = current, "0"..."9" ~= scalar { offset += 1 }
    return Int(String(String.UnicodeScalarView(scalars[start..<offset])))
  }

  private mutating func atom() throws(Pattern.Problem) -> Pattern.Node {
    guard let scalar = current else { throw Pattern.Problem(advice: "it ends too early") }
    offset += 1
    switch scalar {
    case ".": return .any
    case "^": return .start
    case "$": return .end
    case "(": return try group()
    case "[": return .set(try set())
    case "\\": return try escape()
    case "*", "+", "?": throw Pattern.Problem(advice: "\(scalar) has nothing before it to repeat")
    default: return .scalar(scalar)
    }
  }

  private mutating func group() throws(Pattern.Problem) -> Pattern.Node {
    var number: Int?
    var look: Bool?
    if skip(text: "?:") {
    } else if skip(text: "?=") {
      look = false
    } else if skip(text: "?!") {
      look = true
    } else if skip(text: "?<=") || skip(text: "?<!") {
      throw Pattern.Problem(advice: "looking behind is not understood; match the text itself")
    } else {
      groupCount += 1
      number = groupCount
      if skip(text: "?<") || skip(text: "?P<") { try readName(of: groupCount) }
    }
    let inner = try alternatives()
    guard skip(")") else { throw Pattern.Problem(advice: "a ( has no ) after it") }
    if let look { return .lookAhead(inner, isNegated: look) }
    return number.map { .group(inner, number: $0) } ?? inner
  }

  private mutating func readName(of group: Int) throws(Pattern.Problem) {
    let start = offset
    while let scalar = current, scalar != ">" {
      _ = scalar
      offset += 1
    }
    groupNames[String(String.UnicodeScalarView(scalars[start..<offset]))] = group
    guard skip(">") else { throw Pattern.Problem(advice: "the name of a group is not closed") }
  }

  // MARK: - Escapes and sets

  private mutating func escape() throws(Pattern.Problem) -> Pattern.Node {
    guard let scalar = current else {
      throw Pattern.Problem(advice: "a backslash stands at the end; write \\\\ for a backslash")
    }
    if let category = category(scalar) {
      offset += 1
      return .set(ScalarSet(categories: [category]))
    }
    switch scalar {
    case "b", "B":
      offset += 1
      return .boundary(isNegated: scalar == "B")
    case "A":
      offset += 1
      return .start
    case "z", "Z":
      offset += 1
      return .end
    case "1"..."9":
      offset += 1
      return .backReference(Int(scalar.value) - 48)
    default: return .scalar(try escapedScalar())
    }
  }

  private func category(_ scalar: Unicode.Scalar) -> (ScalarSet.Category, isNegated: Bool)? {
    switch scalar {
    case "d": (.digit, false)
    case "D": (.digit, true)
    case "w": (.word, false)
    case "W": (.word, true)
    case "s": (.space, false)
    case "S": (.space, true)
    default: nil
    }
  }

  private mutating func escapedScalar() throws(Pattern.Problem) -> Unicode.Scalar {
    guard let scalar = current else { throw Pattern.Problem(advice: "it ends in a backslash") }
    offset += 1
    switch scalar {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "f": return "\u{0C}"
    case "v": return "\u{0B}"
    case "0": return "\u{00}"
    case "u", "x":
      let length = scalar == "u" ? 4 : 2
      let digits = String(String.UnicodeScalarView(scalars[offset...].prefix(length)))
      guard digits.utf8.count == length, let value = UInt32(digits, radix: 16),
        let result = Unicode.Scalar(value)
      else { throw Pattern.Problem(advice: "a \\\(scalar) escape lacks its digits") }
      offset += length
      return result
    case "p", "P": throw Pattern.Problem(advice: "\\p is not understood; use ranges in brackets")
    default: return scalar
    }
  }

  private mutating func set() throws(Pattern.Problem) -> ScalarSet {
    var set = ScalarSet()
    set.isNegated = skip("^")
    var isFirst = true
    while let scalar = current, scalar != "]" || isFirst {
      isFirst = false
      offset += 1
      var low = scalar
      if scalar == "\\" {
        if let next = current, let category = category(next) {
          offset += 1
          set.categories.append(category)
          continue
        }
        low = try escapedScalar()
      }
      guard current == "-", offset + 1 < scalars.count, scalars[offset + 1] != "]" else {
        set.ranges.append(low...low)
        continue
      }
      offset += 1
      var high = scalars[offset]
      offset += 1
      if high == "\\" { high = try escapedScalar() }
      guard low <= high else {
        throw Pattern.Problem(advice: "the range \(low)-\(high) runs backwards; turn it round")
      }
      set.ranges.append(low...high)
    }
    guard skip("]") else { throw Pattern.Problem(advice: "a [ has no ] after it") }
    return set
  }
}
