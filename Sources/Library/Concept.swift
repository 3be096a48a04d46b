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

  /// Makes a concept of a coding that stands for itself.
  public init(_ coding: Coding, designations: [String] = []) {
    self.init(coding: coding, designations: designations, listing: nil, definition: nil)
  }

  init(coding: Coding, designations: [String], listing: JSONNode?, definition: JSONNode?) {
    self.coding = coding
    self.designations = designations
    self.listing = listing
    self.definition = definition
  }

  /// The words to show; the code where there are none.
  public var display: String { coding.display ?? coding.code ?? "" }
}

extension Concept {
  /// The score of the concept: where a value set lists it, else in its code system, as an extension
  /// or as a property (`itemWeight`, `ordinalValue`).
  public var weight: ExactDecimal? {
    if let weight = listing?.weight ?? definition?.weight { return weight }
    let property = definition?["property"]?.elements.first { property in
      ["itemWeight", "ordinalValue"].contains(property["code"]?.string)
    }
    return property?.choiceNode("value")?.decimal
  }
}
