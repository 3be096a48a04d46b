import FHIR

/// Writes an assembled questionnaire, every value in place of the one that it was written as.
struct AssemblyWriter {
  private let parts: [AssemblyPart]
  private let contained: [AssemblyElement]
  private let isItem: (String) -> Bool

  init(_ assembler: Assembler) {
    parts = assembler.parts
    contained = assembler.contained
    let items = assembler.itemByLinkId
    isItem = { items[$0] != nil }
  }

  /// The questionnaire with what belongs in it.
  func questionnaire(_ content: AssemblyContent) -> Questionnaire? {
    let root = parts[0].questionnaire.node
    let document = JSONBuilder.object(inPlaceOf: root) { builder in
      // Where the questionnaire has none of its own, they come before the items.
      for member in root.children {
        switch member.name {
        case "contained": addContained(root, to: &builder)
        case "extension": addRootExtensions(content, of: root, to: &builder)
        case "item":
          if root["contained"] == nil { addContained(root, to: &builder) }
          if root["extension"] == nil { addRootExtensions(content, of: root, to: &builder) }
          addItems(content, in: member, to: &builder)
        default: builder.add(member.name, inPlaceOf: member)
        }
      }
    }
    return Questionnaire(document.root)
  }

  private func addContained(_ root: JSONNode, to builder: inout JSONBuilder) {
    let own = root["contained"]?.elements ?? []
    guard !own.isEmpty || !contained.isEmpty else { return }
    builder.addArray("contained", inPlaceOf: root["contained"] ?? root) { list in
      for node in own { list.add(inPlaceOf: node) }
      for element in contained { addContained(element, to: &list) }
    }
  }

  private func addContained(_ element: AssemblyElement, to list: inout JSONBuilder) {
    list.addObject(inPlaceOf: element.node) { object in
      for member in element.node.children {
        if member.name == "id", let id = member.string {
          object.add("id", parts[element.part].assembled(id), inPlaceOf: member)
        } else {
          add(member, of: element.node, part: element.part, to: &object)
        }
      }
    }
  }

  private func addRootExtensions(
    _ content: AssemblyContent, of root: JSONNode, to builder: inout JSONBuilder
  ) {
    builder.addArray("extension", inPlaceOf: root["extension"] ?? root) { list in
      for element in root["extension"]?.elements ?? [] {
        guard element.isExtension(.assembleExpectation) else {
          list.add(inPlaceOf: element)
          continue
        }
        guard let expectation = parts[0].questionnaire.assembleExpectation?.afterAssembly else {
          continue
        }
        list.addObject(inPlaceOf: element) { object in
          object.add("url", ExtensionURL.assembleExpectation.rawValue)
          object.add("valueCode", expectation.rawValue)
        }
      }
      for element in content.extensions { add(element, to: &list) }
      var known: Set<Canonical> = []
      for part in parts.dropFirst() {
        guard let canonical = part.canonical, known.insert(canonical).inserted else { continue }
        list.addObject { object in
          object.add("url", ExtensionURL.assembledFrom.rawValue)
          object.add("valueCanonical", canonical.description)
        }
      }
    }
  }

  // MARK: - Items

  private func addItems(
    _ content: AssemblyContent, in member: JSONNode, to builder: inout JSONBuilder
  ) {
    guard !content.items.isEmpty else { return }
    builder.addArray("item", inPlaceOf: member) { list in
      for item in content.items { add(item, to: &list) }
    }
  }

  private func add(_ item: AssemblyItem, to list: inout JSONBuilder) {
    let node = item.element.node
    guard !item.isVerbatim else { return list.add(inPlaceOf: node) }
    let part = item.element.part
    list.addObject(inPlaceOf: node) { object in
      for member in node.children {
        switch member.name {
        case "linkId" where member.kind == .string:
          object.add("linkId", parts[part].assembled(member.string ?? ""), inPlaceOf: member)
        case "enableWhen": addConditions(member, of: part, to: &object)
        case "extension": addExtensions(member, item.content, of: part, to: &object)
        case "item":
          if node["extension"] == nil { addExtensions(nil, item.content, of: part, to: &object) }
          addItems(item.content, in: member, to: &object)
        default: add(member, of: node, part: part, to: &object)
        }
      }
    }
  }

  private func addConditions(_ member: JSONNode, of part: Int, to object: inout JSONBuilder) {
    object.addArray("enableWhen", inPlaceOf: member) { list in
      for condition in member.elements {
        list.addObject(inPlaceOf: condition) { object in
          for member in condition.children {
            if member.name == "question", let question = member.string {
              object.add("question", parts[part].assembled(question), inPlaceOf: member)
            } else {
              add(member, of: condition, part: part, to: &object)
            }
          }
        }
      }
    }
  }

  private func addExtensions(
    _ member: JSONNode?, _ content: AssemblyContent, of part: Int, to object: inout JSONBuilder
  ) {
    let own = (member?.elements ?? []).map { AssemblyElement(node: $0, part: part) }
    guard let place = member ?? content.extensions.first?.node else { return }
    object.addArray("extension", inPlaceOf: place) { list in
      for element in own + content.extensions { add(element, to: &list) }
    }
  }

  // MARK: - Values

  private func add(_ element: AssemblyElement, to list: inout JSONBuilder) {
    add(element.node, of: element.node, part: element.part, to: &list)
  }

  /// Adds a value with the linkIds and the references in it as they are when assembled.
  ///
  /// - Parameter owner: The object that the value is of, or lies in a list of.
  private func add(
    _ node: JSONNode, of owner: JSONNode, name listName: String? = nil, part: Int,
    to builder: inout JSONBuilder
  ) {
    guard let prefix = parts[part].prefix else { return builder.add(node.name, inPlaceOf: node) }
    let name = node.name ?? listName
    switch node.kind {
    case .object:
      builder.addObject(node.name, inPlaceOf: node) { object in
        for member in node.children { add(member, of: node, part: part, to: &object) }
      }
    case .array:
      builder.addArray(node.name, inPlaceOf: node) { list in
        for element in node.children {
          add(element, of: owner, name: name, part: part, to: &list)
        }
      }
    case .string:
      let text = rewritten(node.string ?? "", name: name, of: owner, part: part, prefix)
      builder.add(node.name, text, inPlaceOf: node)
    case .null, .boolean, .number: builder.add(node.name, inPlaceOf: node)
    }
  }

  /// Members that can name a contained resource by `#` and its id.
  private static let referenceNames: Set = [
    "answerValueSet", "reference", "valueCanonical", "valueUri", "valueUrl", "valueSet", "system",
    "supplements", "library",
  ]

  /// Extensions whose text is an expression, by the end of their URL.
  private static let expressionExtensions = [
    "expression", "templateExtractContext", "templateExtractValue",
  ]

  private func rewritten(
    _ text: String, name: String?, of owner: JSONNode, part: Int, _ prefix: LinkIdPrefix
  ) -> String {
    guard let name else { return text }
    let contained = parts[part].contained
    if Self.referenceNames.contains(name) {
      guard text.hasPrefix("#"), contained[String(text.dropFirst())] != nil else { return text }
      return "#" + prefix.text + text.dropFirst()
    }
    guard isExpression(name, of: owner) else { return text }
    return prefix.rewritten(text, isItem: isItem, isContained: { contained[$0] != nil })
  }

  private func isExpression(_ name: String, of owner: JSONNode) -> Bool {
    switch name {
    case "expression":
      let language = owner["language"]?.string ?? "text/fhirpath"
      return ["text/fhirpath", "application/x-fhir-query"].contains(language)
    case "valueString":
      let url = owner["url"]?.string ?? ""
      return Self.expressionExtensions.contains { url.hasSuffix($0) }
    default: return false
    }
  }
}
