import Testing

/// People from the first question to the last, and what must come of it.
@Suite struct ClinicalCaseTests {
  @Test func everyFileCanBeRead() throws {
    #expect(try !NamedCase.readAll().isEmpty)
  }

  @Test(arguments: NamedCase.all)
  func comesOutAsExpected(_ named: NamedCase) throws {
    let content = try ClinicalContent.shared()
    var patient = try Patient(named.content, defaults: .read(), in: content)
    patient.answerAll()
    let problems = patient.problems.joined(separator: "\n")
    #expect(patient.problems.isEmpty, "\(problems)")
    let comparison = CaseComparison(
      named.content.expect, response: patient.response, transcript: patient.transcript,
      findings: content.rules.findings(for: patient.response))
    let differences = comparison.differences.joined(separator: "\n")
    #expect(comparison.differences.isEmpty, "\(differences)")
    let forbidden = try ForbiddenTexts.shared().found(in: patient.transcript)
    let texts = forbidden.joined(separator: "\n")
    #expect(forbidden.isEmpty, "\(texts)")
  }
}
