import FHIR

/// A concept that a question may be answered with.
public struct Concept: Sendable {
  /// The code with its system and the words to show, which are the value set's, else the code
  /// system's.
  public let coding: Coding
  /// Other words for the concept, such as trade names or spellings, each once.
  public let designations: [String]
  /// The concept in the value set that lists it, for its extensions; nil when none lists it.
  public let listing: JSONNode?
  /// The concept in its code system, for its properties; nil when the code system is not here.
  public let definition: JSONNode?
  /// Words that people add to the concept's names without meaning another concept, as its code
  /// system declares them.
  public let looseWords: [String]

  /// Makes a concept of a coding, with what its code system and a value set say of it, if anything.
  public init(
    _ coding: Coding, designations: [String] = [], listing: JSONNode? = nil,
    definition: JSONNode? = nil, looseWords: [String] = []
  ) {
    self.coding = coding
    self.designations = designations
    self.listing = listing
    self.definition = definition
    self.looseWords = looseWords
  }

  /// The words to show; the code where there are none.
  public var display: String { coding.display ?? coding.code ?? "" }
}

extension Concept {
  /// A concept, or a name, that people take for this concept.
  public enum LookAlike: Sendable, Hashable {
    /// The concept with this code in the same code system.
    case code(String)
    /// A name, of a concept or of nothing that is known.
    case name(String)
  }

  /// The values of a property in the concept's code system, in order; none where that is not here.
  public func properties(_ code: String) -> [JSONNode] {
    definition?.conceptProperties(code) ?? []
  }

  /// What people take for this concept: its property `look-alike`, a code of the same code system or
  /// a string that is a name.
  public var lookAlikes: [LookAlike] {
    properties("look-alike").compactMap { value in
      guard let text = value["code"]?.string ?? value.string else { return nil }
      return value.name == "valueString" ? .name(text) : .code(text)
    }
  }

  /// The score of the concept: where a value set lists it, else in its code system, as an extension
  /// or as a property (`itemWeight`, `ordinalValue`).
  public var weight: ExactDecimal? {
    if let weight = listing?.weight ?? definition?.weight { return weight }
    return (properties("itemWeight") + properties("ordinalValue")).first?.decimal
  }
}
