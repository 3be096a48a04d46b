import FHIR

extension Wording {
  /// Several values in words.
  func list(_ values: [AnswerValue]) -> String {
    values.map { text(of: $0) }.joined(separator: ", ")
  }

  /// The number that a line is, typed as digits with or without a final point or bracket.
  func number(_ line: String) -> Int? {
    let digits = line.filter { !$0.isWhitespace && $0 != "." && $0 != ")" }
    return digits.isEmpty || digits.utf8.contains { !(48...57 ~= $0) } ? nil : Int(digits)
  }

  /// Whether a line says yes or no, by a word or by the mark 1 or 2, or nil when it says neither.
  func yesOrNo(_ line: String) -> Bool? {
    let words = line.plainWords.split { $0.isWhitespace || $0 == "," || $0 == "." }
      .joined(separator: " ")
    if words == "1" || spoken.yes.contains(words) { return true }
    return words == "2" || spoken.no.contains(words) ? false : nil
  }

  /// That a yes or a no is needed.
  var answerYesOrNo: String { "Error: type 1 for yes or 2 for no." }
  /// Where to find all commands.
  var moreCommands: String { "To see all words you can use, type :commands." }
  /// How to stop, after Ctrl-C.
  var howToStop: String { "To stop here, type stop." }
}
