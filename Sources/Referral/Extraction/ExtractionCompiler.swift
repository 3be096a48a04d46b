import FHIR
import FormFiller

/// Reads what a form says of extraction, and notes what is wrong with it.
struct ExtractionCompiler {
  let form: Form
  private(set) var rules: [Int?: ItemExtraction] = [:]
  private(set) var problems: [ExtractionProblem] = []
  private let contained: [String: JSONNode]

  init(_ form: Form) {
    self.form = form
    contained = Dictionary(
      form.questionnaire.contained.compactMap { node in node["id"]?.string.map { ($0, node) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What holds for an item because of those above.
  private struct Inherited {
    var identifiers: Set<String> = []
    var observation = ObservationSetting()
  }

  mutating func compile() {
    let node = form.questionnaire.node
    var inherited = Inherited()
    inherited.observation = observationSetting(of: node, within: inherited.observation, item: nil)
    var rule = ItemExtraction()
    rule.identifiers = identifiers(of: node, linkId: nil)
    inherited.identifiers = Set(rule.identifiers)
    rule.templates = templates(of: node, item: nil, identifiers: inherited.identifiers)
    if !rule.isEmpty { rules[nil] = rule }
    noteUnsupported(in: node, linkId: nil)
    for item in form.topItems { compile(item, inherited) }
  }

  private mutating func compile(_ index: Int, _ inherited: Inherited) {
    let item = form.items[index]
    let node = item.source.node
    var inherited = inherited
    var rule = ItemExtraction()
    if node["extension"] != nil {
      noteUnsupported(in: node, linkId: item.linkId)
      rule.identifiers = identifiers(of: node, linkId: item.linkId)
      inherited.identifiers.formUnion(rule.identifiers)
      rule.templates = templates(of: node, item: item, identifiers: inherited.identifiers)
    }
    let setting = observationSetting(of: node, within: inherited.observation, item: item)
    rule.observation = observation(of: item, setting)
    inherited.observation = setting
    if rule.observation != nil { inherited.observation.parent = item }
    if !rule.isEmpty { rules[index] = rule }
    for child in item.children { compile(child, inherited) }
  }

  mutating func note(_ kind: ExtractionProblem.Kind, at node: JSONNode, linkId: String?) {
    let problem = ExtractionProblem(kind, at: node, linkId: linkId)
    if !problems.contains(problem) { problems.append(problem) }
  }

  private mutating func noteUnsupported(in node: JSONNode, linkId: String?) {
    let unsupported: [ExtensionURL] = [
      .extractionContext, .definitionExtract, .definitionExtractValue, .targetStructureMap,
      .templateExtractBundle, .observationExtractEntry,
    ]
    for url in unsupported {
      guard let found = node.firstExtension(url) else { continue }
      note(.unsupported(url), at: found, linkId: linkId)
    }
  }

  private mutating func identifiers(of node: JSONNode, linkId: String?) -> [String] {
    var names: [String] = []
    for element in node.extensions(.extractAllocateId) {
      guard let name = element["valueString"]?.string, !name.isEmpty else {
        note(.identifierWithoutName, at: element, linkId: linkId)
        continue
      }
      if names.contains(name) { note(.duplicateIdentifier(name), at: element, linkId: linkId) }
      names.append(name)
    }
    return names
  }

  // MARK: - Templates

  private mutating func templates(
    of node: JSONNode, item: FormItem?, identifiers: Set<String>
  ) -> [TemplateUse] {
    node.extensions(.templateExtract).compactMap { use in
      template(use, item: item, identifiers: identifiers)
    }
  }

  private mutating func template(
    _ use: JSONNode, item: FormItem?, identifiers: Set<String>
  ) -> TemplateUse? {
    var reference: String?
    var entry: [ExtractionUse: TemplateExpression] = [:]
    var reader = TemplateReader(form: form, item: item, identifiers: identifiers)
    for part in use["extension"]?.elements ?? [] {
      let name = part["url"]?.string ?? ""
      if name == "template" {
        reference = part["valueReference"]?["reference"]?.string
      } else if let use = ExtractionUse.entryParts.first(where: { $0.rawValue == name }) {
        entry[use] = reader.expression(in: part, for: use)
      } else {
        note(.unknownTemplatePart(name), at: part, linkId: item?.linkId)
      }
    }
    defer { problems += reader.problems.filter { !problems.contains($0) } }
    guard let reference else {
      note(.templateWithoutReference, at: use, linkId: item?.linkId)
      return nil
    }
    guard reference.hasPrefix("#"), let node = contained[String(reference.dropFirst())] else {
      note(.missingTemplate(reference), at: use, linkId: item?.linkId)
      return nil
    }
    guard let type = node["resourceType"]?.string, ResourceType.all.contains(type) else {
      note(.templateWithoutType(reference), at: node, linkId: item?.linkId)
      return nil
    }
    let template = ResourceTemplate(resourceType: type, root: reader.resource(node))
    if let item, item.isRepeatingQuestion, template.root.context == nil {
      note(.oneResourceForAllAnswers, at: use, linkId: item.linkId)
    }
    return TemplateUse(template: template, entry: entry, node: use)
  }
}
