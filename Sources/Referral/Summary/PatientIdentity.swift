import FHIR

/// Who the summary is about, as stated in the answers.
public struct PatientIdentity: Sendable, Equatable {
  /// The full name, or nil when the form does not ask for it or has not come to it.
  public let name: QuestionEntry?
  /// The date of birth.
  public let birthDate: QuestionEntry?
  /// The age in whole years on the day of the answers; a range when the date of birth is partial,
  /// nil when it is not known or lies after that day.
  public let age: ClosedRange<Int>?
  /// The phone number.
  public let phone: QuestionEntry?
  /// Whether the person wants an interpreter.
  public let interpreter: QuestionEntry?
  /// The language that the person wants to speak.
  public let language: QuestionEntry?

  init(_ reader: QuestionReader, on day: PartialDate) {
    name = reader.first(.patientName)
    birthDate = reader.first(.birthDate)
    if case .date(let date) = birthDate?.answers.first?.value {
      age = date.yearsPassed(until: day)
    } else {
      age = nil
    }
    phone = reader.first(.phone)
    interpreter = reader.first(.interpreter)
    language = reader.first(.language)
  }
}

extension PartialDate {
  /// The whole years from this day to another, as a range as wide as what is not known about both;
  /// nil when the other may be earlier.
  func yearsPassed(until end: PartialDate) -> ClosedRange<Int>? {
    let least = Self.years(from: lastDay, to: end.firstDay)
    let most = Self.years(from: firstDay, to: end.lastDay)
    return least < 0 ? nil : least...max(least, most)
  }

  private typealias Day = (year: Int, month: Int, day: Int)

  private var firstDay: Day { (year, month ?? 1, day ?? 1) }

  private var lastDay: Day {
    let lastMonth = month ?? 12
    return (year, lastMonth, day ?? Self.days(inMonth: lastMonth, of: year))
  }

  private static func years(from start: Day, to end: Day) -> Int {
    let isBeforeAnniversary = (end.month, end.day) < (start.month, start.day)
    return end.year - start.year - (isBeforeAnniversary ? 1 : 0)
  }
}
