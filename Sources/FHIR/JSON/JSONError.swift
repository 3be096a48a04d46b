/// A reason why bytes are not JSON that this program reads.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// The text is longer than the limit, in bytes.
    case tooLarge(limit: Int)
    /// Objects and arrays lie deeper within each other than the limit.
    case tooDeep(limit: Int)
    /// The text ends inside a value.
    case unexpectedEnd
    /// A character stands where it cannot; the text says what was expected there.
    case unexpectedCharacter(expected: String)
    /// Something follows the value that the text holds.
    case trailingText
    /// A name occurs twice in one object.
    case duplicateMember(String)
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// A `\u` escape that is half of a surrogate pair.
    case loneSurrogate
    /// A backslash followed by something that JSON does not know.
    case invalidEscape
    /// A control character that stands in a string without being escaped.
    case controlCharacter
    /// A number that JSON does not allow, such as `01` or `1.`.
    case invalidNumber
  }

  /// What is wrong.
  public let reason: Reason
  /// Where it is wrong.
  public let position: SourcePosition

  /// The error in words: what, where and how to mend it.
  public var description: String { "\(position): \(reason)" }
}

extension JSONError.Reason: CustomStringConvertible {
  /// What is wrong and how to mend it, without the place.
  public var description: String {
    switch self {
    case .tooLarge(let limit):
      "the file is larger than \(limit / 1_048_576) MB; split it into smaller files"
    case .tooDeep(let limit):
      "values lie more than \(limit) deep within each other; flatten them"
    case .unexpectedEnd:
      "the text ends in the middle of a value; a closing quote, brace or bracket is missing"
    case .unexpectedCharacter(let expected): "expected \(expected) here"
    case .trailingText: "text follows the end of the JSON value; remove it"
    case .duplicateMember(let name): "the name \"\(name)\" occurs twice in one object; keep one"
    case .invalidUTF8: "these bytes are not UTF-8; save the file as UTF-8"
    case .loneSurrogate: "half of a surrogate pair stands alone; write both \\u escapes or neither"
    case .invalidEscape: "this backslash escape is not JSON; write \\\\ for a backslash"
    case .controlCharacter: "a control character stands in a string; write it as an escape"
    case .invalidNumber: "this is not a JSON number; write it like 10, -2 or 0.50"
    }
  }
}
