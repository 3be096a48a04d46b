import FHIR

/// Finds where what a part has beside its items belongs.
extension Assembler {
  /// Extensions of a part that belong to what its items are put into.
  ///
  /// SDC's page names the first four; the others took over from itemExtractionContext since.
  private static let extensionsForPlace: [ExtensionURL] = [
    .targetConstraint, .variable, .populationContext, .extractionContext, .definitionExtract,
    .definitionExtractValue, .templateExtract, .extractAllocateId,
  ]

  /// Extensions of a part that belong to the whole questionnaire.
  private static let extensionsForRoot: [ExtensionURL] = [
    .logicLibrary, .launchContext, .observationExtract, .observationLinkPeriod,
  ]

  func extensionsForPlace(of number: Int) -> [AssemblyElement] {
    let elements = parts[number].questionnaire.node["extension"]?.elements ?? []
    return elements.filter { element in
      Self.extensionsForPlace.contains { element.isExtension($0) }
    }
    .map { AssemblyElement(node: $0, part: number) }
  }

  /// Notes what the questionnaire itself has of what parts can bring.
  mutating func noteOwn(of root: Questionnaire) {
    for node in root.contained {
      if let id = node["id"]?.string { containedById[id] = AssemblyElement(node: node, part: 0) }
    }
    for element in root.node["extension"]?.elements ?? [] {
      guard let key = Self.rootKey(of: element), rootExtensionByKey[key] == nil else { continue }
      rootExtensionByKey[key] = AssemblyElement(node: element, part: 0)
    }
  }

  /// Takes over what belongs to the whole questionnaire.
  mutating func takeOver(of number: Int) {
    for element in parts[number].questionnaire.node["extension"]?.elements ?? [] {
      guard let key = Self.rootKey(of: element) else { continue }
      let added = AssemblyElement(node: element, part: number)
      guard let other = rootExtensionByKey[key] else {
        rootExtensionByKey[key] = added
        rootExtensions.append(added)
        continue
      }
      guard other.node != element else { continue }
      let name = Self.name(of: element["url"]?.string ?? "", element)
      note(.severalValues(name, otherFile: parts[other.part].file), at: element, of: number)
    }
    takeOverContained(of: number)
  }

  /// What there can be one extension of in the whole questionnaire; nil for one that does not belong
  /// there.
  private static func rootKey(of element: JSONNode) -> String? {
    guard let url = extensionsForRoot.first(where: { element.isExtension($0) }) else { return nil }
    return switch url {
    case .launchContext: "\(url) \(element.launchContextName ?? "")"
    case .logicLibrary: "\(url) \(element.choiceNode("value")?.string ?? "")"
    default: "\(url)"
    }
  }

  private static func name(of url: String, _ element: JSONNode) -> String {
    let name = url.split(separator: "/").last.map(String.init) ?? url
    guard let context = element.launchContextName else { return name }
    return "\(name) \"\(context)\""
  }

  private mutating func takeOverContained(of number: Int) {
    let part = parts[number]
    for node in part.questionnaire.contained {
      guard let id = node["id"]?.string else {
        note(.containedWithoutId, at: node, of: number)
        continue
      }
      let added = AssemblyElement(node: node, part: number)
      guard let other = containedById[part.assembled(id)] else {
        containedById[part.assembled(id)] = added
        contained.append(added)
        continue
      }
      if other.node != node || parts[other.part].prefix?.text != part.prefix?.text {
        note(
          .differentContained(id, otherFile: parts[other.part].file), at: node, of: number)
      }
    }
  }

  /// Checks that what parts bring to an item or a questionnaire can be there together.
  mutating func checkExtensions(_ added: [AssemblyElement], joining node: JSONNode, of part: Int) {
    guard !added.isEmpty else { return }
    let own = node["extension"]?.elements.map { AssemblyElement(node: $0, part: part) } ?? []
    var variables: [String: AssemblyElement] = [:]
    var single: [ExtensionURL: AssemblyElement] = [:]
    for (place, element) in (own + added).enumerated() {
      let isAdded = place >= own.count
      if element.node.isExtension(.variable),
        let name = element.node["valueExpression"]?["name"]?.string
      {
        if isAdded, let other = variables[name] {
          note(
            .duplicateVariable(name, otherFile: parts[other.part].file), at: element.node,
            of: element.part)
        }
        variables[name] = variables[name] ?? element
      }
      for url in [ExtensionURL.populationContext, .extractionContext]
      where element.node.isExtension(url) {
        if isAdded, let other = single[url] {
          note(
            .severalValues(
              Self.name(of: url.rawValue, element.node), otherFile: parts[other.part].file),
            at: element.node, of: element.part)
        }
        single[url] = single[url] ?? element
      }
    }
  }
}
