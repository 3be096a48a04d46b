import FHIR

/// What somebody means who types a date outside of a form.
public enum TypedDates {
  /// The dates that a line can mean, each as exact as it was typed; none where it is no date.
  ///
  /// - Parameter today: The day by which years of two digits are understood.
  public static func meanings(
    of line: String, today: PartialDate, wording: Wording = .english
  ) -> [PartialDate] {
    switch DateReader(spoken: wording.spoken, today: today).meaning(of: line) {
    case .dates(let dates, _): dates
    case .unsure, .withoutYear, .noSuchDay, .notADate: []
    }
  }
}
