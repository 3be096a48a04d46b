import FHIR
import FormFiller

/// What the person of a case types at each question.
struct AnswerScript: Sendable {
  let answers: [String: TypedAnswer]
  let defaults: CaseDefaults

  /// How many rows a group has; one that is opened has at least one.
  func rowCount(of group: String) -> Int { answers[group]?.entries.count ?? 1 }

  /// What is typed at a question: several pieces at a checklist.
  func typed(at item: FormItem, in group: String?, row: Int) -> [String] {
    if let group, let line = line(at: item.linkId, in: group, row: row) { return [line] }
    if let answer = answers[item.linkId] ?? defaults.answers[item.linkId] {
      return answer.entries.map { entry in
        if case .line(let line) = entry { return line }
        return ""
      }
    }
    return [usual(at: item)]
  }

  private func line(at linkId: String, in group: String, row: Int) -> String? {
    guard let rows = answers[group]?.entries, rows.indices.contains(row) else { return nil }
    switch rows[row] {
    case .row(let lines): return lines[linkId]
    // A line alone answers the first question of the row, which carries its name.
    case .line(let line): return linkId == "\(group).name" ? line : nil
    }
  }

  /// What is typed at a question that nobody named, by its type.
  private func usual(at item: FormItem) -> String {
    if defaults.isInstrument(item.linkId), let least = item.least { return least }
    if item.type == .boolean { return "no" }
    if item.repeats, item.options.contains(where: { $0.code == "none" }) { return "none" }
    return "skip"
  }
}

extension FormItem {
  /// The answer of an instrument that scores least: 0, No, Never, Not at all; nil where none has a
  /// score.
  fileprivate var least: String? {
    if let least = minValue { return least.plainText }
    let weighed = options.compactMap { option in option.weight.map { ($0, option) } }
    if let (_, option) = weighed.min(by: { $0.0 < $1.0 }) { return words(for: option.value) }
    return options.map { words(for: $0.value) }.first { $0 == "No" }
  }
}

extension AnswerOption {
  /// The code, where the answer is one.
  var code: String? {
    if case .coding(let coding) = value { return coding.code }
    return nil
  }
}
