/// An answer in a response (R4, QuestionnaireResponse.item.answer): a typed view of its JSON.
public struct QuestionnaireResponseAnswer: Sendable {
  /// The answer as JSON.
  public let node: JSONNode

  /// Makes a view of an answer.
  public init(_ node: JSONNode) { self.node = node }

  /// The value, or nil when there is none that can be read.
  public var value: AnswerValue? { node.choiceValue("value") }
  /// Why there is no value.
  public var dataAbsentReason: DataAbsentReason? {
    node.extensionText(.dataAbsentReason).flatMap { DataAbsentReason(rawValue: $0) }
  }
  /// The items under the answer.
  public var items: [QuestionnaireResponseItem] {
    node["item"]?.elements.map { QuestionnaireResponseItem($0) } ?? []
  }
}
