/// An answer that a question offers (R4, Questionnaire.item.answerOption).
public struct AnswerOption: Sendable {
  /// The option as JSON, or nil for one that a value set gives.
  public let node: JSONNode?
  /// The answer that choosing the option gives.
  public let value: AnswerValue
  /// Whether the option is chosen to begin with.
  public let isInitiallySelected: Bool
  /// Whether the option excludes all others.
  public let isExclusive: Bool
  /// Other words that people use for it, by which it can be found.
  public let synonyms: [String]
  /// The concept where a value set and a code system list it, for its words in other languages.
  public let listings: [JSONNode]
  /// The score of the option.
  public let weight: ExactDecimal?

  /// Reads an option; nil when it has no value.
  public init?(_ node: JSONNode) {
    guard let value = node.choiceValue("value") else { return nil }
    self.node = node
    self.value = value
    isInitiallySelected = node["initialSelected"]?.boolean ?? false
    isExclusive = node.extensionValue(.optionExclusive) == .boolean(true)
    synonyms = Self.synonyms(node) + (node["valueCoding"].map(Self.synonyms) ?? [])
    weight = node.weight ?? node["valueCoding"]?.weight
    listings = []
  }

  /// Makes an option of a concept.
  public init(
    _ coding: Coding, synonyms: [String] = [], weight: ExactDecimal? = nil,
    listings: [JSONNode] = []
  ) {
    self.init(.coding(coding), synonyms: synonyms, weight: weight, listings: listings)
  }

  /// Makes an option of a value.
  public init(
    _ value: AnswerValue, synonyms: [String] = [], weight: ExactDecimal? = nil,
    listings: [JSONNode] = []
  ) {
    self.value = value
    self.synonyms = synonyms
    self.weight = weight
    self.listings = listings
    node = nil
    isInitiallySelected = false
    isExclusive = false
  }

  /// The phrases that an element says people use for it, of any number of words each.
  private static func synonyms(_ node: JSONNode) -> [String] {
    guard node["extension"] != nil else { return [] }
    return node.extensions(.knownWords).flatMap { element in
      (element.choiceNode("value")?.string ?? "").split { $0 == "," || $0 == ";" }
        .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }
  }
}
