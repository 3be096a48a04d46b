import FHIR

/// Turns a questionnaire into the items of a form, and notes what is wrong with it.
struct FormCompiler {
  let questionnaire: Questionnaire
  var items: [FormItem] = []
  var topItems: [Int] = []
  var problems: [FormProblem] = []
  var indexByLinkId: [String: Int] = [:]

  init(questionnaire: Questionnaire) { self.questionnaire = questionnaire }

  mutating func compile(_ expand: Form.ValueSetExpansion) {
    noteUnsupported(in: questionnaire.node, linkId: nil)
    for (place, item) in questionnaire.items.enumerated() {
      topItems.append(add(item, parent: nil, place: place))
    }
    for index in items.indices {
      compileOptions(of: index, expand)
      checkShape(of: index)
    }
    for index in items.indices { compileConditions(of: index) }
    rankItems()
    problems.sort { $0.position < $1.position }
  }

  mutating func note(
    _ kind: FormProblem.Kind, _ severity: FormProblem.Severity = .error, at node: JSONNode,
    linkId: String?
  ) {
    problems.append(
      FormProblem(severity: severity, kind: kind, linkId: linkId, position: node.position))
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
        isHidden: hasExtensions && source.isHidden,
        control: hasExtensions ? source.control : nil,
        helpPage: hasExtensions ? source.helpPage : nil,
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

  private mutating func linkId(of source: QuestionnaireItem, at index: Int) -> String {
    guard let linkId = source.linkId, !linkId.isEmpty else {
      note(.missingLinkId, at: source.node, linkId: nil)
      return ""
    }
    if let first = indexByLinkId[linkId] {
      note(
        .duplicateLinkId(first: items[first].source.node.position), at: source.node, linkId: linkId)
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

  private mutating func compileOptions(of index: Int, _ expand: Form.ValueSetExpansion) {
    let source = items[index].source
    let linkId = items[index].linkId
    let valueSet = source.answerValueSet
    if let given = source.node["answerOption"] {
      if valueSet != nil { note(.optionsAndValueSet, at: source.node, linkId: linkId) }
      for element in given.elements {
        guard let option = AnswerOption(element) else {
          note(.optionWithoutValue, at: element, linkId: linkId)
          continue
        }
        if items[index].options.contains(where: { $0.value.means(option.value) }) {
          note(.duplicateOption(option.value.plainText), at: element, linkId: linkId)
        } else {
          items[index].options.append(option)
        }
      }
    } else if let valueSet {
      do {
        items[index].options = try expand(valueSet).map { AnswerOption($0) }
      } catch {
        items[index].optionsAreKnown = false
        note(.valueSet(valueSet, reason: "\(error)"), at: source.node, linkId: linkId)
      }
    } else if items[index].type == .choice {
      note(.choiceWithoutOptions, at: source.node, linkId: linkId)
    }
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
    if let pattern = source.regex, !TextPattern.isValid(pattern) {
      note(.regex(pattern), at: source.node, linkId: item.linkId)
    }
    checkBounds(of: item)
    checkInitialValues(of: item)
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
    let fits = initial.allSatisfy { element in
      guard let value = element.choiceValue("value") else { return false }
      return item.type.answerKinds.contains(value.kind)
    }
    if !fits || (initial.count > 1 && !item.repeats) {
      note(.initialValue, at: item.source.node, linkId: item.linkId)
    }
  }

  // MARK: - What cannot be done

  /// Extensions that would change what the form does, by the start of their URL.
  private static let actingExtensions = [
    "http://hl7.org/fhir/StructureDefinition/cqf-expression",
    "http://hl7.org/fhir/StructureDefinition/variable",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-constraint",
    "http://hl7.org/fhir/StructureDefinition/targetConstraint",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-candidateExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerOptionsToggleExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-subQuestionnaire",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-unitValueSet",
  ]

  private mutating func noteUnsupported(in node: JSONNode, linkId: String?) {
    for element in node["extension"]?.elements ?? [] {
      guard let url = element["url"]?.string, Self.actingExtensions.contains(url) else { continue }
      note(.unsupported(.extension(url)), .warning, at: element, linkId: linkId)
    }
    for element in node["modifierExtension"]?.elements ?? [] {
      note(
        .unsupported(.modifierExtension(element["url"]?.string ?? "")), at: element, linkId: linkId)
    }
  }
}
