import FHIR
import Library

/// Turns a questionnaire into the items of a form, and notes what is wrong with it.
struct FormCompiler {
  let questionnaire: Questionnaire
  let terminology: Terminology
  var items: [FormItem] = []
  var topItems: [Int] = []
  /// What is wrong so far, with the node that it is wrong with.
  private var notes: [Note] = []
  var indexByLinkId: [String: Int] = [:]
  var hasDuplicateLinkIds = false
  var languages: [LanguageTag] = []
  /// The expressions of the items that have any, and of the form itself.
  var expressions: [Int?: ItemExpressions] = [:]
  var variables: [FormVariable] = []
  /// The variables as they are written, by number.
  var variableSources: [Expression] = []
  /// The names of the resources that the form expects.
  var launchContexts: Set<String> = []
  var dependencies = FormDependencies()

  private struct Note {
    let kind: NoteKind
    let severity: FormProblem.Severity
    let node: JSONNode
    let linkId: String?
  }

  /// What is wrong, before places in the file are worked out.
  private enum NoteKind {
    case problem(FormProblem.Kind)
    case duplicateLinkId(first: JSONNode)
  }

  init(questionnaire: Questionnaire, terminology: Terminology) {
    self.questionnaire = questionnaire
    self.terminology = terminology
  }

  mutating func compile() {
    noteUnsupported(in: questionnaire.node, linkId: nil)
    for (place, item) in questionnaire.items.enumerated() {
      topItems.append(add(item, parent: nil, place: place))
    }
    for index in items.indices {
      compileOptions(of: index)
      compileUnits(of: index)
      checkShape(of: index)
    }
    for index in items.indices { compileConditions(of: index) }
    rankItems()
    compileLanguages()
    compileExpressions()
    compileDependencies()
  }

  /// What is wrong with the questionnaire, in the order of its file, then of its parts' files.
  ///
  /// Finding a place means reading the file up to it, so that all are found together.
  func problems() -> [FormProblem] {
    let firsts = notes.map { note in
      if case .duplicateLinkId(let first) = note.kind { first } else { note.node }
    }
    let positions = JSONNode.positions(of: notes.map(\.node) + firsts)
    let problems = notes.enumerated().map { index, note in
      let kind =
        switch note.kind {
        case .problem(let kind): kind
        case .duplicateLinkId:
          FormProblem.Kind.duplicateLinkId(first: positions[notes.count + index])
        }
      return FormProblem(
        severity: note.severity, kind: kind, linkId: note.linkId, file: note.node.fileName,
        position: positions[index])
    }
    return FormProblem.inOrder(problems, firstFile: questionnaire.node.fileName)
  }

  mutating func note(
    _ kind: FormProblem.Kind, _ severity: FormProblem.Severity = .error, at node: JSONNode,
    linkId: String?
  ) {
    notes.append(Note(kind: .problem(kind), severity: severity, node: node, linkId: linkId))
  }

  // MARK: - Items

  private mutating func add(_ source: QuestionnaireItem, parent: Int?, place: Int) -> Int {
    let index = items.count
    let linkId = linkId(of: source, at: index)
    let hasExtensions = source.node["extension"] != nil
    items.append(
      FormItem(
        index: index, linkId: linkId, type: type(of: source, linkId: linkId), source: source,
        parent: parent, placeInParent: place, end: index + 1, isRequired: source.isRequired,
        repeats: source.repeats, isReadOnly: source.isReadOnly,
        minValue: hasExtensions ? source.minValue : nil,
        maxValue: hasExtensions ? source.maxValue : nil, text: source.text ?? "",
        isHidden: hasExtensions && source.isHidden,
        control: hasExtensions ? control(of: source, parent: parent) : nil,
        helpPage: hasExtensions ? source.helpPage : nil,
        helpPageMoment: hasExtensions ? source.helpPageMoment : .atOnce,
        opensOnRefusal: hasExtensions && source.helpPage != nil && source.opensOnRefusal,
        endPage: hasExtensions ? source.endPage : nil))
    if hasExtensions || source.node["modifierExtension"] != nil {
      noteUnsupported(in: source.node, linkId: linkId)
    }
    var children: [Int] = []
    for (place, child) in source.items.enumerated() {
      children.append(add(child, parent: index, place: place))
    }
    items[index].children = children
    items[index].end = items.count
    return index
  }

  /// How an item is to be shown; help is help, and what a question says belongs to it, by whichever
  /// extension it is marked.
  private func control(of source: QuestionnaireItem, parent: Int?) -> ItemControl? {
    if let control = source.control { return control }
    switch source.displayCategory {
    case .help: return .help
    case .instructions, .security:
      return parent.map { items[$0].isQuestion } == true ? .prompt : nil
    case nil: return nil
    }
  }

  private mutating func linkId(of source: QuestionnaireItem, at index: Int) -> String {
    guard let linkId = source.linkId, !linkId.isEmpty else {
      note(.missingLinkId, at: source.node, linkId: nil)
      return ""
    }
    if let first = indexByLinkId[linkId] {
      hasDuplicateLinkIds = true
      notes.append(
        Note(
          kind: .duplicateLinkId(first: items[first].source.node), severity: .error,
          node: source.node, linkId: linkId))
    } else {
      indexByLinkId[linkId] = index
    }
    return linkId
  }

  private mutating func type(of source: QuestionnaireItem, linkId: String) -> ItemType {
    guard let code = source.typeCode else {
      note(.missingType, at: source.node, linkId: linkId)
      return .display
    }
    guard let type = source.type else {
      note(.unknownType(code), at: source.node, linkId: linkId)
      return .display
    }
    if type == .question { note(.abstractType, at: source.node, linkId: linkId) }
    if type == .attachment {
      note(.unsupported(.attachment), .warning, at: source.node, linkId: linkId)
    }
    if type == .reference {
      note(.unsupported(.reference), .warning, at: source.node, linkId: linkId)
    }
    return type
  }

  // MARK: - Options

  private mutating func compileOptions(of index: Int) {
    let source = items[index].source
    let linkId = items[index].linkId
    let valueSet = source.answerValueSet
    if let given = source.node["answerOption"] {
      if valueSet != nil { note(.optionsAndValueSet, at: source.node, linkId: linkId) }
      items[index].options = options(given.elements, linkId: linkId)
    } else if let valueSet {
      if let concepts = concepts(of: valueSet, for: index) {
        items[index].options = concepts.map { concept in
          AnswerOption(
            concept.coding, synonyms: concept.designations, weight: concept.weight,
            listing: concept.listing, definition: concept.definition,
            looseWords: concept.looseWords)
        }
        items[index].optionsComeFromValueSet = true
      } else {
        items[index].optionsAreKnown = false
      }
    } else if items[index].type == .choice {
      note(.choiceWithoutOptions, at: source.node, linkId: linkId)
    }
  }

  private mutating func options(_ elements: [JSONNode], linkId: String) -> [AnswerOption] {
    var options: [AnswerOption] = []
    // Options that mean the same have the same words or code.
    var placesByText: [String: [Int]] = [:]
    for element in elements {
      guard let option = AnswerOption(element) else {
        note(.optionWithoutValue, at: element, linkId: linkId)
        continue
      }
      let alike = placesByText[option.value.codeText] ?? []
      if alike.contains(where: { options[$0].value.means(option.value) }) {
        note(.duplicateOption(option.value.plainText), at: element, linkId: linkId)
      } else {
        placesByText[option.value.codeText, default: []].append(options.count)
        options.append(option)
      }
    }
    return options
  }

  private mutating func compileUnits(of index: Int) {
    let source = items[index].source
    guard source.node["extension"] != nil else { return }
    let named = source.unitOptions
    if let valueSet = source.unitValueSet {
      guard let concepts = concepts(of: valueSet, for: index) else { return }
      items[index].units = .valueSet(named + concepts.map(\.coding))
    } else if !named.isEmpty {
      items[index].units = .options(named)
    }
  }

  /// The concepts of a value set, or nil, with a problem noted, when there are none.
  private mutating func concepts(of valueSet: String, for index: Int) -> [Concept]? {
    let reason: String
    do {
      let concepts = try terminology.concepts(ofValueSet: valueSet)
      if !concepts.isEmpty { return concepts }
      reason = "it holds no concepts"
    } catch { reason = error.reason }
    note(
      .valueSet(valueSet, reason: reason), at: items[index].source.node,
      linkId: items[index].linkId)
    return nil
  }

  // MARK: - Shape

  private mutating func checkShape(of index: Int) {
    let item = items[index]
    let source = item.source
    switch item.type {
    case .display:
      if !item.children.isEmpty || item.isRequired || item.repeats {
        note(.displayThatAsks, at: source.node, linkId: item.linkId)
      }
    case .group:
      if item.children.isEmpty { note(.emptyGroup, .warning, at: source.node, linkId: item.linkId) }
    default: break
    }
    let takesOptions: [ItemType] = [
      .choice, .openChoice, .integer, .date, .time, .string, .text, .question, .reference,
      .quantity,
    ]
    if !item.options.isEmpty, !takesOptions.contains(item.type) {
      note(.optionsOnOtherType, at: source.node, linkId: item.linkId)
    }
    guard source.node["extension"] != nil || source.node["initial"] != nil else { return }
    if let pattern = source.regex, TextPattern.problem(with: pattern) != nil {
      note(.regex(pattern), at: source.node, linkId: item.linkId)
    }
    checkBounds(of: item)
    if let reference = source.scoreDefinitionReference,
      questionnaire.scoreDefinition(reference) == nil
    {
      note(.scoreDefinition(reference), .warning, at: source.node, linkId: item.linkId)
    }
    checkPages(of: item)
    checkInitialValues(of: item)
  }

  /// A misspelt word must not keep a page of help from being shown.
  private mutating func checkPages(of item: FormItem) {
    for url in [ExtensionURL.helpPage, .helpPageMoment, .endPage] {
      guard let element = item.source.node.firstExtension(url) else { continue }
      let code = element.choiceNode("value")?.string
      if let code, url.knownCodes.contains(code) { continue }
      note(.unknownCode(url, code), at: element, linkId: item.linkId)
    }
    // Any text can have words for where staff are near; a question or a group only as a page.
    for url in [ExtensionURL.helpPageMoment, .attendedText] where item.helpPage == nil {
      guard let element = item.source.node.firstExtension(url) else { continue }
      if url == .attendedText, item.type == .display { continue }
      note(.withoutHelpPage(url), .warning, at: element, linkId: item.linkId)
    }
  }

  private mutating func checkBounds(of item: FormItem) {
    let source = item.source
    var isEmpty = false
    if let least = source.minOccurs, let most = source.maxOccurs, least > most { isEmpty = true }
    if let least = source.minLength, let most = source.maxLength, least > most { isEmpty = true }
    if let least = source.minValue, let most = source.maxValue,
      least.ordering(against: most) == .descending
    {
      isEmpty = true
    }
    if isEmpty { note(.emptyRange, at: source.node, linkId: item.linkId) }
  }

  private mutating func checkInitialValues(of item: FormItem) {
    let initial = item.source.node["initial"]?.elements ?? []
    guard !initial.isEmpty else { return }
    let kinds = item.answerKinds
    let fits = initial.allSatisfy { element in
      element.choiceValue("value").map { kinds.contains($0.kind) } ?? false
    }
    if !fits || (initial.count > 1 && !item.repeats) {
      note(.initialValue, at: item.source.node, linkId: item.linkId)
    }
  }

  // MARK: - What cannot be done

  /// Extensions that would change what the form does.
  private static let actingExtensions: Set = [
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-subQuestionnaire"
  ]

  private mutating func noteUnsupported(in node: JSONNode, linkId: String?) {
    for element in node["extension"]?.elements ?? [] {
      guard let url = element["url"]?.string,
        !noteTerminologyServer(url, at: element, linkId: linkId),
        Self.actingExtensions.contains(url)
      else { continue }
      note(.unsupported(.extension(url)), .warning, at: element, linkId: linkId)
    }
    for element in node["modifierExtension"]?.elements ?? [] {
      note(
        .unsupported(.modifierExtension(element["url"]?.string ?? "")), at: element, linkId: linkId)
    }
  }
}
