import FHIR
import FHIRPath
import FormFiller
import Library

/// Reads a PlanDefinition as a rule and notes what is wrong with it.
struct RuleReader {
  let definition: PlanDefinition
  private(set) var problems: [RuleProblem] = []
  private let action: PlanDefinition.Action?

  init(_ definition: PlanDefinition) {
    self.definition = definition
    action = definition.actions.first
  }

  mutating func note(_ kind: RuleProblem.Kind, at node: JSONNode? = nil) {
    problems.append(RuleProblem(kind, rule: definition, at: node))
  }

  mutating func read(review: ContentReview) -> RuleProgram {
    if definition.actions.count != 1 { note(.actionCount(definition.actions.count)) }
    noteMissingParts()
    var program = RuleProgram(rule: rule(review: review))
    program.raisedByNotSure = action?.questionsRaisingWhenNotSure ?? []
    let conditions = action?.conditions ?? []
    if conditions.isEmpty {
      note(.missing(.condition))
      program.failure = RuleProblem.Kind.missing(.condition).text
    }
    for source in conditions {
      do {
        let condition = try read(source) { text throws(FHIRPathError) in try RuleCondition(text) }
        program.condition = program.condition.map { .and($0, condition) } ?? condition
      } catch {
        note(error, at: source.node)
        program.failure = program.failure ?? error.text
      }
    }
    for source in action?.dynamicValues(forPath: "quote") ?? [] {
      do {
        program.quotes.append(
          try read(source) { text throws(FHIRPathError) in try AnswerExpression(text) })
      } catch { note(error, at: source.node) }
    }
    if program.failure != nil { program.condition = nil }
    return program
  }

  private func read<Result>(
    _ source: Expression, as reading: (String) throws(FHIRPathError) -> Result
  ) throws(RuleProblem.Kind) -> Result {
    guard source.language == .fhirPath else { throw .language }
    do {
      return try reading(source.text)
    } catch { throw .expression(error) }
  }

  // MARK: - Parts

  private mutating func noteMissingParts() {
    let parts: [(RuleProblem.Kind.Part, Bool)] = [
      (.id, definition.id != nil), (.url, definition.url != nil),
      (.version, definition.version != nil), (.title, definition.title != nil),
      (.logic, definition.summary != nil), (.limits, definition.usage != nil),
      (.basis, !definition.citations.isEmpty), (.line, action?.title != nil),
      (.text, action?.summary != nil),
    ]
    for (part, isThere) in parts where !isThere { note(.missing(part)) }
  }

  private mutating func rule(review: ContentReview) -> Rule {
    let codings = action?.codings ?? []
    let title = definition.title ?? definition.id ?? ""
    return Rule(
      id: definition.id ?? "", url: definition.url ?? "", version: definition.version,
      title: title, level: level(in: codings), audiences: audiences(in: codings),
      group: codings.first { $0.system == RuleCodeSystem.group.rawValue },
      line: action?.title ?? title, text: action?.summary ?? title, logic: definition.summary,
      limits: definition.usage, basis: definition.citations.map { Rule.Basis($0) },
      review: review, textWhenNotAnswered: definition.unassessedText(.notAnswered),
      textWhenNotAsked: definition.unassessedText(.notAsked))
  }

  /// The level; what cannot be read counts as high, so that nobody misses it.
  private mutating func level(in codings: [Coding]) -> FindingLevel {
    guard let code = RuleCodeSystem.level.codes(in: codings).first else {
      note(.missing(.level), at: action?.node)
      return .high
    }
    if let level = FindingLevel(rawValue: code) { return level }
    note(.unknownLevel(code), at: action?.node)
    return .high
  }

  private mutating func audiences(in codings: [Coding]) -> Set<FindingAudience> {
    let codes = RuleCodeSystem.audience.codes(in: codings)
    if codes.isEmpty { note(.missing(.audience), at: action?.node) }
    for code in codes where FindingAudience(rawValue: code) == nil {
      note(.unknownAudience(code), at: action?.node)
    }
    return Set(codes.compactMap { FindingAudience(rawValue: $0) })
  }

  // MARK: - With the forms of a library

  mutating func check(_ program: RuleProgram, with forms: [Form]) {
    for test in program.condition?.tests ?? [] {
      let facts = test.program.facts
      if facts.mayReadEverything { note(.readsEverything, at: action?.node) }
      if test.linkIds.isEmpty, !facts.mayReadEverything { note(.readsNothing, at: action?.node) }
    }
    let isAsked = forms.contains { program.applies(to: $0) }
    for linkId in program.raisedByNotSure where !forms.contains(asking: linkId) {
      note(.unknownItem(linkId: linkId), at: action?.node)
    }
    for expression in (program.condition?.tests ?? []) + program.quotes {
      for linkId in expression.linkIds where !isAsked && !forms.contains(asking: linkId) {
        note(.unknownItem(linkId: linkId), at: action?.node)
      }
      for name in expression.variableNames
      where !forms.contains(where: { $0.definesVariable(name, at: nil) }) {
        note(.unknownVariable(name), at: action?.node)
      }
      for valueSet in expression.valueSets {
        let problems = forms.map { $0.terminology.problem(withValueSet: valueSet) }
        guard let problem = problems.first, !problems.contains(nil) else { continue }
        note(.valueSet(valueSet, reason: problem?.reason ?? ""), at: action?.node)
      }
      for lint in expression.lints { note(.lint(lint.description), at: action?.node) }
    }
  }
}

extension [Form] {
  fileprivate func contains(asking linkId: String) -> Bool {
    contains { $0.index(linkId: linkId) != nil }
  }
}

extension Rule.Basis {
  init(_ source: PlanDefinition.Citation) {
    self.init(
      label: source.label ?? source.citation ?? "", citation: source.citation, url: source.url,
      drug: source.basis(.drug), route: source.basis(.route),
      indication: source.basis(.indication), year: source.basis(.year),
      strength: source.basis(.strength))
  }
}
