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
  public var codes: [Coding] { node["code"].map { $0.elements.map { Coding($0) } } ?? [] }
  /// The label before the text, such as a number.
  public var prefix: String? { node["prefix"]?.string }
  /// The words shown.
  public var text: String? { node["text"]?.string }
  /// The type as it is written.
  public var typeCode: String? { node["type"]?.string }
  /// The type, or nil when it is none that FHIR has.
  public var type: ItemType? {
    guard let typeCode else { return nil }
    // R5 calls a choice by the type of its answer.
    return typeCode == "coding" ? .choice : ItemType(rawValue: typeCode)
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

  // MARK: - Extensions

  /// How the item is to be shown.
  public var control: ItemControl? {
    guard let concept = node.firstExtension(.itemControl)?["valueCodeableConcept"],
      let codings = concept["coding"]
    else { return nil }
    return codings.elements.lazy.compactMap { $0["code"]?.string }
      .compactMap { ItemControl(rawValue: $0) }.first
  }
  /// Whether the item is never shown.
  public var isHidden: Bool { node.extensionValue(.hidden) == .boolean(true) }
  /// The fewest answers or rows.
  public var minOccurs: Int? { node.extensionInteger(.minOccurs) }
  /// The most answers or rows.
  public var maxOccurs: Int? { node.extensionInteger(.maxOccurs) }
  /// The least answer, or the least amount with its unit.
  public var minValue: AnswerValue? {
    node.extensionValue(.minQuantity) ?? node.extensionValue(.minValue)
  }
  /// The greatest answer, or the greatest amount with its unit.
  public var maxValue: AnswerValue? {
    node.extensionValue(.maxQuantity) ?? node.extensionValue(.maxValue)
  }
  /// The fewest characters of a text.
  public var minLength: Int? { node.extensionInteger(.minLength) }
  /// The most digits after the point.
  public var maxDecimalPlaces: Int? { node.extensionInteger(.maxDecimalPlaces) }
  /// The pattern that a text has to match.
  public var regex: String? { node.extensionText(.regex) }
  /// The greatest size of an attachment, in bytes.
  public var maxSize: ExactDecimal? {
    node.firstExtension(.maxSize)?.choiceNode("value")?.decimal
  }
  /// The media types that an attachment may have.
  public var mimeTypes: [String] {
    node.extensions(.mimeType).compactMap { $0.choiceNode("value")?.string }
  }
  /// The unit of a numeric answer.
  public var unit: Coding? {
    guard case .coding(let unit) = node.extensionValue(.unit) else { return nil }
    return unit
  }
  /// The units that a quantity may be given in.
  public var unitOptions: [Coding] {
    node.extensions(.unitOption).compactMap { element in
      guard case .coding(let unit) = element.choiceValue("value") else { return nil }
      return unit
    }
  }
  /// The canonical URL of the value set of units.
  public var unitValueSet: String? { node.extensionText(.unitValueSet) }
  /// The types that a reference may point to.
  public var referenceResources: [String] {
    node.extensions(.referenceResource).compactMap { $0.choiceNode("value")?.string }
  }
  /// How the answer is to be typed.
  public var entryFormat: String? { node.extensionText(.entryFormat) }
  /// A few words for the item.
  public var shortText: String? { node.extensionText(.shortText) }
  /// Why the question is asked.
  public var whyAsked: String? { node.extensionText(.whyAsked) }
  /// The kind of help page that the item is.
  public var helpPage: HelpPage? {
    node.extensionText(.helpPage).flatMap { HelpPage(rawValue: $0) }
  }
  /// What ends with the item.
  public var endPage: EndPage? { node.extensionText(.endPage).flatMap { EndPage(rawValue: $0) } }
}

/// A page of help that is shown at once when an answer opens it.
public enum HelpPage: String, Sendable {
  /// Life may be in danger now.
  case emergency
  /// The person may hurt themself.
  case crisis
  /// Care is needed today.
  case sameDay = "same-day"
}

/// A page that ends the interview when an answer opens it.
public enum EndPage: String, Sendable {
  /// Nothing is kept.
  case discard
  /// The answers are kept for staff.
  case keep
}
