import FHIR

extension FormCompiler {
  /// Finds the languages that the form's questions can be asked in, and notes those that there are
  /// not.
  mutating func compileLanguages() {
    if let own = questionnaire.language {
      if let tag = LanguageTag(own), tag.isKnown {
        languages.append(tag)
      } else {
        note(.languageTag(own), .warning, at: questionnaire.node, linkId: nil)
      }
    }
    for use in questionnaire.translationUses() {
      guard let tag = use.language.flatMap({ LanguageTag($0) }), tag.isKnown else {
        note(.languageTag(use.language), .warning, at: use.node, linkId: use.linkId)
        continue
      }
      if use.isText, !languages.contains(tag) { languages.append(tag) }
    }
  }

  /// Notes a server that the form would have concepts looked up on.
  mutating func noteTerminologyServer(_ url: String, at node: JSONNode, linkId: String?) -> Bool {
    // It has had several names.
    guard url.hasSuffix("referredTerminologyServer") || url.hasSuffix("/terminology-server") else {
      return false
    }
    note(.unsupported(.terminologyServer), .warning, at: node, linkId: linkId)
    return true
  }
}
