import FHIR
import FHIRPath
import FormFiller

/// Something because of which answers cannot become resources as a form says.
public struct ExtractionProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// What is extracted would not be what the form's author meant.
    case error
    /// What is extracted is right as far as it goes.
    case warning
  }

  /// What is wrong.
  public let kind: Kind
  /// The linkId of the item, if it has one.
  public let linkId: String?
  /// The name of the file that the element is from, where the questionnaire knows it.
  public let file: String?
  /// Where the element stands in its file.
  public let position: SourcePosition

  init(_ kind: Kind, at node: JSONNode, linkId: String?) {
    self.kind = kind
    self.linkId = linkId
    file = node.fileName
    position = node.position
  }

  /// How much it matters.
  public var severity: Severity { kind.severity }

  /// The problem in words, without any answer: where, what and how to mend it.
  public var description: String {
    let place = linkId.map { "linkId '\($0)': " } ?? ""
    return "\(place)\(kind.text)"
  }

  /// What is wrong.
  public enum Kind: Sendable, Equatable {
    // Templates.
    /// A `templateExtract` names no contained resource.
    case templateWithoutReference
    /// A `templateExtract` names a contained resource that is not there.
    case missingTemplate(String)
    /// The contained resource does not say what it is.
    case templateWithoutType(String)
    /// A part of a `templateExtract` is none that SDC has.
    case unknownTemplatePart(String)
    /// A value stands on a resource as a whole.
    case valueOnResource
    /// The resource or template has an element that R4 does not have.
    case unknownElement(path: String)
    /// The value of an element is not of its type.
    case wrongType(path: String, type: String)
    /// A resource has not what R4 demands of its type.
    case missingElement(path: String)
    /// A template refers to a contained resource, which it cannot take along.
    case referenceToContained(String)
    /// A template on a question with several answers makes one resource of them all.
    case oneResourceForAllAnswers

    // Expressions.
    /// An expression is missing where one belongs.
    case missingExpression(ExtractionUse)
    /// An expression is not FHIRPath; with an excerpt that marks the place.
    case expression(ExtractionUse, FHIRPathError, excerpt: String)
    /// An expression is in another language than FHIRPath.
    case expressionLanguage(ExtractionUse, String)
    /// An expression uses a variable that nothing defines there.
    case unknownVariable(ExtractionUse, String)
    /// An expression reads answers to an item that does not exist.
    case unknownItem(ExtractionUse, linkId: String)
    /// An expression asks about a value set that is not here; the text says why.
    case valueSet(ExtractionUse, String, reason: String)
    /// An expression that is likely to mean something else than what its author wants.
    case lint(ExtractionUse, String)
    /// An expression has no value in this response; the text says why.
    case evaluation(ExtractionUse, String)
    /// An expression gives several values where one belongs.
    case severalValues(ExtractionUse)
    /// An expression gives something that has no place in a resource, such as a type.
    case unfitValue(ExtractionUse)
    /// An identifier has no name.
    case identifierWithoutName
    /// Two identifiers of one item have the same name.
    case duplicateIdentifier(String)

    // Observations.
    /// An item is to become an observation and has no code.
    case observationWithoutCode
    /// The relationship to the observation above is none that SDC has.
    case unknownRelationship(String)
    /// A relationship to an observation above, and there is none.
    case relationshipWithoutParent(String)
    /// A group is to be a component or to be derived from, and has no value.
    case groupWithoutValue(String)
    /// Answers to this type of item cannot be the value of an observation.
    case noObservationValue(ItemType)
    /// An item is to become an observation within one that is left out with all in it.
    case observationWithinExcluded

    // The whole.
    /// Two resources would have the same address.
    case duplicateAddress(String)
    /// A resource refers to an identifier that no resource has.
    case danglingReference(String)
    /// The response was entered in error.
    case enteredInError
    /// The form asks for a way of extraction that this program does not have.
    case unsupported(ExtensionURL)

    var severity: Severity {
      switch self {
      case .unsupported, .lint, .oneResourceForAllAnswers, .observationWithinExcluded: .warning
      default: .error
      }
    }
  }
}

/// What an expression is for when answers become resources.
public enum ExtractionUse: String, Sendable {
  /// What an element of a template is made for.
  case context = "templateExtractContext"
  /// The value of an element of a template.
  case value = "templateExtractValue"
  /// The address of a resource in the transaction.
  case fullUrl
  /// The id of a resource that is updated.
  case resourceId
  /// A condition on a resource that is there.
  case ifNoneMatch
  /// A condition on the age of a resource that is there.
  case ifModifiedSince
  /// A condition on the version of a resource that is updated.
  case ifMatch
  /// A condition on resources that are there before one is made.
  case ifNoneExist
}
