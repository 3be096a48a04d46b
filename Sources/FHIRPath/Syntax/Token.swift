/// A word of an expression: what it is and where it lies.
struct Token {
  enum Kind: UInt8 {
    case end
    case identifier
    case quotedIdentifier
    case string
    case integer
    case long
    case decimal
    case date
    case dateTime
    case time
    /// `%name`, `%'name'` or `` %`name` ``
    case variable
    /// `$this`, `$index` or `$total`
    case this
    case index
    case total
    case dot
    case comma
    case openParenthesis
    case closeParenthesis
    case openBracket
    case closeBracket
    case openBrace
    case closeBrace
    case colon
    /// An operator that is no word.
    case symbol
  }

  var kind: Kind
  /// Which operator, for a symbol.
  var symbol: Operator = .add
  var start: Int
  var end: Int
}
