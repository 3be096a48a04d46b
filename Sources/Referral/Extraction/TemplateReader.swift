import FHIR
import FHIRPath
import FormFiller

/// Reads a contained resource as a template, and the expressions that put it to use.
struct TemplateReader {
  let form: Form
  /// The item that the template is for; nil: the form itself.
  let item: FormItem?
  /// The names that expressions can use besides those of the form.
  private var names: Set<String>
  private(set) var problems: [ExtractionProblem] = []

  init(form: Form, item: FormItem?, identifiers: Set<String>) {
    self.form = form
    self.item = item
    names = identifiers
  }

  private mutating func note(_ kind: ExtractionProblem.Kind, at node: JSONNode) {
    let problem = ExtractionProblem(kind, at: node, linkId: item?.linkId)
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Reads a contained resource.
  mutating func resource(_ node: JSONNode) -> TemplateElement {
    for (kind, place) in ResourceCheck.problems(in: node) { note(kind, at: place) }
    // The id is the template's, not that of the resources that are made.
    var root = element(node, nil, isPrimitive: false, leavingOut: ["id", "resourceType"])
    if let value = root.value {
      note(.valueOnResource, at: value.node)
      root.value = nil
    }
    return root
  }

  // MARK: - Elements

  private mutating func element(
    _ node: JSONNode?, _ sibling: JSONNode?, isPrimitive: Bool, leavingOut omitted: Set<String> = []
  ) -> TemplateElement {
    var element = TemplateElement(isPrimitive: isPrimitive)
    if isPrimitive { element.primitive = node }
    let outerNames = names
    if let holder = isPrimitive ? sibling : node, holder.kind == .object {
      if let found = holder.firstExtension(.templateExtractContext) {
        element.context = expression(in: found, for: .context)
        if let name = element.context?.name { names.insert(name) }
      }
      if let found = holder.firstExtension(.templateExtractValue) {
        element.value = expression(in: found, for: .value)
      }
      element.members = members(of: holder, leavingOut: omitted)
    }
    names = outerNames
    return element
  }

  private mutating func members(
    of node: JSONNode, leavingOut omitted: Set<String>
  ) -> [TemplateMember] {
    var members: [TemplateMember] = []
    for child in node.children {
      guard let name = child.name, !omitted.contains(name) else { continue }
      if name.hasPrefix("_") {
        let plain = String(name.dropFirst())
        // It is read with the value it belongs to, if there is one.
        guard node.member(named: plain) == nil || omitted.contains(plain) else { continue }
        append(plain, nil, child, to: &members)
      } else {
        append(name, child, node.member(named: "_\(name)"), to: &members)
      }
    }
    return members
  }

  private mutating func append(
    _ name: String, _ value: JSONNode?, _ sibling: JSONNode?, to members: inout [TemplateMember]
  ) {
    if name == "reference", let text = value?.string, text.hasPrefix("#") {
      if let value { note(.referenceToContained(text), at: value) }
    }
    let isList = (value ?? sibling)?.kind == .array
    var member = TemplateMember(name: name, isList: isList, elements: [])
    let values = value?.elements ?? []
    let siblings = sibling?.elements ?? []
    for index in 0..<max(values.count, siblings.count) {
      let own = index < values.count && values[index].kind != .null ? values[index] : nil
      let other = index < siblings.count && siblings[index].kind != .null ? siblings[index] : nil
      if let own, name == "extension", Self.isInstruction(own) { continue }
      member.elements.append(element(own, other, isPrimitive: own?.kind != .object))
    }
    if !member.elements.isEmpty { members.append(member) }
  }

  private static func isInstruction(_ node: JSONNode) -> Bool {
    node.isExtension(.templateExtractContext) || node.isExtension(.templateExtractValue)
  }

  // MARK: - Expressions

  /// The expression in an extension, as text or as an Expression.
  mutating func expression(in element: JSONNode, for use: ExtractionUse) -> TemplateExpression? {
    let source = element["valueExpression"].map { Expression($0) }
    let text = source?.text ?? element["valueString"]?.string ?? ""
    guard !text.isEmpty else {
      note(.missingExpression(use), at: element)
      return nil
    }
    if let source, source.language != .fhirPath {
      note(.expressionLanguage(use, source.node["language"]?.string ?? ""), at: element)
      return nil
    }
    do {
      let program = try AnswerExpression(text)
      check(program, for: use, at: element)
      return TemplateExpression(use: use, program: program, name: source?.name, node: element)
    } catch {
      note(.expression(use, error, excerpt: error.excerpt(of: text)), at: element)
      return nil
    }
  }

  private mutating func check(
    _ program: AnswerExpression, for use: ExtractionUse, at element: JSONNode
  ) {
    for name in program.variableNames where !names.contains(name) {
      guard !form.definesVariable(name, at: item?.index) else { continue }
      note(.unknownVariable(use, name), at: element)
    }
    for linkId in program.linkIds where form.index(linkId: linkId) == nil {
      note(.unknownItem(use, linkId: linkId), at: element)
    }
    for valueSet in program.valueSets {
      guard let problem = form.terminology.problem(withValueSet: valueSet) else { continue }
      note(.valueSet(use, valueSet, reason: problem.reason), at: element)
    }
    for lint in program.lints { note(.lint(use, lint.description), at: element) }
  }
}
