/// Texts as sequences of Unicode scalars.
enum Text {
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

  /// Where a text occurs in another, in bytes, from a place on; nil when it does not.
  static func firstRange(
    of wanted: [UInt8], in text: [UInt8], from start: Int = 0
  ) -> Range<Int>? {
    guard wanted.count <= text.count - start else { return nil }
    guard let first = wanted.first else { return start..<start }
    for place in start...(text.count - wanted.count)
    where text[place] == first && text[place..<place + wanted.count].elementsEqual(wanted) {
      return place..<place + wanted.count
    }
    return nil
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
