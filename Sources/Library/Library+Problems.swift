import FHIR

extension Library {
  /// Everything that is wrong with the library, file by file.
  ///
  /// Reads every file and works out every value set, so that nothing can be wrong later.
  public func problems() -> [LibraryError] {
    var check = LibraryCheck(self)
    check.run()
    return check.problems
  }
}

/// Looks through all files of a library.
private struct LibraryCheck {
  let library: Library
  private(set) var problems: [LibraryError] = []
  private var expander: ValueSetExpander
  private var fileOfCanonical: [Canonical: String] = [:]
  private var cycles: Set<Set<String>> = []

  init(_ library: Library) {
    self.library = library
    expander = ValueSetExpander(library)
  }

  mutating func run() {
    for problem in library.manifest.problems { add(problem) }
    for file in library.files {
      do {
        checkFile(file, root: try library.root(of: file))
      } catch {
        add(error)
      }
    }
    do {
      _ = try library.crisisLines()
    } catch {
      add(error)
    }
    for role in library.roles {
      do {
        _ = try library.questionnaire(role: role)
      } catch {
        add(error)
      }
    }
  }

  private mutating func add(_ problem: LibraryError) {
    // One mistake in a vocabulary shows wherever the vocabulary is used.
    guard !problems.contains(problem) else { return }
    if case .valueSetCycle(let chain) = problem.reason, !cycles.insert(Set(chain)).inserted {
      return
    }
    problems.append(problem)
  }

  private mutating func add(_ reason: LibraryError.Reason, at node: JSONNode, of file: String) {
    add(LibraryError(reason, file: file, position: node.position))
  }

  // MARK: - Resources

  private mutating func checkFile(_ file: String, root: JSONNode) {
    guard Library.isBundle(root) else {
      checkResource(root, of: file)
      return
    }
    for resource in Library.bundledResources(root) { checkResource(resource, of: file) }
  }

  private mutating func checkResource(_ node: JSONNode, of file: String) {
    guard let resourceType = node["resourceType"]?.string else {
      add(.notAResource, at: node, of: file)
      return
    }
    checkCanonical(of: node, resourceType, in: file)
    if let questionnaire = Questionnaire(node) {
      checkValueSets(of: questionnaire, in: file)
      checkAssembly(of: questionnaire, in: file)
    }
    checkVocabulary(node, in: scope(of: node, file))
    for contained in node["contained"]?.elements ?? [] {
      checkVocabulary(contained, in: scope(of: node, file))
    }
  }

  private func scope(of node: JSONNode, _ file: String) -> ValueSetExpander.Scope {
    ValueSetExpander.Scope(name: "\(file) \(node.position)", file: file, container: node)
  }

  private mutating func checkCanonical(
    of node: JSONNode, _ resourceType: String, in file: String
  ) {
    guard let url = node["url"]?.string else {
      if ["ValueSet", "CodeSystem", "PlanDefinition"].contains(resourceType) {
        add(.resourceWithoutURL, at: node, of: file)
      }
      return
    }
    let canonical = Canonical(url: url, version: node["version"]?.string)
    if let otherFile = fileOfCanonical[canonical] {
      add(
        .duplicateCanonical(canonical, otherFile: otherFile), at: node["url"] ?? node, of: file)
    } else {
      fileOfCanonical[canonical] = file
    }
  }

  // MARK: - Questionnaires

  /// Checks that a form can be put together; parts are checked where they are put.
  private mutating func checkAssembly(of questionnaire: Questionnaire, in file: String) {
    guard !questionnaire.isPart else { return }
    do {
      _ = try library.assembled(questionnaire, file: file)
    } catch {
      for problem in error.problems { add(problem) }
    }
  }

  private mutating func checkValueSets(of questionnaire: Questionnaire, in file: String) {
    let scope = scope(of: questionnaire.node, file)
    var items = questionnaire.items[...]
    while let item = items.popFirst() {
      checkOptions(of: item, in: scope)
      items = item.items + items
    }
  }

  private mutating func checkOptions(
    of item: QuestionnaireItem, in scope: ValueSetExpander.Scope
  ) {
    let unitValueSet = item.node.firstExtension(.unitValueSet)?.choiceNode("value")
    for node in [item.node["answerValueSet"], unitValueSet] {
      guard let node, let reference = node.string else { continue }
      do {
        _ = try expander.concepts(ofValueSet: reference, in: scope, at: node)
      } catch {
        let isHere = error.file == scope.file && error.position == node.position
        add(
          isHere
            ? LibraryError(
              error.reason, file: error.file, position: error.position, linkId: item.linkId)
            : error)
      }
    }
    for option in item.answerOptions {
      guard case .coding(let coding) = option.value, let node = option.node else { continue }
      checkCode(coding, at: node, linkId: item.linkId, in: scope)
    }
  }

  // MARK: - Vocabularies

  private mutating func checkVocabulary(_ node: JSONNode, in scope: ValueSetExpander.Scope) {
    if let codeSystem = CodeSystem(node) {
      var codes: Set<String> = []
      checkCodes(codeSystem.concepts, &codes, of: scope.file ?? "")
    }
    guard let valueSet = ValueSet(node) else { return }
    do {
      _ = try expander.concepts(of: valueSet, in: scope)
    } catch {
      add(error)
    }
    for part in valueSet.includes + valueSet.excludes {
      for concept in part.concepts {
        let coding = Coding(system: part.system, version: part.version, code: concept.code)
        checkCode(coding, at: concept.node, linkId: nil, in: scope)
      }
    }
  }

  private mutating func checkCodes(
    _ concepts: [CodeSystem.Concept], _ codes: inout Set<String>, of file: String
  ) {
    for concept in concepts {
      if let code = concept.code {
        if !codes.insert(code).inserted {
          add(.duplicateCode(code), at: concept.node["code"] ?? concept.node, of: file)
        }
      } else {
        add(.conceptWithoutCode, at: concept.node, of: file)
      }
      checkCodes(concept.concepts, &codes, of: file)
    }
  }

  /// Checks that a code is in its code system, where that is here and complete.
  private mutating func checkCode(
    _ coding: Coding, at node: JSONNode, linkId: String?, in scope: ValueSetExpander.Scope
  ) {
    guard let system = coding.system, let code = coding.code else { return }
    do {
      let canonical = Canonical(url: system, version: coding.version)
      let definitions = try expander.definitions(canonical, in: scope)
      guard let definitions, definitions.isComplete, definitions.concept(code) == nil else {
        return
      }
      add(
        LibraryError(
          .unknownCode(code, system: system), file: scope.file, position: node.position,
          linkId: linkId))
    } catch {
      add(error)
    }
  }
}
