extension String {
  /// The text without spaces at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// The text in lower case, without apostrophes inside words and marks at its end, its spaces
  /// made single.
  var plainWords: String {
    let lowered = lowercased().filter { $0 != "'" && $0 != "’" }
    let words = lowered.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isMark: (Character) -> Bool = { ".!,;:?)".contains($0) || $0.isWhitespace }
    guard let last = words.lastIndex(where: { !isMark($0) }) else { return "" }
    return String(words[...last])
  }

  /// The text without a start, or nil when it does not start so.
  func dropping(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)).trimmed : nil
  }

  /// The text without an ending, or nil when it does not end so.
  func dropping(suffix: String) -> String? {
    hasSuffix(suffix) ? String(dropLast(suffix.count)).trimmed : nil
  }

  /// Whether the text is ASCII digits only.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { 48...57 ~= $0 } }
}
