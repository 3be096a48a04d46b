/// An item of a response (R4, QuestionnaireResponse.item): a typed view of its JSON.
public struct QuestionnaireResponseItem: Sendable {
  /// The item as JSON.
  public let node: JSONNode

  /// Makes a view of an item.
  public init(_ node: JSONNode) { self.node = node }

  /// The linkId of the questionnaire's item.
  public var linkId: String? { node["linkId"]?.string }
  /// The URI of the element definition that the item stands for.
  public var definition: String? { node["definition"]?.string }
  /// The words of the question as they were asked.
  public var text: String? { node["text"]?.string }
  /// The answers.
  public var answers: [QuestionnaireResponseAnswer] {
    node["answer"]?.elements.map { QuestionnaireResponseAnswer($0) } ?? []
  }
  /// The items within a group.
  public var items: [QuestionnaireResponseItem] {
    node["item"]?.elements.map { QuestionnaireResponseItem($0) } ?? []
  }
}
