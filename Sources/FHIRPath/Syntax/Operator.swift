/// An operator of two operands.
public enum Operator: UInt8, Sendable, CaseIterable {
  /// `*`
  case multiply
  /// `/`
  case divide
  /// `div`
  case wholeDivide
  /// `mod`
  case modulo
  /// `+`
  case add
  /// `-`
  case subtract
  /// `&`
  case concatenate
  /// `is`
  case isType
  /// `as`
  case asType
  /// `|`
  case union
  /// `<`
  case less
  /// `<=`
  case lessOrEqual
  /// `>`
  case greater
  /// `>=`
  case greaterOrEqual
  /// `=`
  case equal
  /// `!=`
  case notEqual
  /// `~`
  case equivalent
  /// `!~`
  case notEquivalent
  /// `in`
  case within
  /// `contains`
  case contains
  /// `and`
  case and
  /// `or`
  case or
  /// `xor`
  case exclusiveOr
  /// `implies`
  case implies

  /// The operator as it is written.
  public var symbol: String {
    switch self {
    case .multiply: "*"
    case .divide: "/"
    case .wholeDivide: "div"
    case .modulo: "mod"
    case .add: "+"
    case .subtract: "-"
    case .concatenate: "&"
    case .isType: "is"
    case .asType: "as"
    case .union: "|"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .equal: "="
    case .notEqual: "!="
    case .equivalent: "~"
    case .notEquivalent: "!~"
    case .within: "in"
    case .contains: "contains"
    case .and: "and"
    case .or: "or"
    case .exclusiveOr: "xor"
    case .implies: "implies"
    }
  }

  /// How tightly it binds; a greater number binds first.
  var precedence: UInt8 {
    switch self {
    case .multiply, .divide, .wholeDivide, .modulo: 11
    case .add, .subtract, .concatenate: 10
    case .isType, .asType: 9
    case .union: 8
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 7
    case .equal, .notEqual, .equivalent, .notEquivalent: 6
    case .within, .contains: 5
    case .and: 4
    case .or, .exclusiveOr: 3
    case .implies: 2
    }
  }
}
