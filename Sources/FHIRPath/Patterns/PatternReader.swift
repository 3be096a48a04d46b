/// Reads the text of a regular expression.
struct PatternReader {
  let scalars: [Unicode.Scalar]
  var offset = 0
  var options: Pattern.Options
  private var depth = 0
  private(set) var groupCount = 0
  private(set) var groupNames: [String: Int] = [:]

  /// The greatest length, in Unicode scalars.
  private static let longest = 10_000
  /// How deep groups may lie within each other.
  private static let deepest = 100
  /// The greatest count in braces.
  private static let greatestCount = 10_000

  init(_ text: String, options: Pattern.Options) {
    scalars = Array(text.unicodeScalars)
    self.options = options
  }

  mutating func read() throws(Pattern.Problem) -> PatternNode {
    guard scalars.count <= Self.longest else {
      throw Pattern.Problem(advice: "it is longer than \(Self.longest) characters; shorten it")
    }
    let node = try alternatives()
    guard offset == scalars.count else {
      throw Pattern.Problem(advice: "a ) has no ( before it; write \\) for a parenthesis")
    }
    return node
  }

  // MARK: - Characters

  var current: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    offset += 1
    return true
  }

  mutating func skip(text: String) -> Bool {
    guard scalars[offset...].starts(with: text.unicodeScalars) else { return false }
    offset += text.unicodeScalars.count
    return true
  }

  func text(from start: Int) -> String {
    String(String.UnicodeScalarView(scalars[start..<offset]))
  }

  private mutating func skipSpace() {
    guard options.contains(.ignoresSpace) else { return }
    while let scalar = current, scalar.properties.isWhitespace || scalar == "#" {
      offset += 1
      guard scalar == "#" else { continue }
      while let next = current, next != "\n" { offset += 1 }
    }
  }

  // MARK: - Structure

  private mutating func alternatives() throws(Pattern.Problem) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw Pattern.Problem(advice: "groups lie too deep within each other; flatten them")
    }
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(Pattern.Problem) -> PatternNode {
    var nodes: [PatternNode] = []
    skipSpace()
    while let scalar = current, scalar != "|", scalar != ")" {
      if try !readOptions() { nodes.append(try repetition(of: try atom())) }
      skipSpace()
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  /// Reads `(?i)`, which holds to the end of the group in which it stands.
  private mutating func readOptions() throws(Pattern.Problem) -> Bool {
    let start = offset
    guard skip(text: "(?"), let changed = changedOptions(), skip(")") else {
      offset = start
      return false
    }
    options = changed
    return true
  }

  /// Reads letters that switch options on, and off behind a `-`.
  private mutating func changedOptions() -> Pattern.Options? {
    var changed = options
    var isOn = true
    let start = offset
    while let scalar = current {
      if let option = Pattern.Options(flag: scalar) {
        if isOn { changed.insert(option) } else { changed.remove(option) }
      } else if scalar == "-", isOn {
        isOn = false
      } else {
        break
      }
      offset += 1
    }
    return offset > start ? changed : nil
  }

  private mutating func repetition(of atom: PatternNode) throws(Pattern.Problem) -> PatternNode {
    skipSpace()
    guard let (least, most) = try quantifier() else { return atom }
    let isLazy = skip("?")
    if !isLazy, current == "+" {
      throw Pattern.Problem(advice: "possessive repetition is not supported; remove the last +")
    }
    skipSpace()
    if try quantifier() != nil {
      throw Pattern.Problem(advice: "two repetitions follow each other; put the first in a group")
    }
    return .repeated(atom, least: least, most: most, isLazy: isLazy)
  }

  private mutating func quantifier() throws(Pattern.Problem) -> (Int, Int?)? {
    switch current {
    case "*":
      offset += 1
      return (0, nil)
    case "+":
      offset += 1
      return (1, nil)
    case "?":
      offset += 1
      return (0, 1)
    case "{": return try counts()
    default: return nil
    }
  }

  private mutating func counts() throws(Pattern.Problem) -> (Int, Int?)? {
    let start = offset
    offset += 1
    let least = number()
    let isRange = skip(",")
    let most = isRange ? number() : least
    guard let least, skip("}") else {
      // A brace that counts nothing stands for itself.
      offset = start
      return nil
    }
    guard least <= most ?? least, max(least, most ?? 0) <= Self.greatestCount else {
      throw Pattern.Problem(
        advice: "a count in braces is wrong; write {2} or {2,5}, at most \(Self.greatestCount)")
    }
    return (least, most)
  }

  /// Reads a number; one that is far too large is as good as the largest.
  private mutating func number() -> Int? {
    let start = offset
    while let scalar = current, "0"..."9" ~= scalar { offset += 1 }
    return offset == start ? nil : Int(text(from: start)) ?? .max
  }

  private mutating func atom() throws(Pattern.Problem) -> PatternNode {
    guard let scalar = current else { throw Pattern.Problem(advice: "it ends too early") }
    offset += 1
    switch scalar {
    case ".":
      return .scalar(
        ScalarSet(options.contains(.dotTakesLineEnds) ? [] : [.lineEnd], isNegated: true))
    case "^": return .assertion(options.contains(.isMultiline) ? .lineStart : .textStart)
    case "$": return .assertion(options.contains(.isMultiline) ? .lineEnd : .textEnd)
    case "(": return try group()
    case "[": return .scalar(try set())
    case "\\": return try escape()
    case "*", "+", "?":
      throw Pattern.Problem(
        advice: "\(scalar) has nothing before it to repeat; write \\\(scalar) for the character")
    default: return .scalar(ScalarSet(scalar, ignoresCase: options.contains(.ignoresCase)))
    }
  }

  // MARK: - Groups

  private mutating func group() throws(Pattern.Problem) -> PatternNode {
    let outer = options
    defer { options = outer }
    guard skip("?") else { return try numberedGroup(name: nil) }
    if skip(":") { return try restOfGroup() }
    if skip("=") { return .lookAhead(try restOfGroup(), isNegated: false) }
    if skip("!") { return .lookAhead(try restOfGroup(), isNegated: true) }
    if skip(text: "<=") || skip(text: "<!") {
      throw Pattern.Problem(advice: "looking behind is not supported; match the text itself")
    }
    if skip("<") || skip(text: "P<") { return try numberedGroup(name: try groupName()) }
    if let changed = changedOptions(), skip(":") {
      options = changed
      return try restOfGroup()
    }
    throw Pattern.Problem(advice: "this kind of group is not supported; use ( ) or (?: )")
  }

  private mutating func numberedGroup(name: String?) throws(Pattern.Problem) -> PatternNode {
    groupCount += 1
    let number = groupCount
    if let name {
      guard groupNames.updateValue(number, forKey: name) == nil else {
        throw Pattern.Problem(advice: "two groups have the name \(name); change one")
      }
    }
    return .group(try restOfGroup(), number: number)
  }

  private mutating func restOfGroup() throws(Pattern.Problem) -> PatternNode {
    let inner = try alternatives()
    guard skip(")") else {
      throw Pattern.Problem(advice: "a ( has no ) after it; write \\( for a parenthesis")
    }
    return inner
  }

  private mutating func groupName() throws(Pattern.Problem) -> String {
    let start = offset
    while let scalar = current, ScalarSet.isWordCharacter(scalar) { offset += 1 }
    let name = text(from: start)
    guard !name.isEmpty, skip(">") else {
      throw Pattern.Problem(advice: "the name of a group is wrong; write (?<name>…)")
    }
    return name
  }
}
