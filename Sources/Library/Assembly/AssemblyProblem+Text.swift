extension AssemblyProblem: CustomStringConvertible {
  /// What is wrong and how to mend it, without the place.
  public var description: String { useText ?? placeholderText ?? conflictText ?? limitText }

  private var useText: String? {
    switch self {
    case .partAsForm:
      "this is a part of other questionnaires and cannot be used on its own; name the questionnaire "
        + "that it belongs to"
    case .formAsPart(let canonical):
      "\(canonical) says that it is no part of others (assemble-root); name another, or change its "
        + "assemble-expectation"
    case .unknownExpectation(let code):
      "there is no assemble-expectation \"\(code)\"; use assemble-root, assemble-child, "
        + "assemble-root-or-child, independent-child or independent-root-or-child"
    default: nil
    }
  }

  private var placeholderText: String? {
    switch self {
    case .missingPart(let canonical):
      "no file holds the part \(canonical); add it to the library, or correct its address"
    case .otherVersion(let canonical, let found):
      "the part \(canonical) is here \(found.map { "in version \($0)" } ?? "without a version"); "
        + "name the version that is meant"
    case .notOnePart: "the item has to name one sub-questionnaire (valueCanonical); keep one"
    case .placeholderType:
      "the item stands for a sub-questionnaire and is not of the type \"display\"; change its type, "
        + "or put such an item into it"
    case .placeholderContent(let name):
      "the item gives way to a sub-questionnaire, and its \"\(name)\" would be lost; put the item "
        + "into a group that has it"
    case .missingContext(let name, let canonical):
      "\(canonical) needs the variable %\(name) here; add it to the item, to a group around it, or "
        + "to the questionnaire"
    case .linkIdPrefix(let expression):
      "linkIdPrefix has to be a text that is known beforehand, which \"\(expression.prefix(60))\" is "
        + "not; write it like 'name.' or %linkIdPrefix + 'name.'"
    case .linkIdPrefixLength(let limit):
      "linkIdPrefix is longer than \(limit) characters; shorten it"
    default: nil
    }
  }

  private var conflictText: String? {
    switch self {
    case .language(let part, let whole):
      "the part is in the language \"\(part)\", the questionnaire around it "
        + "\(whole.map { "in \"\($0)\"" } ?? "in none that it names"); both have to be the same"
    case .entryMode(let part, let whole):
      "the part has the entryMode \"\(part)\", the questionnaire around it "
        + "\(whole.map { "\"\($0)\"" } ?? "none"); both have to be the same"
    case .security(let label):
      "the part has the security label \"\(label)\", the questionnaire around it has not; add it "
        + "there"
    case .prohibited(let name): "a part cannot have \"\(name)\"; remove it"
    case .duplicateVariable(let name, let otherFile):
      "the variable \(name) comes from \(otherFile) to the same place; rename one, or put one part "
        + "into a group of its own"
    case .severalValues(let name, let otherFile):
      "there can be one \(name) in this place, and another comes from \(otherFile); keep one"
    case .containedWithoutId: "the contained resource has no \"id\"; add one"
    case .differentContained(let id, let otherFile):
      "the contained resource \"\(id)\" is another one in \(otherFile); rename one, or give the part "
        + "a linkIdPrefix"
    case .duplicateLinkId(let linkId, let otherFile, let position):
      "the linkId '\(linkId)' is also in \(otherFile), \(position); rename one, or give the part a "
        + "linkIdPrefix"
    case .partTwice(let canonical, let linkId):
      "\(canonical) is put in twice, so that linkIds such as '\(linkId)' are there twice; give each a "
        + "linkIdPrefix"
    case .recursion(let chain):
      "these questionnaires hold each other: \(chain.joined(separator: " → ")); take one out"
    default: nil
    }
  }

  private var limitText: String {
    switch self {
    case .tooManyParts(let limit):
      "the questionnaire is put together of more than \(limit) parts; use fewer"
    case .tooManyItems(let limit):
      "the questionnaire comes to more than \(limit) items with its parts; use fewer parts"
    case .tooLarge(let limit):
      "the questionnaire comes to more than \(limit / 1_048_576) MB with its parts; use fewer parts"
    case .tooDeep(let limit):
      "items lie more than \(limit) deep within each other with this part; flatten them"
    default: "the questionnaire cannot be put together"
    }
  }
}
