import FHIR

/// How the recovery sheet looks on paper and on the screen.
struct RecoverySheetPaper {
  /// The lines of the sheet.
  let lines: [String]
  /// What the key that it opens is known by.
  let keyName: String
  /// When it was made.
  let date: PartialDate
  /// The clinic, where it has a name.
  let clinic: String?

  /// A line of the sheet with its number.
  func line(_ index: Int) -> String { "  \(index + 1).  \(lines[index])" }

  /// The whole sheet, as it is printed.
  var text: String {
    let lines =
      [
        "RECOVERY SHEET of the intake records" + (clinic.map { " of \($0)" } ?? ""),
        "Made \(date). Key \(keyName).", "",
        "Whoever holds this page can read every record. Lock it up, away from the",
        "machine. A second copy belongs in another place. Never photograph it.", "",
      ] + self.lines.indices.map(line) + [
        "", "To use it: intake keys recover", "",
        "Where the other copy is: ________________________________________________", "",
      ]
    return lines.joined(separator: "\n")
  }
}
