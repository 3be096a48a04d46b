import FHIR
import FHIRPath
import FormFiller

/// Fills a template from the answers in one place.
///
/// An element is made once for each result of its context, and once for each result of its value. An
/// element without results is left out, and so is one that holds nothing any more.
struct TemplateFiller {
  var answers: AnswerExpressions
  let place: AnswerPlace
  let linkId: String?
  private(set) var problems: [ExtractionProblem] = []

  init(_ answers: AnswerExpressions, at place: AnswerPlace, linkId: String?) {
    self.answers = answers
    self.place = place
    self.linkId = linkId
  }

  /// What expressions see where an element is.
  struct Scope {
    var focus: ResourceNode?
    var variables: [String: [FHIRPathValue]]
  }

  /// An element that was made; a primitive has a value, what stands in its `_name`, or both.
  private struct Made {
    var value: ExtractedValue?
    var sibling: ExtractedValue?
  }

  private mutating func note(_ kind: ExtractionProblem.Kind, at node: JSONNode) {
    let problem = ExtractionProblem(kind, at: node, linkId: linkId)
    if !problems.contains(problem) { problems.append(problem) }
  }

  // MARK: - Resources

  /// The scopes that a template makes a resource in.
  mutating func scopes(of template: ResourceTemplate, in scope: Scope) -> [Scope] {
    scopes(of: template.root, in: scope)
  }

  /// The members of the resource that a template makes in a scope, without its id.
  mutating func members(of template: ResourceTemplate, in scope: Scope) -> [ExtractedMember] {
    members(template.root.members, in: scope)
  }

  /// The one text that an expression gives; nil where it gives nothing.
  mutating func text(of expression: TemplateExpression, in scope: Scope) -> String? {
    let results = values(of: expression, in: scope)
    guard let first = results.first else { return nil }
    guard results.count == 1 else {
      note(.severalValues(expression.use), at: expression.node)
      return nil
    }
    guard let text = first.text, !text.isEmpty else {
      note(.unfitValue(expression.use), at: expression.node)
      return nil
    }
    return text
  }

  // MARK: - Elements

  private mutating func scopes(of element: TemplateElement, in scope: Scope) -> [Scope] {
    guard let context = element.context else { return [scope] }
    return values(of: context, in: scope).compactMap { result in
      guard let focus = Self.node(result) else {
        note(.unfitValue(.context), at: context.node)
        return nil
      }
      var inner = scope
      inner.focus = focus
      if let name = context.name { inner.variables[name] = [result] }
      return inner
    }
  }

  private mutating func made(of element: TemplateElement, in scope: Scope) -> [Made] {
    var made: [Made] = []
    for inner in scopes(of: element, in: scope) {
      if let value = element.value {
        let sibling = element.isPrimitive ? object(element.members, in: inner) : nil
        for result in values(of: value, in: inner) {
          guard let extracted = extracted(result, at: value) else { continue }
          made.append(Made(value: extracted, sibling: sibling))
        }
      } else if element.isPrimitive {
        let one = Made(
          value: element.primitive.map { .copy($0) }, sibling: object(element.members, in: inner))
        if one.value != nil || one.sibling != nil { made.append(one) }
      } else if let object = object(element.members, in: inner) {
        made.append(Made(value: object))
      }
    }
    return made
  }

  /// What a result of the expression of a value is; nil where it has no value of its own.
  private mutating func extracted(
    _ result: FHIRPathValue, at expression: TemplateExpression
  ) -> ExtractedValue? {
    if case .node(let node) = result, node.json == nil { return nil }
    guard let extracted = ExtractedValue(result) else {
      note(.unfitValue(.value), at: expression.node)
      return nil
    }
    return extracted
  }

  private mutating func object(
    _ members: [TemplateMember], in scope: Scope
  ) -> ExtractedValue? {
    let made = self.members(members, in: scope)
    return made.isEmpty ? nil : .object(made)
  }

  private mutating func members(
    _ members: [TemplateMember], in scope: Scope
  ) -> [ExtractedMember] {
    members.flatMap { member in
      var made: [Made] = []
      for element in member.elements {
        let some = self.made(of: element, in: scope)
        if !member.isList, some.count > 1, let expression = element.value ?? element.context {
          note(.severalValues(expression.use), at: expression.node)
          continue
        }
        made += some
      }
      // An extension of which only the address is left says nothing.
      if member.name == "extension" { made.removeAll { $0.value?.isBareExtension ?? true } }
      return Self.members(named: member.name, made, isList: member.isList)
    }
  }

  private static func members(
    named name: String, _ made: [Made], isList: Bool
  ) -> [ExtractedMember] {
    let values = made.map(\.value)
    let siblings = made.map(\.sibling)
    return [(name, values), ("_\(name)", siblings)].compactMap { name, parts in
      let present = parts.compactMap { $0 }
      guard let first = present.first else { return nil }
      return ExtractedMember(name: name, value: isList ? .list(parts) : first)
    }
  }

  // MARK: - Expressions

  private mutating func values(
    of expression: TemplateExpression, in scope: Scope
  ) -> [FHIRPathValue] {
    do {
      return try answers.values(
        of: expression.program, at: place, on: scope.focus, with: scope.variables)
    } catch {
      note(.evaluation(expression.use, "\(error)"), at: expression.node)
      return []
    }
  }

  /// A result as something that expressions can be evaluated on.
  private static func node(_ result: FHIRPathValue) -> ResourceNode? {
    if case .node(let node) = result { return node }
    guard let value = ExtractedValue(result) else { return nil }
    let document = JSONBuilder.object { $0.add("value", value) }
    guard let json = document.root["value"] else { return nil }
    return ResourceTree(json, type: result.elementType).root
  }
}

extension FHIRPathValue {
  /// The FHIR type of a System value.
  fileprivate var elementType: String {
    switch self {
    case .boolean: "boolean"
    case .integer, .long: "integer"
    case .decimal: "decimal"
    case .date: "date"
    case .dateTime: "dateTime"
    case .time: "time"
    case .quantity: "Quantity"
    case .string, .type, .node: "string"
    }
  }
}

extension ExtractedValue {
  /// Whether it is an extension without a value and without further extensions.
  fileprivate var isBareExtension: Bool {
    guard case .object(let members) = self else { return false }
    return members.allSatisfy { $0.name == "url" || $0.name == "id" }
  }
}
