extension ExtensionURL {
  /// Whether an extension with this URL gives the score of an answer, under any of its names.
  public static func isWeight(_ url: String) -> Bool {
    url == itemWeight.rawValue || url == itemWeight.otherName
      || url == "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue"
  }
}

extension JSONNode {
  /// The score that the extensions of an element give it.
  public var weight: ExactDecimal? {
    let found = self["extension"]?.elements.first { element in
      element["url"]?.string.map { ExtensionURL.isWeight($0) } ?? false
    }
    return found?.choiceNode("value")?.decimal
  }
}
