/// Texts as sequences of Unicode scalars.
enum Text {
  /// Whether two texts are the same but for case and for which space stands between words.
  static func areEquivalent(_ left: String, _ right: String) -> Bool {
    var left = left
    var right = right
    let isSame = left.withUTF8 { left in right.withUTF8 { areEquivalent(left, $0) } }
    return isSame ?? normalized(left).elementsEqual(normalized(right))
  }

  /// The same for texts of ASCII; nil where one is not, before they differ.
  private static func areEquivalent(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    for place in 0..<min(left.count, right.count) {
      guard left[place] < 128, right[place] < 128 else { return nil }
      if normalized(left[place]) != normalized(right[place]) { return false }
    }
    let rest = left.count > right.count ? left[right.count...] : right[left.count...]
    return rest.contains { $0 >= 128 } ? nil : rest.isEmpty
  }

  private static func normalized(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 65...90: byte + 32
    case 0x09...0x0D: 0x20
    default: byte
    }
  }

  /// The scalars by which texts are equivalent: without case, and a space for each white space.
  static func normalized(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        scalars.append(" ")
      } else if scalar.isASCII {
        scalars.append(scalar.lowercasedASCII)
      } else {
        scalars.append(contentsOf: scalar.withoutCase)
      }
    }
    return scalars
  }

  /// How many scalars some bytes of UTF-8 are.
  static func scalarCount(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

extension Unicode.Scalar {
  /// The scalars that stand for a letter whatever its case.
  ///
  /// By way of the upper case, since a letter may have several lower ones, as the sigma has. The `i`
  /// without a dot is a letter of its own, though its upper case is the usual `I`.
  fileprivate var withoutCase: [Unicode.Scalar] {
    guard value != 0x131 else { return [self] }
    return properties.uppercaseMapping.unicodeScalars.flatMap {
      Array($0.properties.lowercaseMapping.unicodeScalars)
    }
  }

  /// The lower-case letter of an upper-case one of ASCII.
  var lowercasedASCII: Unicode.Scalar {
    65...90 ~= value ? Unicode.Scalar(UInt8(value) + 32) : self
  }
}
