import FHIR

/// What an observation says: the value of an answer, or why there is none.
enum ObservationValue {
  /// A value that an observation has in the same way as an answer.
  case same(name: String, JSONNode)
  /// A code that was chosen.
  case concept(JSONNode)
  /// A number with its unit, if it has one.
  case number(JSONNode, unit: Coding?)
  /// "I do not know" or "I prefer not to say".
  ///
  /// SDC leaves out what was not answered and does not speak of this. It is an answer of its own here:
  /// to leave it out would make it look as if nobody had asked.
  case absent(DataAbsentReason)

  /// Reads an answer; nil where an observation cannot have its value.
  init?(_ answer: JSONNode, unit: Coding?) {
    guard let member = answer.choiceMember("value"), let kind = member.kind else { return nil }
    switch kind {
    case .boolean: self = .same(name: "valueBoolean", member.node)
    case .integer where unit == nil: self = .same(name: "valueInteger", member.node)
    case .integer, .decimal: self = .number(member.node, unit: unit)
    case .date, .dateTime: self = .same(name: "valueDateTime", member.node)
    case .time: self = .same(name: "valueTime", member.node)
    case .string, .uri: self = .same(name: "valueString", member.node)
    case .coding: self = .concept(member.node)
    case .quantity: self = .same(name: "valueQuantity", member.node)
    case .attachment, .reference: return nil
    }
  }

  /// Adds the value to an observation or to a component of one.
  func add(to element: inout JSONBuilder) {
    switch self {
    case .same(let name, let node): element.add(name, copyOf: node)
    case .concept(let coding):
      element.addObject("valueCodeableConcept") { concept in
        concept.addArray("coding") { $0.add(copyOf: coding) }
      }
    case .number(let number, let unit):
      element.addObject("valueQuantity") { quantity in
        quantity.add("value", copyOf: number)
        guard let unit else { return }
        quantity.addIfPresent("unit", unit.display ?? unit.code)
        quantity.addIfPresent("system", unit.system)
        quantity.addIfPresent("code", unit.code)
      }
    case .absent(let reason):
      element.addObject("dataAbsentReason") { concept in
        concept.addArray("coding") { list in
          list.addObject { coding in
            coding.add("system", "http://terminology.hl7.org/CodeSystem/data-absent-reason")
            coding.add("code", reason.rawValue)
            coding.add("display", reason.display)
          }
        }
      }
    }
  }
}

extension DataAbsentReason {
  /// The words of HL7's code system.
  fileprivate var display: String {
    switch self {
    case .askedUnknown: "Asked But Unknown"
    case .askedDeclined: "Asked But Declined"
    }
  }
}
