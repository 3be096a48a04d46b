/// A part of a regular expression that describes a regular language.
indirect enum PatternNode {
  /// One character.
  case scalar(ScalarSet)
  /// One part after the other.
  case sequence([PatternNode])
  /// Any of the parts.
  case alternatives([PatternNode])
  /// A part so many times; without a greatest number any number of times.
  case repeated(PatternNode, least: Int, most: Int?)
  /// Nothing, at the start of the text.
  case start
  /// Nothing, at the end of the text.
  case end
}

/// A set of Unicode scalars.
struct ScalarSet {
  /// Something that a scalar can belong to.
  enum Member {
    case range(ClosedRange<Unicode.Scalar>)
    case digit
    case wordCharacter
    case space
    case lineBreak
    /// The general categories whose names start like this, such as `L` or `Lu`.
    case category(String)
    case complement(ScalarSet)
  }

  var members: [Member]
  var isNegated = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    members.contains { Self.contains($0, scalar) } != isNegated
  }

  private static func contains(_ member: Member, _ scalar: Unicode.Scalar) -> Bool {
    switch member {
    case .range(let range): range.contains(scalar)
    case .digit: scalar.properties.generalCategory == .decimalNumber
    case .wordCharacter: isWordCharacter(scalar)
    case .space: scalar.properties.isWhitespace
    case .lineBreak:
      (0x0A...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    case .category(let name): scalar.properties.generalCategory.abbreviation.hasPrefix(name)
    case .complement(let set): !set.contains(scalar)
    }
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return properties.isAlphabetic || properties.isJoinControl
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
