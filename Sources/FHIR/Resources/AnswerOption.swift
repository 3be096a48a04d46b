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
  /// The concept in the value set that lists it; nil when none does.
  public let listing: JSONNode?
  /// The concept in its code system, for its properties; nil when no value set gives the option or
  /// the code system is not here.
  public let definition: JSONNode?
  /// Words that people add to the option's names without meaning another, as its code system
  /// declares them.
  public let looseWords: [String]
  /// The score of the option.
  public let weight: ExactDecimal?

  /// Reads an option; nil when it has no value.
  public init?(_ node: JSONNode) {
    guard let value = node.choiceValue("value") else { return nil }
    self.node = node
    self.value = value
    isInitiallySelected = node["initialSelected"]?.boolean ?? false
    isExclusive = node.extensionValue(.optionExclusive) == .boolean(true)
    synonyms = []
    weight = node.weight ?? node["valueCoding"]?.weight
    listing = nil
    definition = nil
    looseWords = []
  }

  /// Makes an option of a concept.
  public init(
    _ coding: Coding, synonyms: [String] = [], weight: ExactDecimal? = nil,
    listing: JSONNode? = nil, definition: JSONNode? = nil, looseWords: [String] = []
  ) {
    self.init(
      value: .coding(coding), synonyms: synonyms, weight: weight, listing: listing,
      definition: definition, looseWords: looseWords)
  }

  /// Makes an option of a value.
  public init(_ value: AnswerValue) {
    self.init(
      value: value, synonyms: [], weight: nil, listing: nil, definition: nil, looseWords: [])
  }

  private init(
    value: AnswerValue, synonyms: [String], weight: ExactDecimal?, listing: JSONNode?,
    definition: JSONNode?, looseWords: [String]
  ) {
    self.value = value
    self.synonyms = synonyms
    self.weight = weight
    self.listing = listing
    self.definition = definition
    self.looseWords = looseWords
    node = nil
    isInitiallySelected = false
    isExclusive = false
  }

  /// The concept where a value set and a code system list it, for its words in other languages.
  var listings: [JSONNode] { [listing, definition].compactMap { $0 } }
}
