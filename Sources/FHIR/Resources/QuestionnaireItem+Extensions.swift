extension QuestionnaireItem {
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
  /// Whether a row of the group can be typed in one line.
  public var isOneLineRow: Bool { node.extensionValue(.oneLineRow) == .boolean(true) }
  /// The word before what answers the question within such a line.
  public var lineLead: String? { node.extensionText(.lineLead) }
  /// Whether a page of help also opens when a question that it looks at was asked and left without an
  /// answer.
  public var opensOnRefusal: Bool { node.extensionValue(.opensOnRefusal) == .boolean(true) }
  /// When the help page is shown and recorded; at once unless the item says otherwise.
  ///
  /// A moment that is not known counts as at once, so that a misspelt word keeps no help from anybody.
  public var helpPageMoment: HelpPageMoment {
    node.extensionText(.helpPageMoment).flatMap { HelpPageMoment(rawValue: $0) } ?? .atOnce
  }
  /// The reference to the definition of the score that the item is: `#` and the id of a contained
  /// resource.
  public var scoreDefinitionReference: String? {
    node.firstExtension(.scoreDefinition)?["valueReference"]?["reference"]?.string
  }
  /// What has to be borne in mind with the score that the item is.
  public var scoreNote: String? { node.extensionText(.scoreNote) }
  /// Where the wording of the instrument that the item is comes from; nil for one that is none.
  public var wordingSource: WordingSource? {
    node.firstExtension(.wordingSource).map { WordingSource($0) }
  }
  /// What ends with the item.
  public var endPage: EndPage? { node.extensionText(.endPage).flatMap { EndPage(rawValue: $0) } }
  /// What a text that is shown is for.
  public var displayCategory: DisplayCategory? {
    node.firstExtension(.displayCategory)?["valueCodeableConcept"]?["coding"]?.elements.lazy
      .compactMap { $0["code"]?.string }.compactMap { DisplayCategory(rawValue: $0) }.first
  }
  /// The addresses where there is more to read.
  public var supportLinks: [String] {
    node.extensions(.supportLink).compactMap { $0.choiceNode("value")?.string }
  }
  /// The step between two values of a slider.
  public var sliderStep: ExactDecimal? {
    node.firstExtension(.sliderStepValue)?.choiceNode("value")?.decimal
  }
  /// Whether the options are to stand side by side.
  public var hasHorizontalOptions: Bool { node.extensionText(.choiceOrientation) == "horizontal" }
  /// Whether the item and all in it are asked in one language or in another, never in both.
  public var isWholeLanguage: Bool { node.extensionValue(.wholeLanguage) == .boolean(true) }
  /// The pictures, films and sounds that belong to the item.
  public var media: [Attachment] { node.attachments(.itemMedia) }
}

extension JSONNode {
  /// The attachments that the extensions with this URL hold.
  func attachments(_ url: ExtensionURL) -> [Attachment] {
    extensions(url).compactMap { element in
      guard case .attachment(let attachment)? = element.choiceValue("value") else { return nil }
      return attachment
    }
  }
}
