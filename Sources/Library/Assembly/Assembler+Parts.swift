import FHIR

/// Finds parts, and checks that they can be where they are put.
extension Assembler {
  /// What an item that stands for a part must not have, for it would be lost.
  private static let lostMembers = [
    "item", "enableWhen", "enableBehavior", "required", "repeats", "modifierExtension",
  ]

  mutating func checkPlaceholder(_ placeholder: JSONNode, of part: Int) {
    let linkId = placeholder["linkId"]?.string
    if placeholder["type"]?.isString("display") != true {
      note(.placeholderType, at: placeholder, of: part, linkId: linkId)
    }
    for name in Self.lostMembers {
      guard let member = placeholder.member(named: name) else { continue }
      note(.placeholderContent(name), at: member, of: part, linkId: linkId)
    }
    if let element = placeholder.firstExtension(.enableWhenExpression) {
      note(.placeholderContent("enableWhenExpression"), at: element, of: part, linkId: linkId)
    }
  }

  /// The questionnaire that belongs in place of an item; nil, with a problem noted, when there is
  /// none.
  mutating func found(
    _ placeholder: JSONNode, of part: Int
  ) -> (file: String, canonical: Canonical, questionnaire: Questionnaire)? {
    let linkId = placeholder["linkId"]?.string
    let elements = placeholder.extensions(.subQuestionnaire)
    guard elements.count == 1, let element = elements.first,
      let reference = element.choiceNode("value")?.string, !reference.isEmpty
    else {
      note(.notOnePart, at: placeholder, of: part, linkId: linkId)
      return nil
    }
    let canonical = Canonical(reference)
    do {
      guard let found = try library.resource(canonical, ofType: "Questionnaire"),
        let questionnaire = Questionnaire(found.node)
      else {
        note(try missing(canonical, at: element, of: part, linkId: linkId))
        return nil
      }
      if questionnaire.assembleExpectation?.canBePart == false {
        note(.formAsPart(canonical), at: element, of: part, linkId: linkId)
        return nil
      }
      let version = questionnaire.version
      return (found.file, Canonical(url: canonical.url, version: version), questionnaire)
    } catch {
      note(error)
      return nil
    }
  }

  private func missing(
    _ canonical: Canonical, at element: JSONNode, of part: Int, linkId: String?
  ) throws(LibraryError) -> LibraryError {
    func error(_ problem: AssemblyProblem) -> LibraryError {
      LibraryError(
        .assembly(problem), file: parts[part].file, position: element.position, linkId: linkId)
    }
    let anyVersion = Canonical(url: canonical.url)
    if let other = try library.resource(anyVersion, ofType: "Questionnaire") {
      return error(.otherVersion(canonical, found: other.node["version"]?.string))
    }
    return library.missing(error(.missingPart(canonical)))
  }

  /// Checks that a part has what the questionnaire around it has, where both have to be the same.
  mutating func checkAgreement(of number: Int, with importer: Int) {
    let part = parts[number].questionnaire
    let whole = parts[importer].questionnaire
    if let language = part.language, language.lowercased() != whole.language?.lowercased() {
      note(
        .language(language, whole: whole.language), at: part.node["language"] ?? part.node,
        of: number)
    }
    let wholeMode = whole.node.extensionText(.entryMode)
    if let element = part.node.firstExtension(.entryMode),
      let mode = element.choiceNode("value")?.string, mode != wholeMode
    {
      note(.entryMode(mode, whole: wholeMode), at: element, of: number)
    }
    let labels = Set((whole.meta?.security ?? []).map { [$0.system, $0.code] })
    for element in part.node["meta"]?["security"]?.elements ?? [] {
      let label = Coding(element)
      if !labels.contains([label.system, label.code]) {
        note(.security(label.code ?? label.display ?? ""), at: element, of: number)
      }
    }
    for name in ["implicitRules", "modifierExtension"] {
      if let member = part.node.member(named: name) {
        note(.prohibited(name), at: member, of: number)
      }
    }
  }

  /// Checks that the variables are there that a part says it needs.
  mutating func checkContext(
    of number: Int, in scope: AssemblyScope, at placeholder: JSONNode, of part: Int
  ) {
    let included = parts[number]
    for name in included.questionnaire.assembleContext where !scope.knows(name) {
      note(
        .missingContext(name, part: included.canonical ?? Canonical(url: included.file)),
        at: placeholder, of: part, linkId: placeholder["linkId"]?.string)
    }
  }
}
