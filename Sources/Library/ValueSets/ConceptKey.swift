import FHIR

/// What makes two concepts of value sets the same.
struct ConceptKey: Hashable {
  let system: String?
  let code: String?

  init(_ coding: Coding) {
    system = coding.system
    code = coding.code
  }
}

/// Concepts in order, each once.
struct ConceptList {
  private(set) var concepts: [Concept] = []
  private var keys: Set<ConceptKey> = []

  mutating func add(_ concept: Concept) {
    if keys.insert(ConceptKey(concept.coding)).inserted { concepts.append(concept) }
  }

  mutating func remove(where isExcluded: (Coding) -> Bool) {
    concepts.removeAll { isExcluded($0.coding) }
    keys = Set(concepts.map { ConceptKey($0.coding) })
  }
}
