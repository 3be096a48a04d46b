/// A questionnaire of questions that are told apart by their number.
public struct TrialForm: Sendable {
  /// How many questions there are.
  public let count: Int

  /// Makes a questionnaire.
  ///
  /// - Parameter count: How many questions there are.
  public init(count: Int) { self.count = count }

  /// The question as it stands on the screen; the first has the number 0.
  public static func question(_ number: Int) -> String { "Question \(number) of the trial?" }

  /// The questionnaire as JSON.
  public var text: String {
    let items = (0..<count).map {
      #"{"linkId": "q\#($0)", "type": "string", "text": "\#(Self.question($0))"}"#
    }
    return """
      {"resourceType": "Questionnaire", "url": "https://example.org/trial", "status": "active",
       "item": [\(items.joined(separator: ",\n"))]}
      """
  }

  /// The highest number of a question that was shown, or nothing.
  public static func lastQuestion(in text: String) -> Int? {
    text.matches(of: /Question ([0-9]+) of the trial\?/).compactMap { Int($0.1) }.last
  }
}
