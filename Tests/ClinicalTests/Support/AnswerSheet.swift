import FHIR
import FormFiller
import Library

/// Fills answers straight into a response, as changes of the patient.
struct AnswerSheet {
  private(set) var response: Response
  private let time: PartialDateTime

  /// The person agreed, is of age, may be asked in private here and answers part two now.
  private static let routing = [
    "consent.agree: true", "age.adult: true", "private-health.ok-here: true",
    "part-two.when: now", "private-life.ok-here: true",
  ]

  /// A response with these answers and no others.
  static func response(
    _ line: String, on day: String, in content: ClinicalContent
  ) throws -> Response {
    let time = try ClinicalProblem.morning(of: day)
    var sheet = AnswerSheet(response: content.response(on: time), time: time)
    let given = try AnswerLine(line).parts
    let routing = try routing.flatMap { try AnswerLine($0).parts }
    for part in routing where !given.contains(where: { $0.linkId == part.linkId }) {
      // What comes after a part that is left for later is not asked.
      guard try sheet.response.isEnabled(sheet.node(part.linkId)) else { continue }
      try sheet.fill(part)
    }
    for part in given { try sheet.fill(part) }
    return sheet.response
  }

  private mutating func fill(_ part: AnswerLine.Part) throws {
    switch part {
    case .answer(let linkId, let said): try say(said, at: node(linkId))
    case .row(let group, let cells): try fill(cells, in: group)
    }
  }

  private func node(_ linkId: String) throws -> NodeID {
    guard let node = response.nodes(linkId: linkId).last else {
      throw ClinicalProblem("the intake has no item \(linkId)")
    }
    return node
  }

  private mutating func fill(_ cells: [AnswerLine.Cell], in group: String) throws {
    let node = try node(group)
    let row = try blankRow(of: node)
    for cell in cells {
      let found = response.nodes(in: row, of: node).first {
        response.item(of: $0).linkId == cell.linkId
      }
      guard let found else { throw ClinicalProblem("a row \(group) has no \(cell.linkId)") }
      try say(cell.said, at: found)
    }
  }

  /// The first row while nothing was said in it, else another one.
  private mutating func blankRow(of group: NodeID) throws -> InstanceID {
    if let last = response.rows(of: group).last,
      response.nodes(in: last, of: group).allSatisfy({ response.state(of: $0) == .notReached })
    {
      return last
    }
    let outcome = try response.apply(
      Change(.addRow, at: response.path(to: group), by: .patient, time: time))
    guard let row = outcome.addedRow else { throw ClinicalProblem("no row was added") }
    return row
  }

  private mutating func say(_ said: AnswerLine.Said, at node: NodeID) throws {
    let item = response.item(of: node)
    guard response.isEnabled(node) else {
      throw ClinicalProblem("\(item.linkId) is not asked after these answers")
    }
    let action: Change.Action =
      switch said {
      case .values(let texts): .set(try texts.map { try item.value(of: $0) })
      case .notSure: .decline(.askedUnknown)
      case .prefersNotToSay: .decline(.askedDeclined)
      case .skips: .clear
      }
    try response.apply(Change(action, at: response.path(to: node), by: .patient, time: time))
  }
}

extension AnswerLine.Part {
  fileprivate var linkId: String {
    switch self {
    case .answer(let linkId, _): linkId
    case .row(let group, _): group
    }
  }
}

extension FormItem {
  /// The answer that a text stands for: a code or words of a choice, a date, a number with its unit.
  func value(of text: String) throws -> AnswerValue {
    let value: AnswerValue? =
      switch type {
      case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
      case .date: PartialDate(text).map { .date($0) }
      case .integer: Int(text).map { .integer($0) }
      case .decimal: ExactDecimal(text).map { .decimal($0) }
      case .quantity: amount(text).map { .quantity($0) }
      case .choice: option(text)
      case .openChoice: option(text) ?? .string(text)
      default: .string(text)
      }
    guard let value else { throw ClinicalProblem("\(linkId) has no answer '\(text)'") }
    return value
  }

  /// The option with a code or words, the person's own words kept where it was found by another name.
  private func option(_ text: String) -> AnswerValue? {
    if let option = options.first(where: { $0.code == text || words(for: $0.value) == text }) {
      return option.value
    }
    let named = options.first { option in
      ([words(for: option.value)] + option.synonyms).contains {
        FoldedText($0).letters == FoldedText(text).letters
      }
    }
    guard case .coding(let coding)? = named?.value else { return named?.value }
    return .coding(
      Coding(system: coding.system, version: coding.version, code: coding.code, display: text))
  }

  private func amount(_ text: String) -> Quantity? {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let number = ExactDecimal(parts[0]) else { return nil }
    return unitOptions.first { $0.display == parts[1] || $0.code == parts[1] }
      .map { Quantity(value: number, unit: $0) }
  }
}
