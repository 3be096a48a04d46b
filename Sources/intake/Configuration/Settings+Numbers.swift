import FHIR
import Interview
import Library

extension Settings {
  /// Takes the emergency number and the crisis lines of the country, where none of its own is set.
  ///
  /// Without a country nothing is taken: a number of another country would help nobody.
  mutating func takeNumbers(of lines: CrisisLines) {
    guard let country = country.flatMap({ lines.country($0) }) else { return }
    clinic.emergencyNumber = clinic.emergencyNumber ?? country.emergency.words
    if clinic.crisisLines.isEmpty {
      clinic.crisisLines = country.lines.map { CrisisLine($0.words, audience: $0.audience) }
    }
  }

  /// What somebody at the clinic still has to do about the numbers, in words; nil when nothing.
  func duty(aboutNumbersOf lines: CrisisLines, today: PartialDate) -> String? {
    guard let country else { return nil }
    var shown = self
    shown.takeNumbers(of: lines)
    guard shown.clinic.emergencyNumber != nil, !shown.clinic.crisisLines.isEmpty else {
      return "no emergency number or crisis line is known for the country \(country). Set "
        + "help.emergencyNumber and help.crisisLine."
    }
    let isConfirmed = numbersConfirmed.map { 0...366 ~= today.firstDayNumber - $0.firstDayNumber }
    guard isConfirmed != true else { return nil }
    return "the help numbers for \(country) have not been confirmed for a year. Call each of them, "
      + "then set help.confirmed to today's date, like \"\(today)\"."
  }
}
