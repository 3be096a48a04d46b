import FHIR

/// Works out which concepts a value set stands for (R4, ValueSet, 4.9.8).
struct ValueSetExpander {
  /// The resource within which `#id` is looked for.
  struct Scope {
    /// Tells scopes apart; empty for the outermost.
    let name: String
    let file: String?
    let container: JSONNode?
  }

  let library: Library
  private var expanded: [String: [Concept]] = [:]
  private var definitions: [String: CodeSystemDefinitions?] = [:]
  private var chain: [(key: String, reference: String)] = []

  init(_ library: Library) { self.library = library }

  // MARK: - Value sets

  /// The concepts of the value set that `reference` names; `node` is where it is named.
  mutating func concepts(
    ofValueSet reference: String, in scope: Scope, at node: JSONNode? = nil
  ) throws(LibraryError) -> [Concept] {
    let contained = contained(reference, in: scope)
    // What is contained is another set in each resource; what is in the library is one for all.
    let key = contained == nil ? reference : "\(scope.name) \(reference)"
    if let known = expanded[key] { return known }
    if let start = chain.firstIndex(where: { $0.key == key }) {
      let cycle = chain[start...].map(\.reference) + [reference]
      throw error(.valueSetCycle(cycle), in: scope, at: node)
    }
    chain.append((key, reference))
    defer { chain.removeLast() }
    let concepts: [Concept]
    if let contained {
      concepts = try self.concepts(of: contained, in: scope)
    } else {
      concepts = try self.concepts(ofLibrarysValueSet: reference, namedIn: scope, at: node)
    }
    expanded[key] = concepts
    return concepts
  }

  private mutating func concepts(
    ofLibrarysValueSet reference: String, namedIn scope: Scope, at node: JSONNode?
  ) throws(LibraryError) -> [Concept] {
    let canonical = Canonical(reference)
    if let known = library.state.withLock({ $0.expansions[canonical] }) { return known }
    guard !reference.hasPrefix("#") else {
      throw error(.unknownValueSet(reference), in: scope, at: node)
    }
    guard let found = try library.resource(canonical, ofType: "ValueSet"),
      let valueSet = ValueSet(found.node)
    else { throw library.missing(error(.unknownValueSet(reference), in: scope, at: node)) }
    let inner = Scope(name: canonical.description, file: found.file, container: found.node)
    let concepts = try self.concepts(of: valueSet, in: inner)
    library.state.withLock { $0.expansions[canonical] = concepts }
    return concepts
  }

  /// The value set within the scope's resource that has this `#id` or this canonical URL.
  private func contained(_ reference: String, in scope: Scope) -> ValueSet? {
    let canonical = Canonical(reference)
    for node in scope.container?["contained"]?.elements ?? [] {
      guard let valueSet = ValueSet(node) else { continue }
      if reference.utf8.first == UInt8(ascii: "#") {
        if valueSet.id == String(reference.dropFirst()) { return valueSet }
      } else if valueSet.url == canonical.url,
        canonical.version == nil || valueSet.version == canonical.version
      {
        return valueSet
      }
    }
    return nil
  }

  /// The concepts of a value set: of the expansion it brings along, else of what it is composed of.
  mutating func concepts(of valueSet: ValueSet, in scope: Scope) throws(LibraryError) -> [Concept] {
    var result = ConceptList()
    if let expansion = valueSet.expansion {
      try add(expansion, to: &result, in: scope)
      return result.concepts
    }
    guard valueSet.hasComposition else { throw error(.emptyValueSet, in: scope, at: valueSet.node) }
    for part in valueSet.includes {
      for concept in try concepts(of: part, in: scope) { result.add(concept) }
    }
    for part in valueSet.excludes {
      if let system = part.system, part.isWholeSystem {
        result.remove { $0.system == system }
      } else {
        let excluded = Set(try concepts(of: part, in: scope).map { ConceptKey($0.coding) })
        result.remove { excluded.contains(ConceptKey($0)) }
      }
    }
    return result.concepts
  }

  private mutating func add(
    _ expansion: [ValueSet.ExpandedConcept], to result: inout ConceptList, in scope: Scope
  ) throws(LibraryError) {
    for expanded in expansion {
      if expanded.coding.code != nil, !expanded.isAbstract {
        result.add(
          try concept(
            expanded.coding, designations: expanded.designations, listing: expanded.node, in: scope)
        )
      }
      try add(expanded.concepts, to: &result, in: scope)
    }
  }

  // MARK: - Parts of a value set

  private mutating func concepts(
    of part: ValueSet.Part, in scope: Scope
  ) throws(LibraryError) -> [Concept] {
    var result: [Concept]?
    if let system = part.system {
      result =
        part.concepts.isEmpty
        ? try concepts(ofSystem: Canonical(url: system, version: part.version), part, in: scope)
        : try listedConcepts(of: part, system: system, in: scope)
    }
    // A part stands for what is in all that it names.
    for reference in part.valueSets {
      let others = try concepts(ofValueSet: reference, in: scope, at: part.node)
      guard let current = result else {
        result = others
        continue
      }
      let keys = Set(others.map { ConceptKey($0.coding) })
      result = current.filter { keys.contains(ConceptKey($0.coding)) }
    }
    guard let result else { throw error(.emptyPart, in: scope, at: part.node) }
    return result
  }

  private mutating func listedConcepts(
    of part: ValueSet.Part, system: String, in scope: Scope
  ) throws(LibraryError) -> [Concept] {
    var result: [Concept] = []
    for listed in part.concepts {
      guard let code = listed.code else {
        throw error(.conceptWithoutCode, in: scope, at: listed.node)
      }
      let coding = Coding(
        system: system, version: part.version, code: code, display: listed.display)
      result.append(
        try concept(
          coding, designations: listed.designations, listing: listed.node, in: scope))
    }
    return result
  }

  /// The concepts of a whole code system, or of those that the part's filters let through.
  private mutating func concepts(
    ofSystem canonical: Canonical, _ part: ValueSet.Part, in scope: Scope
  ) throws(LibraryError) -> [Concept] {
    guard let definitions = try definitions(canonical, in: scope) else {
      throw library.missing(error(.unknownCodeSystem(canonical), in: scope, at: part.node))
    }
    guard !definitions.concepts.isEmpty else {
      throw error(.codeSystemWithoutConcepts(canonical.url), in: scope, at: part.node)
    }
    var places = Array(definitions.concepts.indices)
    for filter in part.filters {
      guard let condition = FilterCondition(filter) else {
        throw error(
          .unsupportedFilter(
            property: filter.property ?? "", operation: filter.operation ?? ""),
          in: scope, at: filter.node)
      }
      places = condition.places(places, of: definitions)
    }
    var result: [Concept] = []
    for place in places {
      let definition = definitions.concepts[place]
      guard definition.code != nil else {
        throw error(.conceptWithoutCode, in: scope, at: part.node)
      }
      guard definition.isSelectable else { continue }
      let coding = Coding(
        system: canonical.url, version: canonical.version, code: definition.code,
        display: definition.display)
      result.append(
        Concept(
          coding, designations: definition.designations, definition: definition.node,
          looseWords: definitions.looseWords))
    }
    return result
  }

  // MARK: - Code systems

  /// A concept with what its code system adds to it.
  private mutating func concept(
    _ coding: Coding, designations: [String], listing: JSONNode, in scope: Scope
  ) throws(LibraryError) -> Concept {
    var coding = coding
    var designations = designations
    var definition: CodeSystem.Concept?
    var looseWords: [String] = []
    if let system = coding.system, let code = coding.code,
      let definitions = try definitions(Canonical(url: system, version: coding.version), in: scope)
    {
      definition = definitions.concept(code)
      looseWords = definitions.looseWords
    }
    if let definition {
      var others = definition.designations
      if let display = definition.display {
        // The code system's own words stay findable where the value set shows others.
        if coding.display != nil { others.insert(display, at: 0) }
        coding.display = coding.display ?? display
      }
      for other in others where other != coding.display && !designations.contains(other) {
        designations.append(other)
      }
    }
    return Concept(
      coding, designations: designations, listing: listing, definition: definition?.node,
      looseWords: looseWords)
  }

  /// The concepts of a code system: one that the scope's resource contains, else the library's.
  mutating func definitions(
    _ canonical: Canonical, in scope: Scope
  ) throws(LibraryError) -> CodeSystemDefinitions? {
    let key = "\(scope.name) \(canonical)"
    if let known = definitions[key] { return known }
    let result = try findDefinitions(canonical, in: scope)
    definitions[key] = .some(result)
    return result
  }

  private func findDefinitions(
    _ canonical: Canonical, in scope: Scope
  ) throws(LibraryError) -> CodeSystemDefinitions? {
    for node in scope.container?["contained"]?.elements ?? [] {
      if let codeSystem = CodeSystem(node), codeSystem.url == canonical.url,
        canonical.version == nil || codeSystem.version == canonical.version
      {
        return CodeSystemDefinitions(codeSystem)
      }
    }
    if let known = library.state.withLock({ $0.definitions[canonical] }) { return known }
    guard let found = try library.resource(canonical, ofType: "CodeSystem"),
      let codeSystem = CodeSystem(found.node)
    else { return nil }
    let definitions = CodeSystemDefinitions(codeSystem)
    library.state.withLock { $0.definitions[canonical] = definitions }
    return definitions
  }

  private func error(
    _ reason: LibraryError.Reason, in scope: Scope, at node: JSONNode?
  ) -> LibraryError {
    LibraryError(reason, file: scope.file, position: node?.position)
  }
}

extension ValueSet.Part {
  /// Whether the part is a code system without any choice from it.
  fileprivate var isWholeSystem: Bool {
    system != nil && concepts.isEmpty && filters.isEmpty && valueSets.isEmpty
  }
}
