import FHIR
import Library
import Rules

/// The words for what came of the rules.
extension SummaryWording {
  static let rules = "Rules"
  static let noRules = "none were applied to these answers"
  static let findings = "FINDINGS"
  static let findingsNote =
    "Each says what was reported and what a source says of it. The clinician decides."
  static let notAssessed = "NOT ASSESSED"
  static let highNotKnown = "NOT KNOWN, HIGH IF SO"
  static let othersNotKnown = "NOT KNOWN, MEDIUM OR LOW IF SO"
  static let notRaised = "ASSESSED, NOTHING TO RAISE"
  static let failed = "COULD NOT BE WORKED OUT"
  static let rule = "Rule"
  static let what = "What"
  static let answers = "Answers"
  static let logic = "Logic"
  static let basis = "Basis"
  static let limits = "May not apply"
  static let missing = "Missing"
  static let notSure = "not sure"

  static func reviewed(_ findings: SummaryFindings) -> String {
    "\(findings.unreviewedCount) of \(findings.ruleCount) rules not reviewed by a clinician"
  }

  static func outcomes(of findings: SummaryFindings) -> String {
    var parts = ["\(findings.raised.count) raised"]
    if !findings.notAssessed.isEmpty { parts.append("\(findings.notAssessed.count) not assessed") }
    if !findings.failed.isEmpty { parts.append("\(findings.failed.count) not worked out") }
    parts.append("\(findings.notRaised.count) not raised")
    if !findings.withheld.isEmpty { parts.append("\(findings.withheld.count) withheld") }
    return "\(findings.ruleCount) rules: \(parts.joined(separator: ", "))."
  }

  /// The heading of a level on page one.
  static func heading(_ level: FindingLevel, count: Int) -> String {
    switch level {
    case .urgent: "URGENT (\(count))"
    case .high: "HIGH (\(count)) - to look at before anything is booked"
    case .medium: "MEDIUM (\(count))"
    case .low: "LOW (\(count))"
    }
  }

  static func noneRaised(_ level: FindingLevel) -> String { "\(name(level)): none raised." }

  static func name(_ level: FindingLevel) -> String { level.rawValue.uppercased() }

  static func review(_ review: ContentReview) -> String {
    switch review {
    case .draft: "not reviewed by a clinician"
    case .approved(let reviewer, let day): "reviewed by \(reviewer), \(day)"
    }
  }

  static func identity(of rule: Rule) -> String {
    let version = rule.version.map { ", version \($0)" } ?? ""
    return "\(rule.id)\(version); \(review(rule.review))"
  }

  static func basis(_ basis: Rule.Basis) -> String {
    let facts = [
      ("drug", basis.drug), ("route", basis.route), ("indication", basis.indication),
      ("year", basis.year), ("strength", basis.strength),
    ]
    .compactMap { name, value in value.map { "\(name): \($0)" } }
    var sentences = [basis.label]
    if !facts.isEmpty { sentences.append("(\(facts.joined(separator: "; ")))") }
    var text = sentences.joined(separator: " ")
    if let citation = basis.citation, citation != basis.label { text += ". \(citation)" }
    if let url = basis.url { text += " \(url)" }
    return text
  }

  /// What is quoted of an answer on page one: the answer, with its question in a few words where it
  /// says nothing by itself.
  static func quoted(_ input: RuleInput) -> String {
    let answers = answers(of: input)
    let saysLittle = input.answers.allSatisfy { answer in
      answer.count <= 3 || answer.allSatisfy { $0.isNumber || $0 == "." }
    }
    return saysLittle && !input.label.isEmpty ? "\(input.label) \(answers)" : answers
  }

  /// The answers that raised a finding, in quotes; "not sure" where that raised it.
  static func answers(of input: RuleInput) -> String {
    let answers = input.answers.isEmpty ? [notSure] : input.answers
    return answers.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  static func state(_ state: RuleInput.State) -> String {
    switch state {
    case .answered: "answered"
    case .skipped: "skipped"
    case .declined: "not known or preferred not to say"
    case .notReached: "not reached"
    case .leftOut: "not asked"
    case .notCalculated: "could not be worked out"
    }
  }

  /// The line of a finding that could not be assessed.
  static func unassessed(_ finding: Finding) -> String {
    let text = finding.unassessedText.map { PrintableText($0).line } ?? ""
    return text.allSatisfy(\.isWhitespace) ? "\(finding.rule.line): not known" : text
  }

  /// The lines of findings that could not be assessed, each once, with all that it stands for.
  ///
  /// Several rules can have the same words.
  static func unassessed(_ findings: [Finding]) -> [(line: String, findings: [Finding])] {
    var lines: [(line: String, findings: [Finding])] = []
    for finding in findings {
      let line = unassessed(finding)
      if let place = lines.firstIndex(where: { $0.line == line }) {
        lines[place].findings.append(finding)
      } else {
        lines.append((line, [finding]))
      }
    }
    return lines
  }

  /// What is high if so and not known, without what stands among the urgent lines.
  static func highNotKnown(in findings: SummaryFindings) -> [String] {
    let urgent = Set(unassessed(findings.notAssessed(.urgent)).map(\.line))
    return unassessed(findings.notAssessed(.high)).map(\.line).filter { !urgent.contains($0) }
  }

  static func withheldFindings(_ levels: [FindingLevel]) -> String {
    let counts = FindingLevel.allCases.compactMap { level in
      let count = levels.filter { $0 == level }.count
      return count > 0 ? "\(count) \(level.rawValue)" : nil
    }
    return "findings that rest on it: \(counts.joined(separator: ", "))"
  }

  static let seeDetail = "see detail"

  static func more(_ count: Int) -> String { "and \(count) more, \(seeDetail)" }
}
