import FHIR

/// Finds what people take for a concept among the concepts that are searched.
///
/// The concepts are looked through once, and only when one that fits has look-alikes at all.
struct LookAlikes {
  private let concepts: [Concept]
  private lazy var placesByKey = Dictionary(
    concepts.enumerated().map { (ConceptKey($0.element.coding), $0.offset) },
    uniquingKeysWith: { first, _ in first })
  private lazy var placesByName = Dictionary(
    concepts.enumerated().flatMap { place, concept in
      ([concept.display] + concept.designations).map { (FoldedText($0).letters, place) }
    },
    uniquingKeysWith: { first, _ in first })

  init(_ concepts: [Concept]) { self.concepts = concepts }

  /// What has to be asked about before a concept is assumed that was found by this name.
  mutating func of(_ concept: Concept, named name: String) -> [ConceptMatch.LookAlike] {
    let others = concept.lookAlikes
    guard !others.isEmpty else { return [] }
    let ownName = FoldedText(name).letters
    var result: [ConceptMatch.LookAlike] = []
    for other in others {
      let found = find(other, near: concept)
      guard FoldedText(found.name).letters != ownName,
        !result.contains(where: { $0.name == found.name && $0.place == found.place })
      else { continue }
      result.append(found)
    }
    return result
  }

  private mutating func find(
    _ lookAlike: Concept.LookAlike, near concept: Concept
  ) -> ConceptMatch.LookAlike {
    switch lookAlike {
    case .code(let code):
      let place = placesByKey[ConceptKey(Coding(system: concept.coding.system, code: code))]
      let found = place.map { concepts[$0] }
      return ConceptMatch.LookAlike(name: found?.display ?? code, concept: found, place: place)
    case .name(let name):
      let place = placesByName[FoldedText(name).letters]
      return ConceptMatch.LookAlike(
        name: name, concept: place.map { concepts[$0] }, place: place)
    }
  }
}
