import FHIR

/// Finds what people take for a concept among the concepts that are searched.
struct LookAlikes: Sendable {
  private let concepts: [Concept]
  private let placesByKey: [ConceptKey: Int]
  private let placesByName: [[Unicode.Scalar]: Int]

  /// Takes the concepts, and where each name is found by its letters.
  init(_ concepts: [Concept], placesByName: [[Unicode.Scalar]: Int]) {
    self.concepts = concepts
    self.placesByName = placesByName
    placesByKey = Dictionary(
      concepts.enumerated().map { (ConceptKey($0.element.coding), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What has to be asked about before a concept is assumed that was found by this name.
  ///
  /// A concept that names names of this one in turn says that only these are taken for it.
  func of(_ concept: Concept, named name: String) -> [ConceptMatch.LookAlike] {
    let ownName = FoldedText(name).letters
    var result: [ConceptMatch.LookAlike] = []
    for other in concept.lookAlikes {
      let found = find(other, near: concept)
      guard FoldedText(found.name).letters != ownName,
        !result.contains(where: { $0.name == found.name && $0.place == found.place })
      else { continue }
      if case .name = other {
        let inTurn = names(of: concept, takenFor: found)
        guard inTurn.isEmpty || inTurn.contains(ownName) else { continue }
      }
      result.append(found)
    }
    return result
  }

  private func find(
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

  /// The names of a concept that what is taken for it says it is itself taken for.
  private func names(
    of concept: Concept, takenFor other: ConceptMatch.LookAlike
  ) -> [[Unicode.Scalar]] {
    (other.concept?.lookAlikes ?? []).compactMap { lookAlike in
      guard case .name(let name) = lookAlike, name != other.name else { return nil }
      let letters = FoldedText(name).letters
      let named = placesByName[letters].map { ConceptKey(concepts[$0].coding) }
      return named == ConceptKey(concept.coding) ? letters : nil
    }
  }
}
