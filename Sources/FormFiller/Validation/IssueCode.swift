/// What can be wrong with a response (code system `http://fhir.forms-lab.com/CodeSystem/errors`).
public enum IssueCode: String, Sendable, CaseIterable {
  /// The questionnaire is a draft.
  case questionnaireDraft
  /// The questionnaire is retired.
  case questionnaireRetired
  /// The response was written outside the questionnaire's effective period.
  case questionnaireInactive
  /// No item of the questionnaire has this linkId here.
  case invalidLinkId
  /// The item's type is none that an item can have.
  case invalidType
  /// The answer is of another type than the item.
  case invalidAnswerType
  /// The answer is none of the options.
  case invalidAnswerOption
  /// An option that excludes all others stands with others.
  case exclusiveAnswerOption
  /// A coding is not in the value set.
  case invalidCoding
  /// The unit is none of those offered.
  case invalidUnit
  /// The unit is not in the value set of units.
  case invalidUnitValueSet
  /// A reference is no reference.
  case invalidRefValue
  /// A reference points to a type that does not exist.
  case invalidRefResourceType
  /// A reference points to a type that the item does not allow.
  case invalidRefResourceTypeRestriction
  /// A required item has no answer.
  case required
  /// Too few answers or rows.
  case minCount
  /// Too many answers or rows.
  case maxCount
  /// Several answers to an item that takes one.
  case repeats
  /// A value below the least.
  case minValue
  /// A value above the greatest.
  case maxValue
  /// A text that is too short.
  case minLength
  /// A text that is too long.
  case maxLength
  /// Too many digits after the point.
  case maxDecimalPlaces
  /// A text that does not match the pattern.
  case regex
  /// An attachment that is too large.
  case maxAttachmentSize
  /// An attachment of a media type that is not allowed.
  case invalidAttachmentType
  /// An answer to an item that only shows text.
  case displayAnswer
  /// An answer to a group.
  case groupShouldNotHaveAnswers
  /// An answer to an item that is not enabled.
  case notEnabled
  /// An answer without value, and nothing said why.
  case emptyAnswer
  /// A constraint of the form is not kept.
  case invariant
  /// A constraint of the form cannot be evaluated.
  case invariantExecution
  /// A value that the form works out is not what was read.
  case calculatedValue
  /// Something about the item cannot be evaluated here.
  case notEvaluated
}
