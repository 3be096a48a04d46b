import FHIR
import FormFiller
import Library

/// The rules that apply to a form, read once.
///
///     let rules = RuleBook(definitions, for: form)
///     let findings = rules.findings(for: response)
///
/// A rule applies when the form asks all that it reads.
public struct RuleBook: Sendable {
  /// The rules that apply, the most urgent first.
  public let rules: [Rule]
  /// What is wrong with the definitions; a rule that cannot be read fails and is never passed over.
  public let problems: [RuleProblem]
  let programs: [RuleProgram]

  /// Reads the rules of a form.
  ///
  /// - Parameters:
  ///   - definitions: The rules, in the order in which their findings are to stand.
  ///   - form: The form that is answered.
  ///   - review: Who has looked at a rule.
  public init(
    _ definitions: [PlanDefinition], for form: Form,
    review: (PlanDefinition) -> ContentReview = { _ in .draft }
  ) {
    var programs: [RuleProgram] = []
    var problems: [RuleProblem] = []
    var ids: Set<String> = []
    for definition in definitions {
      var reader = RuleReader(definition)
      let program = reader.read(review: review(definition))
      if let id = definition.id, !ids.insert(id).inserted { reader.note(.duplicateId) }
      problems += reader.problems
      if program.applies(to: form) { programs.append(program) }
    }
    // Equal levels stay in the order of the definitions.
    self.programs = programs.enumerated().sorted {
      ($0.element.rule.level, $0.offset) < ($1.element.rule.level, $1.offset)
    }.map(\.element)
    rules = self.programs.map(\.rule)
    self.problems = problems
  }

  /// How many of the rules no clinician has reviewed as they are now.
  public var unreviewedCount: Int { rules.count { $0.review == .draft } }

  /// The linkIds of the questions that a rule's condition reads, each once.
  public func linkIds(readBy rule: Rule) -> [String] {
    programs.first { $0.rule.url == rule.url && $0.rule.id == rule.id }?.linkIds ?? []
  }

  /// What comes of every rule for a response, in the order of `rules`.
  ///
  /// The clock of the rules is the response's own context.
  public func findings(for response: Response) -> [Finding] {
    var assessment = RuleAssessment(response)
    return programs.map { assessment.finding(of: $0) }
  }
}

extension RuleBook {
  /// What is wrong with rules, looked at together with the forms of a library.
  ///
  /// A rule that reads what no form asks can never be assessed; that is an error.
  public static func problems(of definitions: [PlanDefinition], with forms: [Form]) -> [RuleProblem]
  {
    var ids: Set<String> = []
    return definitions.flatMap { definition in
      var reader = RuleReader(definition)
      let program = reader.read(review: .draft)
      if let id = definition.id, !ids.insert(id).inserted { reader.note(.duplicateId) }
      reader.check(program, with: forms)
      return reader.problems
    }
  }
}
