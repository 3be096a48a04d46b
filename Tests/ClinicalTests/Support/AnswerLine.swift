/// Answers in a line, such as `heart.conditions: valve; medicine(name: morphine, dose: 15 mg)`.
struct AnswerLine: Sendable {
  let parts: [Part]

  /// A question with its answer, or a row.
  enum Part: Sendable, Equatable {
    /// A question and what is said to it.
    case answer(linkId: String, Said)
    /// A row of a repeating group with its answers in order.
    case row(group: String, [Cell])
  }

  /// A question of a row with its answer.
  struct Cell: Sendable, Equatable {
    let linkId: String
    let said: Said
  }

  /// What is said to a question.
  enum Said: Sendable, Equatable {
    case values([String])
    case notSure
    case prefersNotToSay
    case skips

    init(_ text: String) {
      switch text {
      case "?": self = .notSure
      case "-": self = .prefersNotToSay
      case "~": self = .skips
      default: self = .values(text.split(separator: " + ").map { String($0).trimmed })
      }
    }
  }

  init(_ line: String) throws {
    parts = try line.split(separator: ";").map { try Self.part(String($0).trimmed) }
  }

  private static func part(_ text: String) throws -> Part {
    if let open = text.firstIndex(of: "("), text.hasSuffix(")"),
      !text[..<open].contains(":")
    {
      let group = String(text[..<open])
      let cells = text[text.index(after: open)...].dropLast().split(separator: ",")
      return .row(group: group, try cells.map { try cell(String($0), of: group) })
    }
    let (linkId, said) = try pair(text)
    return .answer(linkId: linkId, said)
  }

  private static func cell(_ text: String, of group: String) throws -> Cell {
    let (name, said) = try pair(text)
    return Cell(linkId: "\(group).\(name)", said: said)
  }

  private static func pair(_ text: String) throws -> (String, Said) {
    guard let colon = text.firstIndex(of: ":") else {
      throw ClinicalProblem("'\(text)' is not 'linkId: value'")
    }
    let value = String(text[text.index(after: colon)...]).trimmed
    return (String(text[..<colon]).trimmed, Said(value))
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
