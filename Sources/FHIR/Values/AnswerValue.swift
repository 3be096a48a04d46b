/// A value that a question can have: FHIR's `value[x]` in answers, options, conditions and initial
/// values (R4, QuestionnaireResponse.item.answer.value).
public enum AnswerValue: Sendable, Hashable {
  /// Yes or no.
  case boolean(Bool)
  /// A number with its digits.
  case decimal(ExactDecimal)
  /// A whole number.
  case integer(Int)
  /// A date, whole or partial.
  case date(PartialDate)
  /// A date with or without time.
  case dateTime(PartialDateTime)
  /// A time of day.
  case time(TimeOfDay)
  /// Text.
  case string(String)
  /// A web address or other identifier.
  case uri(String)
  /// A document or picture.
  case attachment(Attachment)
  /// A code.
  case coding(Coding)
  /// An amount.
  case quantity(Quantity)
  /// A reference to a resource.
  case reference(Reference)

  /// The type of a value: the ending of `value[x]`.
  public enum Kind: String, Sendable, CaseIterable {
    /// `valueBoolean`
    case boolean = "Boolean"
    /// `valueDecimal`
    case decimal = "Decimal"
    /// `valueInteger`
    case integer = "Integer"
    /// `valueDate`
    case date = "Date"
    /// `valueDateTime`
    case dateTime = "DateTime"
    /// `valueTime`
    case time = "Time"
    /// `valueString`
    case string = "String"
    /// `valueUri`
    case uri = "Uri"
    /// `valueAttachment`
    case attachment = "Attachment"
    /// `valueCoding`
    case coding = "Coding"
    /// `valueQuantity`
    case quantity = "Quantity"
    /// `valueReference`
    case reference = "Reference"
  }

  /// The type of the value.
  public var kind: Kind {
    switch self {
    case .boolean: .boolean
    case .decimal: .decimal
    case .integer: .integer
    case .date: .date
    case .dateTime: .dateTime
    case .time: .time
    case .string: .string
    case .uri: .uri
    case .attachment: .attachment
    case .coding: .coding
    case .quantity: .quantity
    case .reference: .reference
    }
  }
}

extension AnswerValue {
  /// Whether two values are the same answer.
  ///
  /// Codings are compared by code and system, amounts across units, numbers by value whether whole
  /// or decimal. What cannot be decided is not the same.
  public func means(_ other: AnswerValue) -> Bool {
    switch (self, other) {
    case (.coding(let coding), .coding(let otherCoding)): coding.means(otherCoding)
    case (.string(let text), .string(let otherText)), (.uri(let text), .uri(let otherText)):
      text.utf8.elementsEqual(otherText.utf8)
    case (.reference(let reference), .reference(let otherReference)):
      reference.reference == otherReference.reference
    case (.boolean, .boolean), (.attachment, .attachment): self == other
    default: ordering(against: other) == .same
    }
  }

  /// How two values stand to each other; undecidable for values of types that have no order or do
  /// not fit each other.
  public func ordering(against other: AnswerValue) -> PartialOrdering {
    switch (self, other) {
    case (.integer(let value), .integer(let otherValue)): PartialOrdering(value, otherValue)
    case (.decimal(let value), .decimal(let otherValue)): PartialOrdering(value, otherValue)
    case (.integer(let value), .decimal(let otherValue)):
      PartialOrdering(ExactDecimal(value), otherValue)
    case (.decimal(let value), .integer(let otherValue)):
      PartialOrdering(value, ExactDecimal(otherValue))
    case (.date(let date), .date(let otherDate)): date.ordering(against: otherDate)
    case (.dateTime(let value), .dateTime(let otherValue)): value.ordering(against: otherValue)
    case (.date(let date), .dateTime(let otherValue)):
      PartialDateTime(date: date)?.ordering(against: otherValue) ?? .undecidable
    case (.dateTime(let value), .date(let otherDate)):
      PartialDateTime(date: otherDate).map { value.ordering(against: $0) } ?? .undecidable
    case (.time(let time), .time(let otherTime)): time.ordering(against: otherTime)
    case (.quantity(let quantity), .quantity(let otherQuantity)):
      quantity.ordering(against: otherQuantity)
    case (.string(let text), .string(let otherText)), (.uri(let text), .uri(let otherText)):
      // Unicode scalar order; Swift's own order is by canonical equivalence.
      text.utf8.elementsEqual(otherText.utf8)
        ? .same
        : (text.utf8.lexicographicallyPrecedes(otherText.utf8) ? .ascending : .descending)
    default: .undecidable
    }
  }
}
