import FHIR
import FormFiller
import Interview

/// Asks somebody who comes back for their date of birth before anything is shown that was answered.
public struct BirthDateCheck: Sendable {
  /// What a line shows.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// It is the date of birth that was given.
    case same
    /// It is another date.
    case another
    /// It is no date, or not a whole one.
    case notUnderstood
  }

  /// How many wrong dates there can be before staff have to help.
  public static let tries = 3

  /// How many more wrong dates there can be.
  public private(set) var triesLeft: Int
  private let birthDate: PartialDate

  /// Makes a check; nil when the answers hold no date of birth.
  ///
  /// - Parameter failures: How many wrong dates there have been before.
  public init?(_ response: Response, after failures: Int = 0) {
    guard let birthDate = response.personBirthDate else { return nil }
    triesLeft = max(0, Self.tries - failures)
    self.birthDate = birthDate
  }

  /// Whether nothing but staff can help any more.
  public var isOver: Bool { triesLeft == 0 }

  /// Takes a typed line.
  ///
  /// - Parameter today: The day by which years of two digits are understood.
  public mutating func receive(_ line: String, today: PartialDate) -> Outcome {
    let dates = TypedDates.meanings(of: line, today: today).filter { isExactEnough($0) }
    guard !dates.isEmpty else { return .notUnderstood }
    // Day and month may stand in either order; whoever knows the date knows both.
    if dates.contains(where: { fits($0) }) { return .same }
    triesLeft -= 1
    return .another
  }

  private func isExactEnough(_ date: PartialDate) -> Bool {
    (date.month != nil || birthDate.month == nil) && (date.day != nil || birthDate.day == nil)
  }

  /// Whether a date is the one that was given, as far as that one was known.
  private func fits(_ date: PartialDate) -> Bool {
    date.year == birthDate.year && (birthDate.month == nil || date.month == birthDate.month)
      && (birthDate.day == nil || date.day == birthDate.day)
  }
}
