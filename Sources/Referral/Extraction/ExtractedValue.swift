import FHIR
import FHIRPath

/// A value of a resource that is put together.
indirect enum ExtractedValue {
  /// A value of a template or of an answer.
  case copy(JSONNode)
  case string(String)
  case boolean(Bool)
  case number(ExactDecimal)
  case object([ExtractedMember])
  /// The values of a list; nil where only the other half of a primitive has one.
  case list([ExtractedValue?])
}

/// A member of an object that is put together.
struct ExtractedMember {
  let name: String
  let value: ExtractedValue
}

extension ExtractedValue {
  /// What a result of an expression is in JSON; nil for a type, which is nothing there.
  init?(_ result: FHIRPathValue) {
    switch result {
    case .node(let node):
      guard let json = node.json else { return nil }
      self = .copy(json)
    case .boolean(let value): self = .boolean(value)
    case .integer, .long, .decimal:
      guard let number = result.decimal else { return nil }
      self = .number(number)
    case .string, .date, .dateTime, .time:
      guard let text = result.text else { return nil }
      self = .string(text)
    case .quantity(let value, let unit):
      self = .object([
        ExtractedMember(name: "value", value: .number(value)),
        ExtractedMember(name: "unit", value: .string(unit)),
        ExtractedMember(name: "system", value: .string(Quantity.ucum)),
        ExtractedMember(name: "code", value: .string(result.ucumCode ?? unit)),
      ])
    case .type: return nil
    }
  }
}

extension JSONBuilder {
  /// Adds a value to the open object, or without name to the open array.
  mutating func add(_ name: String? = nil, _ value: ExtractedValue?) {
    switch value {
    case nil: addNull(name)
    case .copy(let node): add(name, copyOf: node)
    case .string(let text): add(name, text)
    case .boolean(let value): add(name, value)
    case .number(let value): add(name, value)
    case .object(let members):
      addObject(name) { object in
        for member in members { object.add(member.name, member.value) }
      }
    case .list(let values):
      addArray(name) { list in
        for value in values { list.add(nil, value) }
      }
    }
  }
}
