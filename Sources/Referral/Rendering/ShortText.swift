/// Text that has to do with little room: whole where it fits, else cut and said to be.
enum ShortText {
  /// What stands at the end of text that was cut.
  static let cutMark = "[...]"

  /// The start of a text on one line no wider than this.
  static func cut(_ text: String, to width: Int) -> String {
    lines(of: text, width: width, atMost: 1)[0]
  }

  /// The start of a text in lines no wider than this.
  static func lines(of text: String, width: Int, atMost count: Int) -> [String] {
    let text = PrintableText(PrintableText(text).line)
    let whole = text.wrapped(to: width)
    guard whole.count > count else { return whole }
    var lines = Array(whole.prefix(count))
    let last = PrintableText(lines.removeLast()).wrapped(to: width - cutMark.count - 1)[0]
    return lines + [last.isEmpty ? cutMark : "\(last) \(cutMark)"]
  }

  /// Names one after the other, after a heading, in lines no wider than this; those without room are
  /// counted.
  static func lines(
    naming names: [String], after heading: String = "", width: Int, atMost count: Int
  ) -> [String] {
    let names = names.map { PrintableText($0).line }
    func wrapped(_ shown: Int) -> [String] {
      var parts = Array(names.prefix(shown))
      if shown < names.count {
        parts.append(SummaryWording.more(names.count - shown, after: shown))
      }
      return PrintableText(heading + parts.joined(separator: "; ")).wrapped(to: width)
    }
    let whole = wrapped(names.count)
    guard whole.count > count else { return whole }
    // The most names that there is room for.
    var fitting = 0
    var tooMany = names.count
    while tooMany - fitting > 1 {
      let middle = (fitting + tooMany) / 2
      if wrapped(middle).count <= count { fitting = middle } else { tooMany = middle }
    }
    return Array(wrapped(fitting).prefix(count))
  }
}
