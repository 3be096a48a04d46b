import FHIR

/// The concepts of a code system, those within others after them, ready to be looked up.
struct CodeSystemDefinitions: Sendable {
  /// Whether a code that is not among the concepts is not in the code system.
  let isComplete: Bool
  /// Words that people add to the names of concepts without meaning another.
  let looseWords: [String]
  /// All concepts, narrower ones after their broader one.
  private(set) var concepts: [CodeSystem.Concept] = []
  /// For each concept, the place after it and all its narrower ones.
  private var ends: [Int] = []
  private var places: [String: Int] = [:]

  init(_ codeSystem: CodeSystem) {
    isComplete = codeSystem.content == .complete
    looseWords = codeSystem.looseWords
    for concept in codeSystem.concepts { add(concept) }
  }

  private mutating func add(_ concept: CodeSystem.Concept) {
    let place = concepts.count
    concepts.append(concept)
    ends.append(0)
    if let code = concept.code, places[code] == nil { places[code] = place }
    for narrower in concept.concepts { add(narrower) }
    ends[place] = concepts.count
  }

  /// The concept with a code.
  func concept(_ code: String) -> CodeSystem.Concept? { places[code].map { concepts[$0] } }

  /// The places of a concept and all narrower ones.
  func places(under code: String) -> Range<Int>? {
    places[code].map { $0..<ends[$0] }
  }
}

extension CodeSystem.Concept {
  /// Whether the concept can be chosen, and does not only group others.
  var isSelectable: Bool {
    !["notSelectable", "abstract"].contains { name in
      properties(name).contains { $0.boolean == true }
    }
  }
}
