extension FHIRPathError {
  /// What is wrong with an expression.
  public enum Reason: Equatable, Sendable {
    // MARK: - Syntax

    /// Something stands where it cannot; the text says what was expected.
    case unexpected(found: String, expected: String)
    /// A string, a quoted name or a comment is not closed.
    case unterminated(String)
    /// A character that begins nothing in FHIRPath.
    case unknownCharacter(String)
    /// A `\u` escape that is not four hexadecimal digits or is half of a pair.
    case invalidEscape
    /// A date, a time or a number that does not exist or is written wrong.
    case invalidLiteral(String)
    /// Parts lie deeper within each other than the limit.
    case tooDeep(limit: Int)
    /// The text is longer than the limit, in bytes.
    case tooLong(limit: Int)

    // MARK: - Semantic

    /// No function has this name.
    case unknownFunction(String)
    /// The function takes another number of arguments.
    case wrongArgumentCount(function: String, expected: String)
    /// No type has this name.
    case unknownType(String)
    /// The type has no such element; strict evaluation only.
    case unknownElement(String, type: String)
    /// No variable has this name here.
    case unknownVariable(String)
    /// `%terminologies` has no such function here; nil when none is called.
    case terminologyFunction(String?)
    /// The variable is defined already or its name is reserved.
    case redefinedVariable(String)
    /// The order of a collection without order is used; strict evaluation only.
    case unorderedCollection(function: String)
    /// An argument has to be a literal.
    case literalExpected(function: String)

    // MARK: - Execution

    /// One item was expected where there are several.
    case severalItems(use: String)
    /// A value has a type that the operation does not take.
    case wrongType(found: String, expected: String)
    /// An operator does not take operands of these types.
    case wrongOperands(operator: String, left: String, right: String)
    /// A unit that cannot be added to a date or time.
    case wrongUnit(String)
    /// The pattern is not a regular expression that is understood.
    case invalidPattern(String)
    /// A function needs the host, and the host does not have it.
    case missingHostFunction(String)
    /// The host could not do what it was asked.
    case hostFailure(function: String, message: String)
    /// A profile, a coding scheme or the like that is not known.
    case unknownArgument(function: String, value: String)

    // MARK: - Limits

    /// The evaluation took more steps than the limit.
    case tooManySteps(limit: Int)
    /// A collection has more items than the limit.
    case tooManyItems(limit: Int)
    /// A text is longer than the limit, in bytes.
    case tooMuchText(limit: Int)
    /// A regular expression took more steps than the limit.
    case patternTooSlow(limit: Int)

    /// When this kind of error is found.
    public var phase: Phase {
      switch self {
      case .unexpected, .unterminated, .unknownCharacter, .invalidEscape, .invalidLiteral,
        .tooDeep, .tooLong:
        .syntax
      case .unknownFunction, .wrongArgumentCount, .unknownType, .unknownElement, .unknownVariable,
        .terminologyFunction, .redefinedVariable, .unorderedCollection, .literalExpected:
        .semantic
      case .severalItems, .wrongType, .wrongOperands, .wrongUnit, .invalidPattern,
        .missingHostFunction, .hostFailure, .unknownArgument, .tooManySteps, .tooManyItems,
        .tooMuchText, .patternTooSlow:
        .execution
      }
    }
  }
}

extension FHIRPathError.Reason: CustomStringConvertible {
  /// What is wrong and how to mend it, without the place.
  public var description: String {
    switch self {
    case .unexpected(let found, let expected): "expected \(expected), found \(found)"
    case .unterminated(let what): "this \(what) is not closed; close it"
    case .unknownCharacter(let character): "\(character) means nothing here; remove it"
    case .invalidEscape: "this \\u escape is wrong; write \\u and four hexadecimal digits"
    case .invalidLiteral(let advice): advice
    case .tooDeep(let limit): "parts lie more than \(limit) deep within each other; split it"
    case .tooLong(let limit): "the expression is longer than \(limit) bytes; split it"
    default: meaningDescription
    }
  }

  private var meaningDescription: String {
    switch self {
    case .unknownFunction(let name): "there is no function \(name)(); check its name"
    case .wrongArgumentCount(let function, let expected): "\(function)() takes \(expected)"
    case .unknownType(let name): "there is no type \(name); check its name"
    case .unknownElement(let name, let type): "\(type) has no element \(name); check its name"
    case .unknownVariable(let name): "there is no variable %\(name) here; define it first"
    case .terminologyFunction(let name):
      (name.map { "%terminologies has no \($0)() here" } ?? "%terminologies is no value")
        + "; use %terminologies.lookup(coding), or coding.memberOf('url')"
    case .redefinedVariable(let name): "%\(name) is taken already; choose another name"
    case .unorderedCollection(let function):
      "\(function)() needs an order, and children have none; name the element instead"
    case .literalExpected(let function): "\(function)() needs a literal in quotes here"
    default: executionDescription
    }
  }

  private var executionDescription: String {
    switch self {
    case .severalItems(let use):
      "\(use) takes one item and there are several; choose one, as with first()"
    case .wrongType(let found, let expected): "expected \(expected), found \(found)"
    case .wrongOperands(let name, let left, let right):
      "\(name) does not take \(left) and \(right); convert one of them"
    case .wrongUnit(let unit):
      "\(unit) cannot be added to a date or time; use a word such as days or months"
    case .invalidPattern(let problem): "this is not a regular expression: \(problem)"
    case .missingHostFunction(let name): "\(name)() needs data that is not at hand here"
    case .hostFailure(let function, let message): "\(function)() failed: \(message)"
    case .unknownArgument(let function, let value): "\(function)() does not know \(value)"
    case .tooManySteps(let limit): "the evaluation takes more than \(limit) steps; simplify it"
    case .tooManyItems(let limit): "a collection grows beyond \(limit) items; narrow it"
    case .tooMuchText(let limit): "a text grows beyond \(limit) bytes; shorten it"
    case .patternTooSlow(let limit):
      "the regular expression takes more than \(limit) steps; simplify it"
    default: ""
    }
  }
}
