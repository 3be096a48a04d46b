import FHIR
import FormFiller
import Rules

/// Compares what came of a case with what must come of it, and says each difference in words.
struct CaseComparison {
  let expected: ClinicalCase.Expectation
  let response: Response
  let transcript: Transcript
  let findings: [Finding]
  private(set) var differences: [String] = []

  init(
    _ expected: ClinicalCase.Expectation, response: Response, transcript: Transcript,
    findings: [Finding]
  ) {
    self.expected = expected
    self.response = response
    self.transcript = transcript
    self.findings = findings
    compareScores()
    compareMorphine()
    compareFindings()
    compareNotAssessed()
    compareUrgent()
    compareMentions()
  }

  private mutating func note(_ difference: String, _ because: String? = nil) {
    differences.append(because.map { "\(difference) [\($0)]" } ?? difference)
  }

  // MARK: - Numbers

  private mutating func compareNumber(_ linkId: String, _ value: Double?, _ because: String) {
    guard let node = response.nodes(linkId: linkId).first else {
      return note("the intake has no item \(linkId)", because)
    }
    let found = response.number(at: node)
    guard found != value else { return }
    note("\(linkId) is \(words(found)), expected \(words(value))", because)
  }

  private func words(_ number: Double?) -> String { number.map { "\($0)" } ?? "without a value" }

  private mutating func compareScores() {
    for score in expected.scores { compareNumber(score.item, score.value, score.because) }
  }

  private mutating func compareMorphine() {
    let mme = expected.mme
    compareNumber("medicines.mme-usual", mme.usual, mme.because)
    compareNumber("medicines.mme-most", mme.most, mme.because)
    let note = text("medicines.mme-note")
    for word in mme.notes ?? [] where !note.holds(word) {
      self.note("the note of the MME lacks '\(word)': '\(note)'", mme.because)
    }
    for word in mme.lacks ?? [] where note.holds(word) {
      self.note("the note of the MME holds '\(word)': '\(note)'", mme.because)
    }
    for row in mme.rows ?? [] { compare(row, mme.because) }
  }

  private func text(_ linkId: String) -> String {
    response.nodes(linkId: linkId).flatMap { response.answers(of: $0) }.map(\.value.plainText)
      .joined(separator: "; ")
  }

  private mutating func compare(_ row: ClinicalCase.Morphine.Row, _ because: String) {
    let name = response.nodes(linkId: "medicine.name").first { node in
      response.answers(of: node).contains { $0.value.plainText.holds(row.medicine) }
    }
    guard let name, let place = response.row(of: name) else {
      return note("there is no row of \(row.medicine)", because)
    }
    for node in response.nodes(in: place.row, of: place.group) {
      switch response.item(of: node).linkId {
      case "medicine.mme-usual" where response.number(at: node) != row.usual:
        note(
          "\(row.medicine) gives \(words(response.number(at: node))), expected \(words(row.usual))",
          because)
      case "medicine.mme-line":
        let line = response.answers(of: node).first?.value.plainText ?? ""
        if let words = row.line, !line.holds(words) {
          note("the line of \(row.medicine) lacks '\(words)': '\(line)'", because)
        }
      default: continue
      }
    }
  }

  // MARK: - Findings

  private mutating func compareFindings() {
    for level in FindingLevel.allCases {
      let wanted = expected.findings.raised(at: level)
      let raised = findings.filter { $0.isRaised && $0.rule.level == level }
      for finding in raised where !wanted.contains(where: { $0.rule == finding.rule.id }) {
        let quotes = finding.quotes.flatMap(\.answers).joined(separator: ", ")
        note(
          "\(finding.rule.id) (\(level)) is raised by \(quotes), and is not expected",
          expected.findings.nothingElse)
      }
      for wanted in wanted { compare(wanted, at: level, raised) }
    }
    for finding in findings {
      if case .failed(let reason) = finding.outcome { note("\(finding.rule.id) failed: \(reason)") }
    }
  }

  private mutating func compare(
    _ wanted: ClinicalCase.Raised, at level: FindingLevel, _ raised: [Finding]
  ) {
    guard let finding = raised.first(where: { $0.rule.id == wanted.rule }) else {
      return note(
        "\(wanted.rule) is not raised as \(level): \(outcome(wanted.rule))", wanted.because)
    }
    let quotes = finding.quotes.flatMap(\.answers)
    for quote in wanted.quotes ?? [] where !quotes.contains(where: { $0.holds(quote) }) {
      note("\(wanted.rule) does not quote '\(quote)', but \(quotes)", wanted.because)
    }
    let line = "\(finding.rule.line) \(finding.rule.title)"
    if let words = wanted.line, !line.holds(words) {
      note("the line of \(wanted.rule) lacks '\(words)': '\(line)'", wanted.because)
    }
  }

  private func outcome(_ id: String) -> String {
    guard let finding = findings.first(where: { $0.rule.id == id }) else { return "no such rule" }
    return switch finding.outcome {
    case .raised: "raised as \(finding.rule.level)"
    case .notRaised: "not raised"
    case .notAssessed(let missing):
      "not assessed for want of \(missing.map(\.linkId).joined(separator: ", "))"
    case .failed(let reason): "failed: \(reason)"
    }
  }

  // MARK: - What is not known

  private mutating func compareNotAssessed() {
    for wanted in expected.notAssessed { compare(wanted) }
    guard let levels = expected.notAssessedOfLevels else { return }
    for (level, wanted) in [(FindingLevel.urgent, levels.urgent), (.high, levels.high)] {
      guard let wanted else { continue }
      for finding in findings
      where finding.rule.level == level && finding.isNotAssessed
        && !wanted.contains(finding.rule.id)
      {
        note("\(finding.rule.id) is \(outcome(finding.rule.id))", levels.because)
      }
    }
  }

  private mutating func compare(_ wanted: ClinicalCase.NotAssessed) {
    guard let finding = findings.first(where: { $0.rule.id == wanted.rule }),
      finding.isNotAssessed
    else {
      return note("\(wanted.rule) is not left open: \(outcome(wanted.rule))", wanted.because)
    }
    let missing = finding.missing.map(\.linkId)
    for linkId in wanted.missing ?? [] where !missing.contains(linkId) {
      note("\(wanted.rule) does not name \(linkId) as missing, but \(missing)", wanted.because)
    }
    if let line = wanted.line, finding.unassessedText?.holds(line) != true {
      note(
        "the line of \(wanted.rule) lacks '\(line)': '\(finding.unassessedText ?? "")'",
        wanted.because)
    }
  }

  // MARK: - What is urgent, and what is shown

  private mutating func compareUrgent() {
    let urgent = expected.urgent
    let records = response.urgentRecords.map(\.page)
    for item in urgent.records where !records.contains(item.item) {
      note("there is no urgent record of \(item.item), but \(records)", item.because)
    }
    for record in records where !urgent.records.contains(where: { $0.item == record }) {
      note("there is an urgent record of \(record), which is not expected", urgent.because)
    }
    let pages = urgent.pages.map(\.item)
    if transcript.helpPages != pages {
      note("the pages of help are \(transcript.helpPages), expected \(pages)", urgent.because)
    }
  }

  private mutating func compareMentions() {
    for mention in expected.mustAppear ?? [] where !isMade(mention) {
      note("'\(mention.text ?? "")' is on no screen", mention.because)
    }
    for mention in expected.mustNotAppear where isMade(mention) {
      note("'\(mention.text ?? mention.rule ?? "")' appears", mention.because)
    }
  }

  private func isMade(_ mention: ClinicalCase.Mention) -> Bool {
    if let rule = mention.rule { return findings.contains { $0.isRaised && $0.rule.id == rule } }
    guard let text = mention.text else { return false }
    if mention.on == .findings {
      return findings.contains { finding in
        finding.isRaised
          && [finding.rule.title, finding.rule.line, finding.rule.text].contains { $0.holds(text) }
      }
    }
    return transcript.holds(text, on: mention.on ?? .anyScreen)
  }
}

extension ClinicalCase.Findings {
  fileprivate func raised(at level: FindingLevel) -> [ClinicalCase.Raised] {
    switch level {
    case .urgent: urgent
    case .high: high
    case .medium: medium
    case .low: low
    }
  }
}

extension Finding {
  /// Whether it is not known what became of the rule.
  var isNotAssessed: Bool {
    if case .notAssessed = outcome { return true }
    return false
  }
}
