import FHIR
import FormFiller

/// How the answers to a form become resources, read once from the form (SDC 4, Form Data Extraction).
///
/// Two ways are there: observations by `observationExtract`, and any resource by `templateExtract`.
///
///     let plan = ExtractionPlan(of: form)
///     guard plan.isUsable else { … plan.problems … }
///     let extraction = Extraction(of: response, by: plan) { UUID().uuidString.lowercased() }
public struct ExtractionPlan: Sendable {
  /// The form.
  public let form: Form
  /// What is wrong with what the form says of extraction, in the order of the form.
  public let problems: [ExtractionProblem]
  /// What becomes of the form itself, under nil, and of its items.
  let rules: [Int?: ItemExtraction]

  /// Reads what a form says of extraction.
  public init(of form: Form) {
    var compiler = ExtractionCompiler(form)
    compiler.compile()
    self.form = form
    problems = compiler.problems
    rules = compiler.rules
  }

  /// Whether anything of the form becomes a resource.
  public var extractsAnything: Bool {
    rules.values.contains { !$0.templates.isEmpty || $0.observation != nil }
  }

  /// Whether nothing is so wrong that what is extracted would not be what is meant.
  public var isUsable: Bool { !problems.contains { $0.severity == .error } }
}

/// What becomes of an item.
struct ItemExtraction: Sendable {
  /// The names of identifiers that are made anew wherever the item occurs.
  var identifiers: [String] = []
  var templates: [TemplateUse] = []
  var observation: ObservationRule?

  var isEmpty: Bool { identifiers.isEmpty && templates.isEmpty && observation == nil }
}

/// A template where it is put to use.
struct TemplateUse: Sendable {
  let template: ResourceTemplate
  /// The parts that say how the resource stands in the transaction.
  let entry: [ExtractionUse: TemplateExpression]
  /// The extension, for problems.
  let node: JSONNode
}

/// How answers to an item become observations.
struct ObservationRule: Sendable {
  /// How an observation stands to the one that the item above becomes (SDC code system
  /// `observation-extract-relationship`).
  enum Relationship: String, Sendable {
    /// It stands alone.
    case independent
    /// It is a part of that one.
    case component
    /// That one has it as a member.
    case member
    /// It comes from that one.
    case derived
  }

  let relationship: Relationship
  /// The codes as the item has them.
  let codes: [JSONNode]
  /// The CodeableConcepts of its categories.
  let categories: [JSONNode]
}
