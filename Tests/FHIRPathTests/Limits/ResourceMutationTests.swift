import FHIR
import SeededRandomness
import Testing

@testable import FHIRPath

/// Resources that no server should send are evaluated to values or to a named error.
@Suite struct ResourceMutationTests {
  fileprivate static let values = [
    "null", "true", "0", "-1.50", "1e99", "\"\"", "\"x\"", "\"2020-13-45\"", "[]", "{}", "[null]",
    "[[1,[2]]]", "[{\"a\":1},null]", "{\"value\":{}}", "{\"valueInteger\":[1,2]}",
    "99999999999999999999",
    "{\"resourceType\":\"Patient\"}", "{\"resourceType\":5}", "{\"extension\":[null,{\"url\":3}]}",
  ]

  private static let resourceExpressions = [
    "descendants().count()", "item.linkId", "item.answer.value.toString()",
    "descendants().select($this is string)", "item.answer.value + 1", "item.where(linkId = 'a')",
    "item.answer.value.sum()", "item.repeat(item).linkId.distinct()", "%resource ~ %resource",
    "%resource = %resource", "item.descendants().where(hasValue()).select(toString().length())",
    "item.answer.value.ofType(Quantity) * 2", "item.sort(linkId).first().answer.weight()",
    "descendants().select(pathname())", "descendants().extension('x').value",
    "item.answers().value",
    "item.answer.value.type().name", "descendants().select(lowBoundary())", "authored > @2020",
    "descendants().getValue().distinct().count()", "item.answer.value.code & status",
    "item.select(iif(answer.value is integer, answer.value * 2, 0))", "resolve()",
    "checkModifiers('x')",
    "descendants().select($this.toQuantity() < 3 'mg')", "item.item.answer.value.is(date)",
  ]

  private static let response = """
    {"resourceType":"QuestionnaireResponse","status":"completed","_status":{"id":"s"},
    "authored":"2026-03-01T09:30:00Z","contained":[{"resourceType":"Patient","id":"p"}],"item":[
    {"linkId":"a","answer":[{"valueCoding":{"code":"x","extension":[{
    "url":"http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "valueDecimal":1.50}]}},{"valueInteger":3}]},
    {"linkId":"b","_linkId":{"extension":[{"url":"x","valueString":"y"}]},"item":[{"linkId":"c",
    "answer":[{"valueDate":"2020-01"},{"valueQuantity":{"value":2,"system":"http://unitsofmeasure.org",
    "code":"mg"}},{"valueString":"é"},{"valueBoolean":true}]}]}]}
    """

  private indirect enum Tree {
    case text(String)
    case array([Tree])
    case object([(name: String, value: Tree)])

    init(_ node: JSONNode) {
      switch node.kind {
      case .array: self = .array(node.children.map { Tree($0) })
      case .object: self = .object(node.children.map { ($0.name ?? "", Tree($0)) })
      case .string: self = .text("\"\(node.string ?? "")\"")
      case .number: self = .text(node.numberText ?? "0")
      case .boolean: self = .text(node.boolean == true ? "true" : "false")
      case .null: self = .text("null")
      }
    }

    var text: String {
      switch self {
      case .text(let text): text
      case .array(let parts): "[" + parts.map(\.text).joined(separator: ",") + "]"
      case .object(let members):
        "{" + members.map { "\"\($0.name)\":\($0.value.text)" }.joined(separator: ",") + "}"
      }
    }

    /// Changes some of the values: their types, their number, what they lie in.
    func changed(_ random: inout SeededGenerator) -> Tree {
      if random.happens(onceIn: 25) {
        return .text(random.pick(from: ResourceMutationTests.values))
      }
      if random.happens(onceIn: 40) { return .array([changed(&random), .text("null")]) }
      switch self {
      case .text: return self
      case .array(let parts):
        if let only = parts.first, random.happens(onceIn: 20) { return only }
        var parts = parts.map { $0.changed(&random) }
        if random.happens(onceIn: 20) { parts += parts }
        return .array(parts)
      case .object(let members):
        var members = members.map { ($0.name, $0.value.changed(&random)) }
        if !members.isEmpty, random.happens(onceIn: 15) {
          members.remove(at: random.number(0...members.count - 1))
        }
        let names = Set(members.map(\.0))
        for name in ["_value", "valueString", "_linkId", "x", "item", "id"]
        where random.happens(onceIn: 60) && !names.contains(name) {
          members.append((name, .text(random.pick(from: ResourceMutationTests.values))))
        }
        return .object(members)
      }
    }
  }

  @Test(arguments: 0..<20)
  func `changed resources are evaluated without harm`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed * 1_000_000)
    let expressions = try Self.resourceExpressions.map { text in try FHIRPathExpression(text) }
    let original = Tree(try JSONDocument(Self.response).root)
    for _ in 0..<60 {
      let text = original.changed(&random).text
      let resource = ResourceTree(try JSONDocument(text))
      let options = EvaluationOptions(
        limits: ExpressionMutationTests.limits, acceptsTypedNames: random.happens(onceIn: 3))
      for expression in expressions {
        do {
          _ = try expression.evaluate(on: resource.root, options)
        } catch {
          if error.phase != .execution { Issue.record("\(error) on \(text)") }
        }
      }
    }
  }
}
