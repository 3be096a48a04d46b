/// The names of the people who work at the clinic.
enum PersonName {
  /// The most letters of a name.
  static let longest = 60

  /// What a name must be.
  static let expectation =
    "A name is one line of at most \(longest) letters, without control characters"

  /// Asks until a name is typed.
  static func ask(_ terminal: StaffTerminal, _ prompt: String) throws -> String {
    while true {
      let name = try terminal.ask(prompt)
      if isName(name) { return name }
      terminal.complain("\(expectation).")
    }
  }

  /// Whether a text is a name that shows as it is wherever it is read.
  static func isName(_ text: String) -> Bool {
    AlertSettings.isLine(text) && text.contains(where: \.isLetter)
  }
}
