/// The extensions that the program reads, under each of the names they have had.
public enum ExtensionURL: String, Sendable, CaseIterable {
  // HL7's, in the R4 core specification.
  /// How an item is to be shown (`item-control` code system).
  case itemControl = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
  /// An item that is never shown.
  case hidden = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"
  /// An option that excludes all others.
  case optionExclusive = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"
  /// The fewest answers or rows.
  case minOccurs = "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs"
  /// The most answers or rows.
  case maxOccurs = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs"
  /// The unit of a numeric answer.
  case unit = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"
  /// A unit that a quantity may be given in.
  case unitOption = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption"
  /// The units that a quantity may be given in, as a value set.
  case unitValueSet = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitValueSet"
  /// A type that a reference may point to.
  case referenceResource = "http://hl7.org/fhir/StructureDefinition/questionnaire-referenceResource"
  /// How an answer is to be typed.
  case entryFormat = "http://hl7.org/fhir/StructureDefinition/entryFormat"
  /// The least answer.
  case minValue = "http://hl7.org/fhir/StructureDefinition/minValue"
  /// The greatest answer.
  case maxValue = "http://hl7.org/fhir/StructureDefinition/maxValue"
  /// The least length of a text.
  case minLength = "http://hl7.org/fhir/StructureDefinition/minLength"
  /// The most digits after the point.
  case maxDecimalPlaces = "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces"
  /// A pattern that a text has to match.
  case regex = "http://hl7.org/fhir/StructureDefinition/regex"
  /// The greatest size of an attachment, in bytes.
  case maxSize = "http://hl7.org/fhir/StructureDefinition/maxSize"
  /// A media type that an attachment may have.
  case mimeType = "http://hl7.org/fhir/StructureDefinition/mimeType"
  /// The score of an answer: on the answer, the option, the concept of a value set or code system.
  case itemWeight = "http://hl7.org/fhir/StructureDefinition/itemWeight"
  /// A rule that the response has to keep to.
  case targetConstraint = "http://hl7.org/fhir/StructureDefinition/targetConstraint"
  /// A value with a name for other expressions.
  case variable = "http://hl7.org/fhir/StructureDefinition/variable"
  /// An expression that gives an element its value.
  case cqfExpression = "http://hl7.org/fhir/StructureDefinition/cqf-expression"
  /// Why a value is not there.
  case dataAbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"

  /// A text in another language.
  case translation = "http://hl7.org/fhir/StructureDefinition/translation"
  /// A text as XHTML.
  case renderingXHTML = "http://hl7.org/fhir/StructureDefinition/rendering-xhtml"
  /// A text as Markdown.
  case renderingMarkdown = "http://hl7.org/fhir/StructureDefinition/rendering-markdown"
  /// What a text that is shown is for (`questionnaire-display-category` code system).
  case displayCategory = "http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory"
  /// Where there is more to read about an item.
  case supportLink = "http://hl7.org/fhir/StructureDefinition/questionnaire-supportLink"
  /// The mark before an option.
  case optionPrefix = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionPrefix"
  /// The step between two values of a slider.
  case sliderStepValue = "http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue"
  /// Whether options stand side by side or one below the other.
  case choiceOrientation = "http://hl7.org/fhir/StructureDefinition/questionnaire-choiceOrientation"

  // SDC's.
  /// A picture, film or sound that belongs to an item.
  case itemMedia = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia"
  /// A picture, film or sound that belongs to an option.
  case itemAnswerMedia =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemAnswerMedia"
  /// A few words for an item.
  case shortText = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText"
  /// The least amount, with its unit.
  case minQuantity = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-minQuantity"
  /// The greatest amount, with its unit.
  case maxQuantity = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity"
  /// True where the item is asked.
  case enableWhenExpression =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"
  /// What the answer is worked out from.
  case calculatedExpression =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
  /// What the answer begins with.
  case initialExpression =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression"
  /// What the options are.
  case answerExpression =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerExpression"
  /// What answers are suggested.
  case candidateExpression =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-candidateExpression"
  /// Options that are on offer only at times.
  case answerOptionsToggleExpression =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerOptionsToggleExpression"
  /// A resource that the form expects from whoever starts it.
  case launchContext =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext"

  /// The questionnaire whose items belong in place of an item.
  case subQuestionnaire =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-subQuestionnaire"
  /// Whether a questionnaire is put together of parts, or is a part.
  case assembleExpectation =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-assemble-expectation"
  /// A variable that a part needs where it is put.
  case assembleContext =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-assembleContext"
  /// A part that a questionnaire was put together of.
  case assembledFrom =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-assembledFrom"
  /// A library of logic.
  case logicLibrary = "http://hl7.org/fhir/StructureDefinition/cqf-library"
  /// How a person may go through the questions.
  case entryMode = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-entryMode"
  /// The resources that an item and those within are filled from.
  case populationContext =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemPopulationContext"
  /// The resource that answers go into.
  case extractionContext =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemExtractionContext"
  /// The resource that answers go into, in the later way.
  case definitionExtract =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-definitionExtract"
  /// A value that a resource gets, whatever is answered.
  case definitionExtractValue =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-definitionExtractValue"
  /// The contained resource that answers are filled into.
  case templateExtract =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-templateExtract"
  /// The contained transaction that answers are filled into.
  case templateExtractBundle =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-templateExtractBundle"
  /// In a template: what an element is made for, once for each result.
  case templateExtractContext =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-templateExtractContext"
  /// In a template: what the value of an element is.
  case templateExtractValue =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-templateExtractValue"
  /// The map by which answers go into resources.
  case targetStructureMap =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-targetStructureMap"
  /// A name for an identifier that is made when answers go into resources.
  case extractAllocateId =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-extractAllocateId"
  /// Whether answers become observations.
  case observationExtract =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract"
  /// The categories of the observations that answers become.
  case observationExtractCategory =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observation-extract-category"
  /// How an observation that an answer becomes stands in the transaction.
  case observationExtractEntry =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtractEntry"
  /// How old an observation may be that an answer is taken from.
  case observationLinkPeriod =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationLinkPeriod"

  // Our own.
  /// Why a question is asked, in plain words.
  case whyAsked = "https://intake.example/fhir/StructureDefinition/why-asked"
  /// A page of help, recorded as urgent when it becomes enabled.
  case helpPage = "https://intake.example/fhir/StructureDefinition/help-page"
  /// When a page of help is shown and recorded.
  case helpPageMoment = "https://intake.example/fhir/StructureDefinition/help-page-moment"
  /// A page of help that also opens when a question it looks at is refused.
  case opensOnRefusal = "https://intake.example/fhir/StructureDefinition/opens-on-refusal"
  /// The words of a page of help where staff have been called and are near.
  case attendedText = "https://intake.example/fhir/StructureDefinition/attended-text"
  /// A page that ends the interview when it becomes enabled.
  case endPage = "https://intake.example/fhir/StructureDefinition/end-page"
  /// The contained ObservationDefinition that says what the values of a score are taken to mean.
  case scoreDefinition = "https://intake.example/fhir/StructureDefinition/score-definition"
  /// What has to be borne in mind with a score.
  case scoreNote = "https://intake.example/fhir/StructureDefinition/score-note"
  /// Where the wording of an instrument comes from, and whether it was compared with that.
  case wordingSource = "https://intake.example/fhir/StructureDefinition/wording-source"
  /// A part of a form that is asked in one language or in another, never in both.
  case wholeLanguage = "https://intake.example/fhir/StructureDefinition/whole-language"
  /// A repeating group whose rows can be typed in one line.
  case oneLineRow = "https://intake.example/fhir/StructureDefinition/one-line-row"
  /// The word before what answers a question within such a line.
  case lineLead = "https://intake.example/fhir/StructureDefinition/line-lead"
  /// Words that readers of a form are taken to know, with spaces between them; on an option, a phrase
  /// that people use for it.
  case knownWords = "https://intake.example/fhir/StructureDefinition/known-words"
  /// A word that may follow the names of a code system's concepts without being part of them.
  case looseWord = "https://intake.example/fhir/StructureDefinition/loose-word"
  /// The linkId of a question whose "not sure" raises a rule as an answer would.
  case raisedByNotSure = "https://intake.example/fhir/StructureDefinition/raised-by-not-sure"
  /// A help page that was opened, kept with the response.
  case urgentRecord = "https://intake.example/fhir/StructureDefinition/urgent-record"
  /// What the source of a rule is about: drug, route, indication, year and strength.
  case basis = "https://intake.example/fhir/StructureDefinition/basis"
  /// What is said of a rule that cannot be assessed.
  case unassessedText = "https://intake.example/fhir/StructureDefinition/unassessed-text"

  /// The other name under which the same extension occurs, older or newer.
  public var otherName: String? {
    switch self {
    case .minLength: "http://hl7.org/fhir/StructureDefinition/questionnaire-minLength"
    case .maxSize: "http://hl7.org/fhir/StructureDefinition/questionnaire-maxSize"
    case .shortText: "http://hl7.org/fhir/StructureDefinition/questionnaire-shortText"
    case .entryFormat: "http://hl7.org/fhir/StructureDefinition/questionnaire-entryFormat"
    case .itemWeight: "http://hl7.org/fhir/StructureDefinition/ordinalValue"
    case .targetConstraint: "http://hl7.org/fhir/StructureDefinition/questionnaire-constraint"
    default: nil
    }
  }
}

extension JSONNode {
  /// The extensions of an element with this URL, in order.
  public func extensions(_ url: ExtensionURL) -> [JSONNode] {
    self["extension"]?.children.filter { $0.isExtension(url) } ?? []
  }

  /// The first extension of an element with this URL.
  public func firstExtension(_ url: ExtensionURL) -> JSONNode? {
    self["extension"]?.children.first { $0.isExtension(url) }
  }

  /// Whether an element of `extension` has this URL.
  public func isExtension(_ url: ExtensionURL) -> Bool {
    guard let found = self["url"] else { return false }
    return found.isString(url.rawValue) || url.otherName.map { found.isString($0) } ?? false
  }

  /// The value of the first extension with this URL.
  public func extensionValue(_ url: ExtensionURL) -> AnswerValue? {
    firstExtension(url)?.choiceValue("value")
  }

  /// The text of the first extension with this URL, whichever type of string it is.
  public func extensionText(_ url: ExtensionURL) -> String? {
    firstExtension(url)?.choiceNode("value")?.string
  }

  /// The whole number of the first extension with this URL, whichever type of number it is.
  public func extensionInteger(_ url: ExtensionURL) -> Int? {
    firstExtension(url)?.choiceNode("value")?.decimal?.integer
  }
}
