import FHIR

/// A reason why a questionnaire cannot be put together of its parts (SDC, Modular Forms).
public enum AssemblyProblem: Equatable, Sendable {
  // What a questionnaire may be used as.

  /// A questionnaire that can only be a part is used as a form.
  case partAsForm
  /// A questionnaire that can only be a form is used as a part.
  case formAsPart(Canonical)
  /// The code of `assemble-expectation` is none that SDC has.
  case unknownExpectation(String)

  // The item that stands for a part.

  /// No file holds the part.
  case missingPart(Canonical)
  /// The part is there in another version only; nil when that has none.
  case otherVersion(Canonical, found: String?)
  /// The item names several parts, or none where it should name one.
  case notOnePart
  /// The item is not of the type `display`.
  case placeholderType
  /// The item holds something that would be lost with it.
  case placeholderContent(String)
  /// The part needs a variable that the item is not in the scope of.
  case missingContext(String, part: Canonical)
  /// The variable `linkIdPrefix` is not a text that can be worked out without answers.
  case linkIdPrefix(String)
  /// The variable `linkIdPrefix` is longer than the limit, in characters.
  case linkIdPrefixLength(limit: Int)

  // What does not go together.

  /// The part is in another language than the questionnaire it is put in.
  case language(String, whole: String?)
  /// The part is gone through in another way than the questionnaire it is put in.
  case entryMode(String, whole: String?)
  /// The part has a security label that the questionnaire it is put in has not.
  case security(String)
  /// The part has what changes its meaning and cannot be taken over.
  case prohibited(String)
  /// Two variables of one name come together on one item.
  case duplicateVariable(String, otherFile: String)
  /// Two values of an extension come together where there can be one.
  case severalValues(String, otherFile: String)
  /// A contained resource has no id, by which it would be known.
  case containedWithoutId
  /// Two different contained resources have one id.
  case differentContained(String, otherFile: String)
  /// Two items have one linkId.
  case duplicateLinkId(String, otherFile: String, otherPosition: SourcePosition)
  /// A part is put in twice, so that its items have the same linkIds.
  case partTwice(Canonical, linkId: String)
  /// The parts hold each other in a circle.
  case recursion([String])

  // What is too much.

  /// There are more uses of parts than the limit.
  case tooManyParts(limit: Int)
  /// There are more items than the limit.
  case tooManyItems(limit: Int)
  /// The items take more bytes than the limit.
  case tooLarge(limit: Int)
  /// Items lie deeper within each other than the limit.
  case tooDeep(limit: Int)
}
