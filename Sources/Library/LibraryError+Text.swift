import FHIR

extension LibraryError: CustomStringConvertible {
  /// The error in words: where, what and how to mend it.
  public var description: String {
    var place: [String] = []
    if let file { place.append(file) }
    if let position { place.append(position.description) }
    if let linkId { place.append("item '\(linkId)'") }
    return (place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + reason.description
  }
}

extension LibraryError.Reason: CustomStringConvertible {
  /// What is wrong and how to mend it, without the place.
  public var description: String {
    manifestText ?? fileText ?? vocabularyText
  }

  private var manifestText: String? {
    switch self {
    case .notAManifest:
      "this is not a library; it needs \"format\": \"intake-library\" and \"version\": 1"
    case .unsupportedManifestVersion(let version):
      version.map { "library version \($0) is not known here; use version 1, or a newer program" }
        ?? "the library does not say its version; add \"version\": 1"
    case .malformedManifestMember("roles"):
      "\"roles\" is not as expected; write it like {\"intake\": \"intake.json\"}"
    case .malformedManifestMember("crisisLines"):
      "\"crisisLines\" is not as expected; write the name of a file in quotes"
    case .malformedManifestMember(let name):
      "\"\(name)\" is not as expected; write a list of file names in quotes"
    case .unknownRole(let name):
      "the role \"\(name)\" is not known; use "
        + Role.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    case .roleWithoutFile(let role):
      "no questionnaire has the role \"\(role.rawValue)\"; name its file under \"roles\""
    case .roleFileNotListed(let role, let file):
      "\(file) has the role \"\(role.rawValue)\" but is not under \"files\"; add it there"
    case .fileListedTwice: "the file is listed twice; remove one of them"
    case .fileOutsideFolder(let name):
      "\"\(name)\" leads out of the folder; move the file into it and write the name in it"
    default: nil
    }
  }

  private var fileText: String? {
    switch self {
    case .notALedger:
      "these are not approvals; take the file from a backup, or remove it and approve anew"
    case .malformedApproval:
      "this approval is not whole; take the file from a backup, or remove it and approve anew"
    case .unreadable(let detail):
      "the file cannot be read (\(detail)); check its name and who may read it"
    case .notJSON(let reason): reason.description
    case .notAResource:
      "this is not a FHIR resource; it needs a \"resourceType\", such as \"Questionnaire\""
    case .unexpectedResource(let found, let wanted):
      "this is a \(found) where a \(wanted) is wanted; name another file"
    case .resourceWithoutURL:
      "the resource has no \"url\", so that nothing can name it; add one"
    case .duplicateCanonical(let canonical, let otherFile):
      "\(canonical) is in \(otherFile) as well; remove one, or give it another version"
    case .unknownQuestionnaire(let canonical):
      "no file holds the questionnaire \(canonical); add it, or correct its address"
    case .assembly(let problem): problem.description
    case .notCrisisLines:
      "this is no file of crisis lines; it needs \"format\": \"intake-crisis-lines\" and "
        + "\"version\": 1"
    case .malformedCrisisLines(let wish): wish
    default: nil
    }
  }

  private var vocabularyText: String {
    switch self {
    case .unknownValueSet(let reference):
      "the value set \(reference) is not here; add it to the library, or correct its address"
    case .unknownCodeSystem(let canonical):
      "the code system \(canonical) is not here; add it to the library, or list its codes"
    case .codeSystemWithoutConcepts(let url):
      "the code system \(url) is here without its concepts; list the codes in the value set"
    case .emptyValueSet: "the value set has no concepts; add \"compose\" or \"expansion\""
    case .emptyPart: "this part of the value set names nothing; add \"system\" or \"valueSet\""
    case .unsupportedFilter(let property, let operation):
      "the filter \"\(property)\" \"\(operation)\" cannot be applied here; list the codes instead"
    case .valueSetCycle(let chain):
      "these value sets include each other: \(chain.joined(separator: " → ")); take one out"
    case .conceptWithoutCode: "the concept has no \"code\"; add one"
    case .duplicateCode(let code): "the code \"\(code)\" is there twice; keep one"
    case .unknownCode(let code, let system):
      "\(system) does not have the code \"\(code)\"; correct the code, or add it there"
    default: "the library cannot be used"
    }
  }
}
