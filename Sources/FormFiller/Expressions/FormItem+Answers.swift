import FHIR
import FHIRPath

extension FormItem {
  /// What an expression gave as an answer to this item; nil when the item cannot have it.
  func answer(from value: FHIRPathValue) -> AnswerValue? {
    if case .node(let node) = value, let written = writtenAnswer(node) { return written }
    switch type {
    case .boolean: return value.boolean.map { .boolean($0) }
    case .decimal: return value.decimal.map { .decimal($0) }
    case .integer: return value.decimal?.integer.map { .integer($0) }
    case .date: return date(from: value).map { .date($0) }
    case .dateTime: return dateTime(from: value).map { .dateTime($0) }
    case .time: return value.text.flatMap { TimeOfDay($0) }.map { .time($0) }
    case .string, .text: return value.text.map { .string($0) }
    case .url: return value.text.map { .uri($0) }
    case .choice, .openChoice: return option(from: value)
    case .quantity: return quantity(from: value).map { .quantity($0) }
    case .group, .display, .question, .attachment, .reference: return nil
    }
  }

  /// A value that stands in a resource just as an answer would.
  private func writtenAnswer(_ node: ResourceNode) -> AnswerValue? {
    guard let json = node.json else { return nil }
    if node.typeName == "CodeableConcept", answerKinds.contains(.coding) {
      return json["coding"]?.elements.first.flatMap { AnswerValue(.coding, $0) }
    }
    return answerKinds.first { $0.typeName == node.typeName }.flatMap { AnswerValue($0, json) }
  }

  private func date(from value: FHIRPathValue) -> PartialDate? {
    switch value {
    case .date(let date): date
    case .dateTime(let dateTime): dateTime.date
    default: value.text.flatMap { PartialDate($0) ?? PartialDateTime($0)?.date }
    }
  }

  private func dateTime(from value: FHIRPathValue) -> PartialDateTime? {
    switch value {
    case .date(let date): PartialDateTime(date: date)
    case .dateTime(let dateTime): dateTime
    default: value.text.flatMap { PartialDateTime($0) }
    }
  }

  private func option(from value: FHIRPathValue) -> AnswerValue? {
    guard let text = value.text else { return nil }
    let known = options.first { $0.value.codeText.utf8.elementsEqual(text.utf8) }
    return known?.value ?? (type == .openChoice ? .string(text) : nil)
  }

  private func quantity(from value: FHIRPathValue) -> Quantity? {
    if case .quantity(let number, let unit) = value {
      return Quantity(
        value: number, comparator: nil, unit: unit, system: Quantity.ucum, code: unit)
    }
    guard let number = value.decimal else { return nil }
    let unit = source.unit ?? (unitOptions.count == 1 ? unitOptions[0] : nil)
    return Quantity(
      value: number, comparator: nil, unit: unit?.display ?? unit?.code, system: unit?.system,
      code: unit?.code)
  }
}

extension AnswerValue.Kind {
  /// The name of the FHIR type.
  fileprivate var typeName: String {
    switch self {
    case .boolean, .decimal, .integer, .date, .dateTime, .time, .string, .uri:
      rawValue.prefix(1).lowercased() + rawValue.dropFirst()
    case .attachment, .coding, .quantity, .reference: rawValue
    }
  }
}
