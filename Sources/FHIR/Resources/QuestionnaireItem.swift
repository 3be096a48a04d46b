/// An item of a questionnaire (R4, Questionnaire.item): a typed view of its JSON.
public struct QuestionnaireItem: Sendable {
  /// The item as JSON.
  public let node: JSONNode

  /// Makes a view of an item.
  public init(_ node: JSONNode) { self.node = node }

  /// The item's identifier within the questionnaire.
  public var linkId: String? { node["linkId"]?.string }
  /// The URI of the element definition that the item stands for.
  public var definition: String? { node["definition"]?.string }
  /// The concepts that the item stands for.
  public var codes: [Coding] { node["code"]?.elements.map { Coding($0) } ?? [] }
  /// The label before the text, such as a number.
  public var prefix: String? { node["prefix"]?.string }
  /// The words shown.
  public var text: String? { node["text"]?.string }
  /// The type as it is written.
  public var typeCode: String? { node["type"]?.string }
  /// The type, or nil when it is none that FHIR has.
  public var type: ItemType? {
    guard let typeCode else { return nil }
    guard typeCode == "coding" else { return ItemType(rawValue: typeCode) }
    // R5 calls a choice by the type of its answer, and says apart whether a text will do.
    return node["answerConstraint"]?.isString("optionsOrString") == true ? .openChoice : .choice
  }
  /// The conditions under which the item is asked.
  public var enableWhen: [EnableWhen] { node["enableWhen"]?.elements.map { EnableWhen($0) } ?? [] }
  /// How several conditions count together, if the questionnaire says.
  public var enableBehavior: EnableWhen.Behavior? {
    node["enableBehavior"]?.string.flatMap { EnableWhen.Behavior(rawValue: $0) }
  }
  /// Whether an answer has to be given.
  public var isRequired: Bool { node["required"]?.boolean ?? false }
  /// Whether several answers or rows can be given.
  public var repeats: Bool { node["repeats"]?.boolean ?? false }
  /// Whether a person cannot change the answer.
  public var isReadOnly: Bool { node["readOnly"]?.boolean ?? false }
  /// The most characters of a text.
  public var maxLength: Int? { node["maxLength"]?.integer }
  /// The canonical URL of the value set that the options come from, or `#` and the id of a
  /// contained one.
  public var answerValueSet: String? { node["answerValueSet"]?.string }
  /// The options, without those that have no value.
  public var answerOptions: [AnswerOption] {
    node["answerOption"]?.elements.compactMap { AnswerOption($0) } ?? []
  }
  /// The values to begin with.
  public var initialValues: [AnswerValue] {
    node["initial"]?.elements.compactMap { $0.choiceValue("value") } ?? []
  }
  /// The items within.
  public var items: [QuestionnaireItem] {
    node["item"]?.elements.map { QuestionnaireItem($0) } ?? []
  }
}
