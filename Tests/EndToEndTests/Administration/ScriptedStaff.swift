import LineEditor

@testable import intake

/// Somebody at a terminal who answers prompts by what they say and by what stands above them.
final class ScriptedStaff: LineReader {
  let isInteractive = true
  let output = MemoryOutput()
  /// The prompts in the order in which they came.
  private(set) var prompts: [String] = []
  /// The prompts after which nothing was shown of what was typed.
  private(set) var hiddenPrompts: [String] = []
  private let answer: (String, String) -> LineOutcome

  /// Makes somebody.
  ///
  /// - Parameter answer: What they do, by the prompt and all that was written until then.
  init(_ answer: @escaping (_ prompt: String, _ shown: String) -> LineOutcome) {
    self.answer = answer
  }

  var terminal: StaffTerminal {
    StaffTerminal(reader: self, output: output, size: { .usual })
  }

  func readLine(_ request: LineRequest) -> LineOutcome {
    prompts.append(request.prompt.text)
    if request.visibility == .hidden { hiddenPrompts.append(request.prompt.text) }
    // Somebody who is asked so often has gone round in a circle.
    return prompts.count > 500 ? .endOfInput : answer(request.prompt.text, output.text)
  }

  func close() {}
}
