import FHIR

/// An item as the second evaluator sees it: read straight from the questionnaire's JSON.
///
/// The second evaluator shares nothing with the form filler but the JSON tree. It is slow and plain,
/// so that it can be held against DESIGN's rules by reading.
final class ReferenceItem {
  let linkId: String
  let text: String?
  let type: String
  let repeats: Bool
  let isRequired: Bool
  let initial: [ReferenceValue]
  let options: [ReferenceValue]
  let exclusive: [ReferenceValue]
  let conditions: [ReferenceCondition]
  let wantsAllConditions: Bool
  let children: [ReferenceItem]
  /// The linkIds of the items that this one lies in, from the top down.
  let ancestors: [String]

  init(_ node: JSONNode, ancestors: [String] = []) {
    self.ancestors = ancestors
    linkId = node["linkId"]?.string ?? ""
    text = node["text"]?.string
    type = node["type"]?.string ?? ""
    repeats = node["repeats"]?.boolean ?? false
    isRequired = node["required"]?.boolean ?? false
    let options = node["answerOption"]?.elements ?? []
    let selected = options.filter { $0["initialSelected"]?.boolean == true }
    let given = node["initial"]?.elements ?? selected
    let values = given.compactMap { ReferenceValue(in: $0, under: "value") }
    initial = repeats ? values : Array(values.prefix(1))
    self.options = options.compactMap { ReferenceValue(in: $0, under: "value") }
    exclusive = options.filter { $0["extension"] != nil }
      .compactMap { ReferenceValue(in: $0, under: "value") }
    conditions = (node["enableWhen"]?.elements ?? []).compactMap { ReferenceCondition($0) }
    wantsAllConditions = node["enableBehavior"]?.string == "all"
    let linkId = self.linkId
    children = (node["item"]?.elements ?? []).map {
      ReferenceItem($0, ancestors: ancestors + [linkId])
    }
  }

  var isQuestion: Bool { type != "group" && type != "display" }
}

/// A condition.
struct ReferenceCondition {
  let question: String
  let comparison: String
  let value: ReferenceValue

  init?(_ node: JSONNode) {
    guard let question = node["question"]?.string, let comparison = node["operator"]?.string,
      let value = ReferenceValue(in: node, under: "answer")
    else { return nil }
    self.question = question
    self.comparison = comparison
    self.value = value
  }

  /// Whether the condition is met by the answers to a question that is enabled.
  func isMet(by answers: [ReferenceValue]) -> Bool {
    if comparison == "exists" { return (value.text == "true") == !answers.isEmpty }
    if answers.isEmpty { return false }
    switch comparison {
    case "=": return answers.contains { $0.isSame(as: value) == true }
    case "!=": return answers.allSatisfy { $0.isSame(as: value) == false }
    case ">": return answers.contains { $0.compare(with: value) == .more }
    case "<": return answers.contains { $0.compare(with: value) == .less }
    case ">=":
      return answers.contains {
        $0.compare(with: value) == .more || $0.compare(with: value) == .equal
      }
    case "<=":
      return answers.contains {
        $0.compare(with: value) == .less || $0.compare(with: value) == .equal
      }
    default: return false
    }
  }
}
