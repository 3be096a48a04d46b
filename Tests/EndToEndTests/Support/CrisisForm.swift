/// Two questions of which any yes is recorded, and a last one with a page for each answer.
enum CrisisForm {
  private static let own = "https://intake.example/fhir/StructureDefinition/"

  private static func page(_ linkId: String, _ moment: String, _ conditions: String) -> String {
    """
    {"linkId": "\(linkId)", "type": "display", "text": "The page \(linkId).", "extension": [
      {"url": "\(own)help-page", "valueCode": "crisis"},
      {"url": "\(own)help-page-moment", "valueCode": "\(moment)"},
      {"url": "\(own)attended-text", "valueString": "Somebody comes to you (\(linkId))."}],
     "enableBehavior": "any", "enableWhen": [\(conditions)]}
    """
  }

  private static func condition(_ question: String, _ operation: String, _ value: Bool) -> String {
    #"{"question": "\#(question)", "operator": "\#(operation)", "answerBoolean": \#(value)}"#
  }

  static let text = Forms.form(
    """
    {"linkId": "one", "text": "One?", "type": "boolean"},
    \(page("positive", "record", condition("one", "=", true))),
    {"linkId": "now", "text": "Now?", "type": "boolean"},
    \(page("acute", "in-turn", condition("now", "=", true) + "," + condition("now", "exists", false))),
    {"linkId": "after", "text": "After?", "type": "string"}
    """)

  /// Lines that lead to both pages and to the end.
  static let answers = "yes\nyes\n\nsecretword\n0\n"
}
