/// A set of Unicode scalars, as in brackets.
struct ScalarSet: Sendable {
  /// Something that a scalar can belong to.
  enum Member: Sendable {
    case range(ClosedRange<Unicode.Scalar>)
    case word
    case space
    case lineEnd
    /// The general categories whose names start like this, such as `L` or `Lu`.
    case category(String)
    case complement([Member])
  }

  let members: [Member]
  let isNegated: Bool
  let ignoresCase: Bool
  /// Which scalars of ASCII belong to it, a bit each.
  let asciiBits: (low: UInt64, high: UInt64)

  init(_ members: [Member], isNegated: Bool = false, ignoresCase: Bool = false) {
    self.members = members
    self.isNegated = isNegated
    self.ignoresCase = ignoresCase
    var bits: (low: UInt64, high: UInt64) = (0, 0)
    for byte in UInt8(0)..<128
    where Self.contains(members, Unicode.Scalar(byte), ignoresCase) != isNegated {
      if byte < 64 { bits.low |= 1 << byte } else { bits.high |= 1 << (byte - 64) }
    }
    asciiBits = bits
  }

  init(_ scalar: Unicode.Scalar, ignoresCase: Bool = false) {
    self.init([.range(scalar...scalar)], ignoresCase: ignoresCase)
  }

  /// Whether a scalar belongs to it; slower than the bits of those of ASCII.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    Self.contains(members, scalar, ignoresCase) != isNegated
  }

  private static func contains(
    _ members: [Member], _ scalar: Unicode.Scalar, _ ignoresCase: Bool
  ) -> Bool {
    if contains(members, scalar) { return true }
    guard ignoresCase else { return false }
    let properties = scalar.properties
    return [properties.lowercaseMapping, properties.uppercaseMapping].contains { mapping in
      // A letter that becomes several, such as ß, is like no other.
      guard let other = mapping.unicodeScalars.first, mapping.unicodeScalars.count == 1 else {
        return false
      }
      return contains(members, other)
    }
  }

  private static func contains(_ members: [Member], _ scalar: Unicode.Scalar) -> Bool {
    members.contains { member in
      switch member {
      case .range(let range): range.contains(scalar)
      case .word: isWordCharacter(scalar)
      case .space: scalar.properties.isWhitespace
      case .lineEnd:
        (0x0A...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
      case .category(let name): scalar.properties.generalCategory.abbreviation.hasPrefix(name)
      case .complement(let members): !contains(members, scalar)
      }
    }
  }

  /// Letters of any script, marks on them, digits, and what connects words (UTS 18, annex C).
  static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return Lexer.isLetterOrDigit(UInt8(scalar.value)) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return properties.isAlphabetic || properties.isJoinControl
    }
  }

  // MARK: - Sets with names

  private static let digits: [Member] = [.range("0"..."9")]

  /// The set that a letter behind a backslash means.
  static func named(_ letter: Unicode.Scalar) -> Member? {
    switch letter {
    case "d": .range("0"..."9")
    case "D": .complement(digits)
    case "w": .word
    case "W": .complement([.word])
    case "s": .space
    case "S": .complement([.space])
    default: nil
    }
  }

  /// The set that a name of POSIX means, as in `[[:alpha:]]`.
  static func posix(_ name: String) -> [Member]? {
    switch name {
    case "alpha": [.category("L")]
    case "digit": digits
    case "alnum": [.category("L")] + digits
    case "upper": [.category("Lu")]
    case "lower": [.category("Ll")]
    case "space": [.space]
    case "blank": [.range(" "..." "), .range("\t"..."\t")]
    case "punct": [.category("P"), .category("S")]
    case "xdigit": digits + [.range("a"..."f"), .range("A"..."F")]
    case "word": [.word]
    default: nil
    }
  }
}

extension Unicode.GeneralCategory {
  /// The two letters that stand for the category (Unicode 15, table 4-4).
  fileprivate var abbreviation: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: ""
    }
  }
}
