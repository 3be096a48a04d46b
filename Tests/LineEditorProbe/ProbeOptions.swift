import LineEditor

/// What the probe is told on its command line: how each line is asked for.
struct ProbeOptions {
  var request = LineRequest(prompt: Prompt("> "))

  /// A new reader for every line, as for every new person.
  var makesReaderForEachLine = false

  /// Ends by `exit` after the first line, without closing the reader.
  var exitsWithoutClosing = false

  /// Stops itself after each line, as if a shell had stopped it.
  var stopsAfterLine = false

  /// Starts a program that prints its signals, and ends.
  var startsChild = false

  /// Answers are read from these lines instead of standard input.
  var answers: String?

  /// Reads the options; those unknown are ignored.
  init(arguments: [String]) {
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      take(option: parts[0], value: parts.count == 2 ? parts[1] : "")
    }
  }

  private mutating func take(option: String, value: String) {
    switch option {
    case "--prompt": request.prompt = Prompt(value, style: request.prompt.style)
    case "--bold": request.prompt = Prompt(request.prompt.text, style: .bold)
    case "--prefill": request.prefill = value
    case "--hidden": request.visibility = .hidden
    case "--maximum": request.maximumLength = Int(value) ?? 0
    case "--help-key": request.questionMark = .asksForHelp
    case "--drop-type-ahead": request.typeAhead = .dropped
    case "--ring-every": request.whileWaiting = Self.ringing(every: value)
    case "--idle": request.idleLimit = Self.idleLimit(value)
    case "--complete": request.completions = { Self.completions(of: $0) }
    case "--reader-for-each-line": makesReaderForEachLine = true
    case "--exit-without-closing": exitsWithoutClosing = true
    case "--stop-after-line": stopsAfterLine = true
    case "--start-child": startsChild = true
    case "--answers": answers = value
    default: break
    }
  }

  /// Milliseconds before the first key and after each, as `100,200`.
  private static func idleLimit(_ value: String) -> IdleLimit? {
    let limits = value.split(separator: ",").compactMap { Int($0) }.map(Duration.milliseconds)
    guard let first = limits.first, let last = limits.last else { return nil }
    return IdleLimit(beforeFirstKey: first, afterKey: last)
  }

  /// Rings the bell every so many milliseconds, which moves nothing on the screen.
  private static func ringing(every value: String) -> () -> Duration? {
    let output = DescriptorOutput()
    return {
      try? output.write("\u{7}")
      return Int(value).map { .milliseconds($0) }
    }
  }

  private static func completions(of line: String) -> [Completion] {
    let names = ["aspirin": "for the heart", "ibuprofen": "for pain", "ibuprofen retard": nil]
    let many = (1...40).map { Completion(text: "many \($0)") }
    let few = names.sorted { $0.key < $1.key }.map {
      Completion(text: $0.key, explanation: $0.value)
    }
    return line.isEmpty ? [] : (few + many).filter { $0.text.hasPrefix(line) }
  }
}
