import FHIR
import FormFiller

/// Tells commands from answers.
///
/// A line is a command when it is one of a few words and nothing else, unless the question offers
/// that word as an answer. After a colon every command is one. Two colons start an answer that
/// begins with a colon.
struct CommandReader {
  let wording: Wording

  /// What a line is.
  enum Line: Equatable {
    case command(Command)
    case answer(String)
  }

  func read(_ line: String, for question: ItemWords?) -> Line {
    let typed = trimmed(line)
    if typed.hasPrefix("::") { return .answer(String(typed.dropFirst())) }
    if typed.hasPrefix(":") {
      let word = trimmed(String(typed.dropFirst()))
      return .command(command(word, among: wording.colonCommands) ?? .notUnderstood(word))
    }
    if typed == "<" { return .command(.back) }
    if typed == "?" { return .command(.help) }
    guard let command = command(typed, among: wording.bareCommands), !isOffered(typed, by: question)
    else { return .answer(line) }
    return .command(command)
  }

  private func command(_ typed: String, among commands: [String: Command]) -> Command? {
    var words = folded(typed).split(separator: " ").map(String.init)
    if let command = commands[words.joined(separator: " ")] { return command }
    if words.count == 2, case .language = commands[words[0]] { return .language(words[1]) }
    guard words.count >= 2, let number = Int(words.removeLast()), number > 0 else { return nil }
    switch commands[words.joined(separator: " ")] {
    case .change: return .change(number)
    case .remove: return .remove(number)
    default: return nil
    }
  }

  private func isOffered(_ typed: String, by question: ItemWords?) -> Bool {
    guard let question else { return false }
    return question.item.options.contains { option in
      folded(question.label(of: option, wording)) == folded(typed)
        || folded(option.value.plainText) == folded(typed)
    }
  }

  /// The words in lower case, apostrophes and final marks left out.
  private func folded(_ text: String) -> String {
    text.lowercased().filter { $0 != "'" && $0 != "’" && $0 != "." && $0 != "!" }
      .split(separator: " ").joined(separator: " ")
  }

  private func trimmed(_ text: String) -> String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard let first = text.firstIndex(where: { !isSpace($0) }),
      let last = text.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
  }
}
