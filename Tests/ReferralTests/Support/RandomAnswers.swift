import FHIR
import FormFiller
import SeededRandomness
import Testing

/// Answers a form at random, as a person could: answers, declines, skips, adds rows, stops early.
struct RandomAnswers {
  var random: SeededGenerator
  /// The texts that were typed; each is unlike any other text.
  private(set) var words: [String] = []
  private let stopsEarly: Bool

  init(seed: Int) {
    random = SeededGenerator(seed: seed)
    stopsEarly = random.happens(onceIn: 3)
  }

  /// A response to a form.
  mutating func response(to form: Form) throws -> Response {
    var response = Response(to: form)
    var stop = response.firstStop
    var steps = 0
    while let current = stop, steps < 2000 {
      steps += 1
      if stopsEarly, random.happens(onceIn: 60) { break }
      switch current {
      case .item(let node): try answer(node, in: &response)
      case .anotherRow(let node):
        let rows = response.rows(of: node).count
        if rows < 4, random.happens(onceIn: 2) {
          try response.apply(
            Change(
              .addRow, at: response.path(to: node), by: .patient, time: TestForm.now()))
        }
      }
      stop = response.stop(after: current)
    }
    return response
  }

  private mutating func answer(_ node: NodeID, in response: inout Response) throws {
    let item = response.item(of: node)
    guard item.isQuestion, !item.isReadOnly else { return }
    let action: Change.Action
    switch Int.random(in: 0..<12, using: &random) {
    case 0: action = .decline(.askedUnknown)
    case 1: action = .decline(.askedDeclined)
    case 2: action = .clear
    case 3 where !item.isRequired: return
    default: action = .set(values(for: item))
    }
    try response.apply(
      Change(action, at: response.path(to: node), by: .patient, time: TestForm.now()))
  }

  private mutating func values(for item: FormItem) -> [AnswerValue] {
    var values = [value(for: item)]
    while item.repeats, values.count < 4, random.happens(onceIn: 2) {
      let another = value(for: item)
      if !values.contains(where: { $0.means(another) }) { values.append(another) }
    }
    return values
  }

  private mutating func value(for item: FormItem) -> AnswerValue {
    let mayType = item.type != .choice
    if let option = random.pick(item.options), !mayType || random.happens(onceIn: 2) {
      return option.value
    }
    switch item.type {
    // Mostly yes, which opens more of a form than no.
    case .boolean: return .boolean(!random.happens(onceIn: 6))
    case .integer: return .integer(.random(in: -5...500, using: &random))
    case .decimal:
      return .decimal(
        ExactDecimal(mantissa: Int128(Int.random(in: 0...9999, using: &random)), scale: 2))
    case .date: return random.pick(Self.dates).map { .date($0) } ?? .boolean(true)
    case .dateTime:
      return PartialDateTime("2025-05-30T08:00:00Z").map { .dateTime($0) } ?? .boolean(true)
    case .time: return TimeOfDay(hour: 14, minute: 5).map { .time($0) } ?? .boolean(true)
    case .quantity:
      return .quantity(
        Quantity(
          value: ExactDecimal(Int.random(in: 1...300, using: &random)), unit: "mg",
          system: "http://unitsofmeasure.org", code: "mg"))
    case .url: return .uri("https://example.org/\(newWords())")
    case .attachment: return .attachment(Attachment(contentType: "text/plain", title: newWords()))
    case .reference: return .reference(Reference(reference: "Patient/1", display: newWords()))
    default: return .string(newWords())
    }
  }

  private static let dates = ["1950", "1950-02", "1950-02-28"].compactMap { PartialDate($0) }

  /// A text that occurs nowhere else, some of it long or hostile.
  private mutating func newWords() -> String {
    let text = "<\(words.count)q>" + (random.pick(HostileText.all) ?? "")
    words.append(text)
    return text
  }
}

/// Text that does harm where it is shown or stored without care.
enum HostileText {
  static let all = [
    "", " plain words", "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{07}", "\u{9B}2J", "a\u{00}b",
    "\u{202E}txt.exe\u{202C}", "\u{2066}x\u{2069}\u{200F}", "<script>alert(1)</script>",
    "\r\nURGENT\r\n------\r\nNothing", "line\nbreak\u{2028}and\u{85}more", "tab\there",
    "疼痛从左腿开始一直到脚", "e\u{301}\u{328}clair", "👩‍👩‍👧 👍🏽 🇫🇷", "한국어 통증",
    "\u{1F1E6}", "\u{7F}\u{8}\u{8}", "\\u001b[31m \" ' & < >", "\u{FEFF}\u{200B}\u{AD}x",
    String(repeating: "long word ", count: 60), String(repeating: "x", count: 400),
    String(repeating: "痛", count: 200), "a" + String(repeating: "\u{300}", count: 50),
  ]
}
