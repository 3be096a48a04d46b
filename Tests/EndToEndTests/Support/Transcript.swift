import Foundation

/// What a person types, question by question, and what the summary must make of it.
///
/// A line is `words of the question → what is typed`, or with a third part, what the summary gives as
/// the answer: its words, or `(skipped)`, `(does not know)`, `(prefers not to say)`. Without a third
/// part the line leaves nothing in the summary: a command, Enter, or an answer that is taken back.
/// Empty lines and lines that start with `#` are for readers.
struct Transcript {
  /// One line that is typed.
  struct Step {
    let question: String
    let typed: String
    let outcome: String?
  }

  let steps: [Step]

  init(_ text: String) {
    steps = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "→", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      return Step(
        question: parts[0], typed: parts.count > 1 ? parts[1] : "",
        outcome: parts.count > 2 ? parts[2] : nil)
    }
  }
}
