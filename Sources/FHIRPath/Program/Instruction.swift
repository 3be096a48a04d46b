/// A step of a compiled expression; it refers to others by number.
struct Instruction: Sendable {
  enum Code: UInt8, Sendable {
    /// Nothing.
    case empty
    /// A constant; `detail` is its number.
    case constant
    /// What the expression or the argument is evaluated on.
    case this
    case index
    case total
    /// A variable defined in the expression; `detail` is its number.
    case variable
    /// A variable from outside; `detail` is the number of its name.
    case environment
    case resource
    case rootResource
    case context
    /// An element; `detail` is the number of its name in the type table.
    case member
    /// An element that no type in the table has; `detail` is the number of its name.
    case otherMember
    /// `$this` if it is of a type, which is `detail`.
    case rootType
    case indexer
    case negate
    case identity
    case binary
    /// `is` and `as`; `detail` is the type.
    case isType
    case asType
    case function
    /// Whether an element of `$this` is one text; `detail` is the name, `argument` the constant.
    case memberIsText
    /// The items that `first` gives, where their `linkId` is a text; `argument` compares it.
    case linkedItems
    /// An instance of a type; `detail` is the number of its name.
    case instance
    /// `name: value` in an instance.
    case instanceElement
  }

  var code: Code
  var symbol: Operator = .add
  var function: Function = .empty
  /// Whether a sort key descends.
  var isReversed = false
  /// The input or the left operand, or -1.
  var first: Int32 = -1
  /// The first argument or the right operand, or -1.
  var argument: Int32 = -1
  /// The next argument, or -1.
  var next: Int32 = -1
  var detail: Int32 = 0
  var start: UInt32 = 0
  var end: UInt32 = 0
}
