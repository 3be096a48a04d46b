import FHIR

extension ExtractionProblem.Kind {
  /// The problem in words: what, and how to mend it.
  var text: String {
    switch self {
    case .templateWithoutReference:
      "the templateExtract has no \"template\"; add one that refers to a contained resource"
    case .missingTemplate(let reference):
      "the templateExtract names \(reference), which the questionnaire does not contain; correct "
        + "the id or add the resource to \"contained\""
    case .templateWithoutType(let reference):
      "the template \(reference) has no resourceType that R4 has; add it"
    case .unknownTemplatePart(let name):
      "a templateExtract has no part \"\(name)\"; use template, "
        + ExtractionUse.entryParts.map(\.rawValue).joined(separator: ", ")
    case .valueOnResource:
      "a templateExtractValue stands on a resource as a whole; move it to an element"
    case .unknownElement(let path):
      "there is no element \(path) in R4; correct its name or move the value"
    case .wrongType(let path, let type):
      "the value of \(path) is no \(type); convert it in the expression, or choose another element"
    case .missingElement(let path):
      "the resource has no \(path), which R4 demands; where there is nothing for it, leave the resource "
        + "out by a templateExtractContext on the template itself"
    case .referenceToContained(let reference):
      "the template refers to \(reference), which is not extracted with it; give the other resource "
        + "a fullUrl with an extractAllocateId, and refer to that"
    case .oneResourceForAllAnswers:
      "the question takes several answers and its template makes one resource of them all; for one "
        + "each, add a templateExtractContext with \"answer\" to the template itself"
    case .identifierWithoutName: "the extractAllocateId has no name; give it one"
    case .duplicateIdentifier(let name):
      "the identifier %\(name) is allocated twice on this item; rename one"
    case .duplicateAddress(let address):
      "two resources have the address \(address); make it different for each, or leave it out"
    case .danglingReference(let address):
      "a reference points to \(address), which no extracted resource has as its fullUrl; give it to "
        + "one, or leave the reference out where there is none"
    case .enteredInError:
      "the response was entered in error; nothing in it may become a resource"
    case .unsupported(let url):
      "the extension \(url.rawValue) is not supported; use templateExtract or observationExtract"
    default: expressionText ?? observationText
    }
  }

  private var expressionText: String? {
    switch self {
    case .missingExpression(let use): "the \(use.rawValue) has no expression; add one"
    case .expression(let use, let error, let excerpt):
      "the \(use.rawValue) cannot be used: \(error)\n\(excerpt)"
    case .expressionLanguage(let use, let language):
      "the \(use.rawValue) is in the language \"\(language)\"; write it in FHIRPath (text/fhirpath)"
    case .unknownVariable(let use, let name):
      "the \(use.rawValue) uses %\(name), which nothing defines here; define it on this item or above"
    case .unknownItem(let use, let linkId):
      "the \(use.rawValue) reads '\(linkId)', which no item has; correct the linkId"
    case .valueSet(let use, let url, let reason):
      "the \(use.rawValue) asks about the value set \(url), which cannot be used: \(reason)"
    case .lint(let use, let advice): "the \(use.rawValue): \(advice)"
    case .evaluation(let use, let reason): "the \(use.rawValue) has no value: \(reason)"
    case .severalValues(let use):
      "the \(use.rawValue) gives several values where one belongs; choose one, as with first()"
    case .unfitValue(let use):
      "the \(use.rawValue) gives something that a resource cannot hold; give a value"
    default: nil
    }
  }

  private var observationText: String {
    switch self {
    case .observationWithoutCode:
      "the item is to become an observation and has no code; add one, or take observationExtract out"
    case .unknownRelationship(let code):
      "there is no relationship \"\(code)\" of observations; use true, false, independent, component, "
        + "member or derived"
    case .relationshipWithoutParent(let code):
      "the item is to be \"\(code)\" of an observation, and nothing above it becomes one; use true, "
        + "or extract the item above"
    case .groupWithoutValue(let code):
      "a group has no value, so that it cannot take part in \"\(code)\"; use \"member\""
    case .noObservationValue(let type):
      "an answer of the type \(type.rawValue) cannot be the value of an observation; use a template"
    case .observationWithinExcluded:
      "the item lies in one whose observationExtract is false, so that it becomes no observation; "
        + "take one of the two out"
    default: ""
    }
  }
}

extension ExtractionUse {
  /// The parts of a `templateExtract` that say how its resource stands in the transaction.
  static let entryParts: [ExtractionUse] = [
    .fullUrl, .resourceId, .ifNoneMatch, .ifModifiedSince, .ifMatch, .ifNoneExist,
  ]
}
