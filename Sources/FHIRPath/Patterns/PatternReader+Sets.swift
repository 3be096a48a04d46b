extension PatternReader {
  // MARK: - Escapes

  /// Reads what stands behind a backslash outside of brackets.
  mutating func escape() throws(Pattern.Problem) -> PatternNode {
    guard let scalar = current else {
      throw Pattern.Problem(advice: "a backslash stands at the end; write \\\\ for a backslash")
    }
    switch scalar {
    case "b", "B":
      offset += 1
      return .assertion(scalar == "b" ? .wordBoundary : .noWordBoundary)
    case "A":
      offset += 1
      return .assertion(.textStart)
    case "z", "Z":
      offset += 1
      return .assertion(.textEnd)
    case "1"..."9", "k":
      throw Pattern.Problem(
        advice: "a reference back to a group is not supported; write out what may stand there")
    default:
      return .scalar(ScalarSet([try member()], ignoresCase: options.contains(.ignoresCase)))
    }
  }

  /// Reads a set or a scalar that is written with a backslash.
  private mutating func member() throws(Pattern.Problem) -> ScalarSet.Member {
    guard let scalar = current else {
      throw Pattern.Problem(advice: "a backslash stands at the end; write \\\\ for a backslash")
    }
    offset += 1
    if let named = ScalarSet.named(scalar) { return named }
    switch scalar {
    case "p": return .category(try category())
    case "P": return .complement([.category(try category())])
    default:
      let meant = try escaped(scalar)
      return .range(meant...meant)
    }
  }

  private mutating func escaped(
    _ scalar: Unicode.Scalar
  ) throws(Pattern.Problem) -> Unicode.Scalar {
    switch scalar {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "f": return "\u{0C}"
    case "v": return "\u{0B}"
    case "0": return "\u{00}"
    case "u", "x": return try hexadecimal(letter: scalar)
    default:
      // Letters and digits mean something, or will; other characters mean themselves.
      guard !(scalar.isASCII && scalar != "_" && ScalarSet.isWordCharacter(scalar)) else {
        throw Pattern.Problem(advice: "\\\(scalar) has no meaning here; remove the backslash")
      }
      return scalar
    }
  }

  /// Reads the digits of `\u00E9`, `\xE9` and `\x{1F600}`.
  private mutating func hexadecimal(
    letter: Unicode.Scalar
  ) throws(Pattern.Problem) -> Unicode.Scalar {
    let isBraced = skip("{")
    let start = offset
    let most = isBraced ? 6 : letter == "u" ? 4 : 2
    while offset - start < most, let scalar = current, scalar.properties.isASCIIHexDigit {
      offset += 1
    }
    guard isBraced || offset - start == most, let value = UInt32(text(from: start), radix: 16),
      let result = Unicode.Scalar(value), !isBraced || skip("}")
    else {
      throw Pattern.Problem(advice: "a \\\(letter) escape lacks its digits; write \\u00E9")
    }
    return result
  }

  /// Reads the name in `\p{Lu}` or `\pL`.
  private mutating func category() throws(Pattern.Problem) -> String {
    let isBraced = skip("{")
    let start = offset
    while let scalar = current, scalar != "}", isBraced || offset == start { offset += 1 }
    let name = text(from: start)
    let isKnown = Self.categories.contains { $0.hasPrefix(name) }
    guard !name.isEmpty, isKnown, !isBraced || skip("}") else {
      throw Pattern.Problem(
        advice: "\\p{\(name)} is not supported; name a general category, as in \\p{L} or \\p{Lu}")
    }
    return name
  }

  private static let categories = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  // MARK: - Brackets

  /// Reads what stands behind an opening bracket.
  mutating func set() throws(Pattern.Problem) -> ScalarSet {
    let isNegated = skip("^")
    var members: [ScalarSet.Member] = []
    var isFirst = true
    while let scalar = current, scalar != "]" || isFirst {
      isFirst = false
      if scalar == "&", offset + 1 < scalars.count, scalars[offset + 1] == "&" {
        throw Pattern.Problem(advice: "&& in brackets is not supported; write out the characters")
      }
      members += try setMembers()
    }
    guard skip("]") else {
      throw Pattern.Problem(advice: "a [ has no ] after it; write \\[ for a bracket")
    }
    return ScalarSet(
      members, isNegated: isNegated, ignoresCase: options.contains(.ignoresCase))
  }

  private mutating func setMembers() throws(Pattern.Problem) -> [ScalarSet.Member] {
    if let members = try posixMembers() { return members }
    let first = try setMember()
    guard case .range(let low) = first, current == "-", offset + 1 < scalars.count,
      scalars[offset + 1] != "]"
    else { return [first] }
    offset += 1
    guard case .range(let high) = try setMember() else {
      throw Pattern.Problem(advice: "a range ends in a set; write \\- for a minus sign")
    }
    guard low.lowerBound <= high.lowerBound else {
      throw Pattern.Problem(
        advice: "the range \(low.lowerBound)-\(high.lowerBound) runs backwards; turn it round")
    }
    return [.range(low.lowerBound...high.lowerBound)]
  }

  private mutating func setMember() throws(Pattern.Problem) -> ScalarSet.Member {
    guard let scalar = current else {
      throw Pattern.Problem(advice: "a [ has no ] after it; write \\[ for a bracket")
    }
    offset += 1
    guard scalar == "\\" else { return .range(scalar...scalar) }
    // In brackets, \b is the character that goes back.
    if skip("b") { return .range("\u{08}"..."\u{08}") }
    return try member()
  }

  /// Reads `[:alpha:]`; nil where a bracket is only a bracket.
  private mutating func posixMembers() throws(Pattern.Problem) -> [ScalarSet.Member]? {
    let start = offset
    guard skip(text: "[:") else { return nil }
    let isNegated = skip("^")
    let nameStart = offset
    while let scalar = current, scalar.isASCII, scalar.properties.isAlphabetic { offset += 1 }
    let name = text(from: nameStart)
    guard skip(text: ":]") else {
      offset = start
      return nil
    }
    guard let members = ScalarSet.posix(name) else {
      throw Pattern.Problem(advice: "[:\(name):] is not the name of a set; write [:alpha:]")
    }
    return isNegated ? [.complement(members)] : members
  }
}
