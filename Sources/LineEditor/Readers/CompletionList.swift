/// What TAB does with the completions there are for a line.
struct CompletionList {
  private let completions: [Completion]

  init(_ completions: [Completion]) {
    self.completions = completions
  }

  /// The longer line that all completions agree on, or nothing when they agree on no more.
  func extending(_ line: String) -> String? {
    guard var common = completions.first.map({ Array($0.text) }) else { return nil }
    for completion in completions.dropFirst() {
      common = Array(zip(common, completion.text).prefix { $0 == $1 }.map(\.0))
    }
    let isLonger = common.count > line.count
    let isOnlyOne = completions.count == 1 && String(common) != line
    return isLonger || isOnlyOne ? TextSanitizer.sanitized(String(common)) : nil
  }

  /// The list to show when there is more than one: as many as fit, then how many are missing.
  func lines(fitting size: TerminalSize, unlisted: (Int) -> String) -> [String] {
    guard completions.count > 1 else { return [] }
    // The prompt, the line and the last words of the question stay in sight.
    let room = max(1, size.rows - 4)
    let shown = completions.count <= room ? completions[...] : completions.prefix(room - 1)
    let names = shown.map { TextSanitizer.sanitized($0.text) }
    let width = names.map(TextWidth.columns).max() ?? 0
    var lines = zip(names, shown).map { name, completion in
      guard let explanation = completion.explanation else { return "  " + name }
      return "  \(TextWidth.padded(name, to: width))  \(TextSanitizer.sanitized(explanation))"
    }
    if shown.count < completions.count {
      lines.append("  " + TextSanitizer.sanitized(unlisted(completions.count - shown.count)))
    }
    return lines.map { TextWidth.truncated($0, to: size.columns - 1) }
  }
}
