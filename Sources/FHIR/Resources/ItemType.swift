/// The type of a questionnaire item (R4 code system `item-type`).
public enum ItemType: String, Sendable, CaseIterable {
  /// Holds other items.
  case group
  /// Text that is shown.
  case display
  /// The abstract type of all questions, which no item may have.
  case question
  /// Yes or no.
  case boolean
  /// A number.
  case decimal
  /// A whole number.
  case integer
  /// A date.
  case date
  /// A date with time.
  case dateTime
  /// A time of day.
  case time
  /// A short text.
  case string
  /// A long text.
  case text
  /// A web address.
  case url
  /// One of the options.
  case choice
  /// One of the options or a text.
  case openChoice = "open-choice"
  /// A document or picture.
  case attachment
  /// A reference to a resource.
  case reference
  /// An amount with a unit.
  case quantity

  /// Whether items of this type are asked.
  public var isQuestion: Bool { self != .group && self != .display }

  /// The types of value that an answer may have.
  public var answerKinds: [AnswerValue.Kind] {
    switch self {
    case .group, .display, .question: []
    case .boolean: [.boolean]
    case .decimal: [.decimal]
    case .integer: [.integer]
    case .date: [.date]
    case .dateTime: [.dateTime]
    case .time: [.time]
    case .string, .text: [.string]
    case .url: [.uri]
    case .choice: [.coding]
    case .openChoice: [.coding, .string]
    case .attachment: [.attachment]
    case .reference: [.reference]
    case .quantity: [.quantity]
    }
  }
}
