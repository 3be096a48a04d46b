import FHIR
import LineEditor

/// What is wrong with what a command was given: a sentence or more for each fault, all at once.
///
/// The program writes each on a line of standard error and ends with status 1.
struct InputError: Error, CustomStringConvertible {
  /// The faults: what, where and how to mend it; never empty.
  let messages: [String]

  /// Makes an error of one fault.
  init(_ message: String) { messages = [message] }

  /// Makes an error of several faults.
  init(_ messages: [String]) { self.messages = messages }

  /// Makes an error of a fault at a place in a file.
  init(_ message: String, at position: SourcePosition, in file: String) {
    self.init("\(file), \(position): \(message)")
  }

  /// The faults as a terminal may show them, whatever text they quote.
  var description: String {
    TextSanitizer.sanitized(
      messages.joined(separator: "\n\(ErrorReport.prefix)"), lineBreaks: .kept)
  }
}
