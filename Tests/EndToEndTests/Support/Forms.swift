/// Small questionnaires and responses.
enum Forms {
  /// A questionnaire of two questions, a line each.
  static let short = form(
    """
    {"linkId": "name", "type": "string", "text": "What is your name?"},
    {"linkId": "pets", "type": "boolean", "text": "Do you have pets?"}
    """)

  /// The lines that answer it to its end.
  static let shortAnswers = "Ana\nyes\n0\n"

  /// A questionnaire of items, the first of which stands on line 5.
  static func form(_ items: String) -> String {
    """
    {
      "resourceType": "Questionnaire",
      "url": "https://example.org/form", "status": "active",
      "item": [
    \(items)
      ]
    }
    """
  }

  /// A response in progress to a form, with the answer to its first question.
  static func draft(
    questionnaire: String = "https://example.org/form", status: String = "in-progress",
    items: String = #"{"linkId": "name", "answer": [{"valueString": "Ana"}]}"#
  ) -> String {
    """
    {
      "resourceType": "QuestionnaireResponse",
      "questionnaire": "\(questionnaire)",
      "status": "\(status)",
      "item": [\(items)]
    }
    """
  }
}
