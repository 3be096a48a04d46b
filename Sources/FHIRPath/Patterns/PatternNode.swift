/// A part of a regular expression.
indirect enum PatternNode: Sendable {
  /// Something that takes nothing and holds at some places only.
  enum Assertion: Sendable {
    case textStart
    case textEnd
    case lineStart
    case lineEnd
    case wordBoundary
    case noWordBoundary
  }

  /// One scalar.
  case scalar(ScalarSet)
  /// One part after the other.
  case sequence([PatternNode])
  /// Any of the parts, the first one preferred.
  case alternatives([PatternNode])
  /// A part whose text is kept, by its number.
  case group(PatternNode, number: Int)
  /// A part so many times; without a greatest number any number of times.
  case repeated(PatternNode, least: Int, most: Int?, isLazy: Bool)
  case assertion(Assertion)
  /// Whether the text from here on starts like this; groups within it keep nothing.
  case lookAhead(PatternNode, isNegated: Bool)
}
