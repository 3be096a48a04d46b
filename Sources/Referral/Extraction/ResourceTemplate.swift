import FHIR
import FormFiller

/// A resource with expressions in it, read once.
struct ResourceTemplate: Sendable {
  /// The type of the resources that are made.
  let resourceType: String
  let root: TemplateElement
}

/// An element of a template.
struct TemplateElement: Sendable {
  /// What it is made for, once for each result; nil: once.
  var context: TemplateExpression?
  /// What its value is; nil: what the template has.
  var value: TemplateExpression?
  /// Whether it has a value rather than elements.
  var isPrimitive = false
  /// The value of a primitive as the template has it.
  var primitive: JSONNode?
  /// The members of an element, or what stands in the `_name` of a primitive.
  var members: [TemplateMember] = []
}

/// A member of an element of a template, with all its values.
struct TemplateMember: Sendable {
  let name: String
  let isList: Bool
  var elements: [TemplateElement]
}

/// An expression in a template, or in what puts it to use.
struct TemplateExpression: Sendable {
  let use: ExtractionUse
  let program: AnswerExpression
  /// The name by which expressions within use what it gives.
  var name: String?
  /// The element it is written in, for problems.
  let node: JSONNode
}
