import FHIR

extension Wording {
  /// The name of a language, or what stands for a form's language that nobody has named.
  func name(of language: LanguageTag?) -> String {
    language?.nameOfItsOwn ?? "The language of the form"
  }
  /// Which languages there are, in words that readers of each of them find.
  func languagesHint(_ names: [String]) -> String {
    "\(names.joined(separator: ", ")): type :language"
  }
  /// Which language is wanted.
  var languageQuestion: String { "Which language?" }
  /// What to type to choose a language.
  var languageHint: String { "Type one number, like 1. To change nothing, press Enter." }
  /// That the language has changed, and what has not.
  func languageChanged(to name: String) -> String {
    "\(name). The words of the program itself stay in English."
  }
  /// That there is no such language.
  func noSuchLanguage(_ typed: String) -> String {
    "Error: \"\(typed.prefix(20))\" is not on the list. Type a number from the list."
  }
  /// That a part is asked in the form's own language, and why.
  func partInOwnLanguage(_ name: String) -> String {
    "The next questions are all in \(name), because some of them are not in your language."
  }
}
