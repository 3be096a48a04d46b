import Testing

/// A visit that is kept in a record.
extension Visit {
  /// Begins an interview about the form of records and gives the code.
  static func begin(
    in folder: WorkFolder, _ options: [String] = [], form: String = "form.json"
  ) throws -> (visit: Visit, code: String) {
    let visit = try Visit(
      ["interview", form, "--output", "out.txt"] + options, in: folder, keeping: .inStore)
    return (visit, try visit.readCode())
  }

  /// Goes on with an interview by its code, which is typed in.
  static func resume(
    _ code: String, in folder: WorkFolder, _ options: [String] = [], output: String = "out.txt"
  ) throws -> Visit {
    let visit = try Visit(
      ["resume", "--output", output] + options, in: folder, keeping: .inStore)
    try visit.answer("What is your code?", with: code)
    return visit
  }

  /// Passes the welcome and the page with the code; gives the code.
  func readCode() throws -> String {
    try answer("We save each answer", with: "")
    let page = try read()
    let code = try #require(
      page.firstMatch(of: /(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/),
      "no code on: \(page)")
    send("")
    return String(code.output)
  }

  /// Answers the questions of the form of records up to the last.
  func answerRecordForm() throws {
    for (question, line) in RecordForm.lines { try answer(question, with: line) }
  }

  /// Ends the program as a power cut would.
  func kill() throws {
    _ = try read()
    terminal.process.signal(9)
    _ = try terminal.waitForExit()
  }

  /// All that was written on the terminal, in one line.
  var allText: String { terminal.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension WorkFolder {
  static func withRecordForm() throws -> WorkFolder {
    let folder = try WorkFolder()
    try folder.write(RecordForm.text, to: "form.json")
    return folder
  }

  /// Where the store is without being named.
  static let store = ".local/share/intake"
}
