import FHIR

/// Finds where what a part has beside its items belongs.
extension Assembler {
  /// Extensions of a part that belong to what its items are put into.
  ///
  /// SDC's page names the first four; the others took over from itemExtractionContext since.
  private static let extensionsForPlace: [ExtensionURL] = [
    .constraint, .variable, .populationContext, .extractionContext, .definitionExtract,
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

  /// Takes over what belongs to the whole questionnaire.
  mutating func takeOver(of number: Int) {
    for element in parts[number].questionnaire.node["extension"]?.elements ?? [] {
      for url in Self.extensionsForRoot where element.isExtension(url) {
        addRootExtension(AssemblyElement(node: element, part: number), url)
      }
    }
    takeOverContained(of: number)
  }

  private mutating func addRootExtension(_ added: AssemblyElement, _ url: ExtensionURL) {
    let rootElements = parts[0].questionnaire.node.extensions(url)
    let others =
      rootElements.map { AssemblyElement(node: $0, part: 0) }
      + rootExtensions.filter { $0.node.isExtension(url) }
    let alike = others.first { other in
      switch url {
      case .launchContext: other.node.launchContextName == added.node.launchContextName
      case .logicLibrary: other.node.choiceNode("value") == added.node.choiceNode("value")
      default: true
      }
    }
    guard let alike else {
      rootExtensions.append(added)
      return
    }
    if alike.node != added.node {
      note(
        .severalValues(Self.name(of: url, added.node), otherFile: parts[alike.part].file),
        at: added.node, of: added.part)
    }
  }

  private static func name(of url: ExtensionURL, _ element: JSONNode) -> String {
    let name = url.rawValue.split(separator: "/").last.map(String.init) ?? url.rawValue
    guard url == .launchContext, let context = element.launchContextName else { return name }
    return "\(name) \"\(context)\""
  }

  private mutating func takeOverContained(of number: Int) {
    let part = parts[number]
    for node in part.questionnaire.contained {
      guard let id = node["id"]?.string else { continue }
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
              Self.name(of: url, element.node), otherFile: parts[other.part].file),
            at: element.node, of: element.part)
        }
        single[url] = single[url] ?? element
      }
    }
  }
}
