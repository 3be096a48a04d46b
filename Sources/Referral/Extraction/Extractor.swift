import FHIR
import FHIRPath
import FormFiller

/// Walks through answers and makes the resources that the form says.
struct Extractor {
  private let plan: ExtractionPlan
  let newUUID: () -> String
  private var answers: AnswerExpressions
  let heading: ResponseHeading
  private(set) var entries: [ExtractedEntry] = []
  private(set) var problems: [ExtractionProblem] = []

  init(_ response: Response, _ plan: ExtractionPlan, newUUID: @escaping () -> String) {
    self.plan = plan
    self.newUUID = newUUID
    answers = AnswerExpressions(response)
    heading = ResponseHeading(answers.root.node?.json)
  }

  private mutating func note(_ problem: ExtractionProblem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  private typealias Variables = [String: [FHIRPathValue]]

  /// The observations that an observation has to do with.
  struct Related {
    var members: [String] = []
    var components: [ExtractedObservation.Component] = []

    mutating func append(_ other: Related) {
      members += other.members
      components += other.components
    }
  }

  mutating func extract() {
    guard heading.status != .enteredInError else {
      note(ExtractionProblem(.enteredInError, at: plan.form.questionnaire.node, linkId: nil))
      return
    }
    let place = answers.root
    var variables: Variables = [:]
    let rule = plan.rules[nil] ?? ItemExtraction()
    allocate(rule, &variables)
    fillTemplates(of: rule, at: place, variables, linkId: nil)
    _ = extract(plan.form.topItems, in: place, variables, above: nil)
  }

  // MARK: - Items

  /// Extracts items that lie directly in a place.
  ///
  /// - Parameter above: The address of the observation that the nearest item above becomes.
  private mutating func extract(
    _ items: [Int], in outer: AnswerPlace, _ variables: Variables, above: String?
  ) -> Related {
    var related = Related()
    for index in items {
      let item = plan.form.items[index]
      let rule = plan.rules[index] ?? ItemExtraction()
      for place in answers.places(of: item, in: outer) {
        var variables = variables
        allocate(rule, &variables)
        if place.node != nil { fillTemplates(of: rule, at: place, variables, linkId: item.linkId) }
        guard let observation = rule.observation else {
          related.append(extract(item.children, in: place, variables, above: above))
          continue
        }
        related.append(
          item.type == .group
            ? extractPanel(item, observation, at: place, variables, above: above)
            : extractAnswers(item, observation, at: place, variables, above: above))
      }
    }
    return related
  }

  private func allocate(_ rule: ItemExtraction, _ variables: inout Variables) {
    for name in rule.identifiers { variables[name] = [.string(newAddress())] }
  }

  private func newAddress() -> String { "urn:uuid:\(newUUID())" }

  // MARK: - Observations

  /// A group is a panel of the observations in it, if there are any.
  private mutating func extractPanel(
    _ item: FormItem, _ rule: ObservationRule, at place: AnswerPlace, _ variables: Variables,
    above: String?
  ) -> Related {
    let address = newAddress()
    let index = entries.count
    let inner = extract(item.children, in: place, variables, above: address)
    guard !inner.members.isEmpty || !inner.components.isEmpty else { return Related() }
    let observation = ExtractedObservation(
      rule: rule, value: nil, related: inner, derivedFrom: nil)
    insert(observation, at: index, address, item)
    return above != nil && rule.relationship != .independent
      ? Related(members: [address]) : Related()
  }

  /// Each answer is an observation of its own, or a component of the one above.
  private mutating func extractAnswers(
    _ item: FormItem, _ rule: ObservationRule, at place: AnswerPlace, _ variables: Variables,
    above: String?
  ) -> Related {
    var related = Related()
    for (value, inside) in values(of: item, at: place) {
      if rule.relationship == .component, above != nil {
        related.components.append(
          ExtractedObservation.Component(codes: rule.codes, value: value))
        if let inside {
          related.append(extract(item.children, in: inside, variables, above: above))
        }
        continue
      }
      let address = newAddress()
      let index = entries.count
      let inner =
        inside.map { extract(item.children, in: $0, variables, above: address) } ?? Related()
      let observation = ExtractedObservation(
        rule: rule, value: value, related: inner,
        derivedFrom: rule.relationship == .derived ? above : nil)
      insert(observation, at: index, address, item)
      if rule.relationship == .member, above != nil { related.members.append(address) }
    }
    return related
  }

  /// The answers to a question, with the places of what lies under them; or why there is none.
  private func values(
    of item: FormItem, at place: AnswerPlace
  ) -> [(ObservationValue, AnswerPlace?)] {
    if let absence = place.absence { return [(.absent(absence), nil)] }
    return answers.answers(at: place).compactMap { answer, inside in
      ObservationValue(answer, unit: item.source.unit).map { ($0, inside) }
    }
  }

  private mutating func insert(
    _ observation: ExtractedObservation, at index: Int, _ address: String, _ item: FormItem
  ) {
    entries.insert(
      ExtractedEntry(
        fullUrl: address, resource: observation.document(heading), source: item.source.node,
        linkId: item.linkId),
      at: index)
  }

  // MARK: - Templates

  private mutating func fillTemplates(
    of rule: ItemExtraction, at place: AnswerPlace, _ variables: Variables, linkId: String?
  ) {
    for use in rule.templates {
      var filler = TemplateFiller(answers, at: place, linkId: linkId)
      let outer = TemplateFiller.Scope(focus: place.node, variables: variables)
      for scope in filler.scopes(of: use.template, in: outer) {
        entries.append(entry(of: use, in: scope, &filler, linkId: linkId))
      }
      for problem in filler.problems { note(problem) }
    }
  }

  /// What a template makes in a scope, be it that nothing of it is left (SDC 4, templateExtract).
  private func entry(
    of use: TemplateUse, in scope: TemplateFiller.Scope, _ filler: inout TemplateFiller,
    linkId: String?
  ) -> ExtractedEntry {
    let members = filler.members(of: use.template, in: scope)
    func text(_ part: ExtractionUse) -> String? {
      use.entry[part].flatMap { filler.text(of: $0, in: scope) }
    }
    let id = text(.resourceId)
    let resource = JSONBuilder.object { root in
      root.add("resourceType", use.template.resourceType)
      if let id { root.add("id", id) }
      for member in members where id == nil || member.name != "id" {
        root.add(member.name, member.value)
      }
    }
    let conditions = ExtractionUse.conditions.compactMap { part in
      text(part).map { (name: part.rawValue, value: $0) }
    }
    return ExtractedEntry(
      fullUrl: text(.fullUrl) ?? newAddress(), resource: resource, conditions: conditions,
      source: use.node, linkId: linkId)
  }
}

extension ExtractionUse {
  /// The parts of a `templateExtract` that are members of the request, in R4's order.
  fileprivate static let conditions: [ExtractionUse] = [
    .ifNoneMatch, .ifModifiedSince, .ifMatch, .ifNoneExist,
  ]
}
