import FHIR

/// Puts a questionnaire together of its parts (SDC, Modular Forms): first finds what belongs where,
/// noting all that is wrong, then writes it.
struct Assembler {
  let library: Library
  /// The uses of questionnaires; the first is the questionnaire that is assembled.
  private(set) var parts: [AssemblyPart]
  private(set) var problems: [LibraryError] = []
  /// The items by their assembled linkIds.
  private(set) var itemByLinkId: [String: AssemblyElement] = [:]
  /// The extensions of parts that belong to the whole questionnaire.
  var rootExtensions: [AssemblyElement] = []
  /// The extensions of the whole questionnaire of which there can be one of a key.
  var rootExtensionByKey: [String: AssemblyElement] = [:]
  /// The resources that parts contain, in order, each once.
  var contained: [AssemblyElement] = []
  /// Where the resources are from, by their assembled id.
  var containedById: [String: AssemblyElement] = [:]
  /// The parts that are put in twice and have been told of.
  private var partsTwice: Set<Canonical> = []
  private var itemCount = 0
  private var byteCount = 0
  private var byteCounts: [Canonical: Int] = [:]
  /// Whether it was given up because there is too much.
  private var isExhausted = false

  init(_ questionnaire: Questionnaire, file: String, library: Library) {
    self.library = library
    parts = [AssemblyPart(questionnaire, file: file)]
  }

  /// The questionnaire with its parts in their places; itself, when it has none.
  mutating func assemble() throws(AssemblyError) -> Questionnaire {
    let root = parts[0].questionnaire
    checkExpectation(of: 0)
    if root.isPart { note(.partAsForm, at: root.node, of: 0) }
    if problems.isEmpty, !Self.refersToParts(root.node) { return root }
    noteOwn(of: root)
    let chain = parts[0].canonical.map { [$0] } ?? []
    var content = content(
      of: root.node, in: 0, scope: .of(root.node), chain: chain, level: 1)
    checkExtensions(content.extensions, joining: root.node, of: 0)
    content.extensions += rootExtensions
    guard problems.isEmpty else { throw AssemblyError(problems: problems) }
    return AssemblyWriter(self).questionnaire(content) ?? root
  }

  private static func refersToParts(_ node: JSONNode) -> Bool {
    guard let items = node["item"] else { return false }
    return items.elements.contains {
      $0.firstExtension(.subQuestionnaire) != nil || refersToParts($0)
    }
  }

  // MARK: - Problems

  mutating func note(
    _ problem: AssemblyProblem, at node: JSONNode, of part: Int, linkId: String? = nil
  ) {
    note(
      LibraryError(
        .assembly(problem), file: parts[part].file, position: node.position, linkId: linkId))
  }

  mutating func note(_ problem: LibraryError) {
    // A part that is used twice has its mistakes twice.
    guard problems.count < AssemblyLimits.problems, !problems.contains(problem) else { return }
    problems.append(problem)
  }

  private mutating func checkExpectation(of part: Int) {
    let node = parts[part].questionnaire.node
    guard let element = node.firstExtension(.assembleExpectation),
      let code = element.choiceNode("value")?.string, AssembleExpectation(rawValue: code) == nil
    else { return }
    note(.unknownExpectation(code), at: element, of: part)
  }

  // MARK: - Items

  /// What lies in an item or a questionnaire.
  ///
  /// - Parameters:
  ///   - part: The use of a questionnaire that the node is of.
  ///   - chain: The questionnaires that hold each other down to here.
  ///   - level: How deep the items lie.
  private mutating func content(
    of node: JSONNode, in part: Int, scope: AssemblyScope, chain: [Canonical], level: Int
  ) -> AssemblyContent {
    var content = AssemblyContent()
    for node in node["item"]?.elements ?? [] {
      guard !isExhausted else { break }
      if node.firstExtension(.subQuestionnaire) != nil {
        if let included = include(node, of: part, scope: scope, chain: chain, level: level) {
          content.append(included)
        }
      } else {
        let item = item(node, of: part, scope: scope, chain: chain, level: level)
        content.isVerbatim = content.isVerbatim && item.isVerbatim
        content.items.append(item)
      }
    }
    return content
  }

  private mutating func item(
    _ node: JSONNode, of part: Int, scope: AssemblyScope, chain: [Canonical], level: Int
  ) -> AssemblyItem {
    itemCount += 1
    if itemCount > AssemblyLimits.items {
      giveUp(.tooManyItems(limit: AssemblyLimits.items), at: node, of: part)
    } else if level > AssemblyLimits.levels {
      giveUp(.tooDeep(limit: AssemblyLimits.levels), at: node, of: part)
    }
    let element = AssemblyElement(node: node, part: part)
    register(element)
    let content = content(
      of: node, in: part, scope: scope.within(node), chain: chain, level: level + 1)
    checkExtensions(content.extensions, joining: node, of: part)
    return AssemblyItem(
      element: element, content: content,
      isVerbatim: content.isVerbatim && (parts[part].prefix == nil || node.kind != .object))
  }

  private mutating func giveUp(_ problem: AssemblyProblem, at node: JSONNode, of part: Int) {
    guard !isExhausted else { return }
    isExhausted = true
    note(problem, at: node, of: part, linkId: node["linkId"]?.string)
  }

  private mutating func register(_ element: AssemblyElement) {
    guard let linkId = element.node["linkId"]?.string else { return }
    let part = parts[element.part]
    let assembled = part.assembled(linkId)
    guard let first = itemByLinkId[assembled] else {
      itemByLinkId[assembled] = element
      return
    }
    let firstPart = parts[first.part]
    if element.part != first.part, let canonical = part.canonical, canonical == firstPart.canonical
    {
      guard partsTwice.insert(canonical).inserted else { return }
      note(
        .partTwice(canonical, linkId: assembled), at: element.node, of: element.part,
        linkId: linkId)
    } else {
      note(
        .duplicateLinkId(
          assembled, otherFile: firstPart.file, otherPosition: first.node.position),
        at: element.node, of: element.part, linkId: linkId)
    }
  }

  // MARK: - Parts

  /// What comes in place of an item that stands for a part; nil when it cannot be used.
  private mutating func include(
    _ placeholder: JSONNode, of part: Int, scope: AssemblyScope, chain: [Canonical], level: Int
  ) -> AssemblyContent? {
    checkPlaceholder(placeholder, of: part)
    guard let found = found(placeholder, of: part) else { return nil }
    let node = found.questionnaire.node
    if let start = chain.firstIndex(of: found.canonical) {
      let circle = (chain[start...] + [found.canonical]).map(\.description)
      note(.recursion(circle), at: placeholder, of: part, linkId: placeholder["linkId"]?.string)
      return nil
    }
    guard chain.count <= AssemblyLimits.levels else {
      giveUp(.tooDeep(limit: AssemblyLimits.levels), at: placeholder, of: part)
      return nil
    }
    let scope = scope.within(placeholder, keepsPrefix: false)
    let included = AssemblyPart(
      found.questionnaire, file: found.file,
      prefix: prefix(in: scope, at: placeholder, of: part))
    guard add(included, at: placeholder, of: part) else { return nil }
    let number = parts.count - 1
    checkExpectation(of: number)
    checkAgreement(of: number, with: part)
    checkContext(of: number, in: scope, at: placeholder, of: part)
    takeOver(of: number)
    var result = AssemblyContent()
    result.extensions = placeholder.extensions(.variable)
      .filter { $0["valueExpression"]?["name"]?.isString(AssemblyScope.prefixName) != true }
      .map { AssemblyElement(node: $0, part: part) }
    result.extensions += extensionsForPlace(of: number)
    result.append(
      content(
        of: node, in: number, scope: scope.within(node), chain: chain + [found.canonical],
        level: level))
    return result
  }

  /// Adds a use of a part, unless there is too much.
  private mutating func add(
    _ included: AssemblyPart, at placeholder: JSONNode, of part: Int
  ) -> Bool {
    let canonical = included.canonical ?? Canonical(url: included.file)
    let bytes = byteCounts[canonical] ?? included.questionnaire.node.writtenLength
    byteCounts[canonical] = bytes
    byteCount += bytes
    parts.append(included)
    // The questionnaire itself is no part of it.
    if parts.count - 1 > AssemblyLimits.parts {
      giveUp(.tooManyParts(limit: AssemblyLimits.parts), at: placeholder, of: part)
    } else if byteCount > AssemblyLimits.bytes {
      giveUp(.tooLarge(limit: AssemblyLimits.bytes), at: placeholder, of: part)
    }
    return !isExhausted
  }

  private mutating func prefix(
    in scope: AssemblyScope, at placeholder: JSONNode, of part: Int
  ) -> LinkIdPrefix? {
    guard let variable = scope.variable(AssemblyScope.prefixName) else { return nil }
    let linkId = placeholder["linkId"]?.string
    guard let text = variable.text else {
      note(.linkIdPrefix(variable.expression), at: placeholder, of: part, linkId: linkId)
      return nil
    }
    guard text.count <= AssemblyLimits.prefix else {
      let limit = AssemblyLimits.prefix
      note(.linkIdPrefixLength(limit: limit), at: placeholder, of: part, linkId: linkId)
      return nil
    }
    return text.isEmpty ? nil : LinkIdPrefix(text: text, isKept: variable.isKept)
  }
}
