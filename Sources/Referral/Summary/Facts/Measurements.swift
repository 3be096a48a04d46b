/// What was said of the body's measures; a member is nil where the form does not ask.
public struct Measurements: Sendable, Equatable {
  /// The weight.
  public let weight: QuestionEntry?
  /// The height.
  public let height: QuestionEntry?
  /// The body mass index, which the form works out.
  public let bodyMassIndex: QuestionEntry?
  /// The upper number of the last blood pressure, in mmHg.
  public let systolicPressure: QuestionEntry?
  /// The lower number.
  public let diastolicPressure: QuestionEntry?
  /// When the blood pressure was read.
  public let pressureDate: QuestionEntry?

  /// The members that there are, by name.
  var all: [(name: String, entry: QuestionEntry)] {
    [
      ("weight", weight), ("height", height), ("bodyMassIndex", bodyMassIndex),
      ("systolicPressure", systolicPressure), ("diastolicPressure", diastolicPressure),
      ("pressureDate", pressureDate),
    ]
    .compactMap { name, entry in entry.map { (name, $0) } }
  }
}
