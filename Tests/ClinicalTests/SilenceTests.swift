import FormFiller
import Testing

/// What a patient never reads: scores, bands, findings, and words that hurt.
@Suite struct SilenceTests {
  @Test(arguments: NamedCase.all)
  func noScreenHoldsWhatIsForTheClinician(_ named: NamedCase) throws {
    let content = try ClinicalContent.shared()
    let forbidden = try ForbiddenTexts(content)
    #expect(!forbidden.scores.isEmpty && !forbidden.findings.isEmpty)
    var patient = try Patient(named.content, defaults: .read(), in: content)
    patient.answerAll()
    let found = forbidden.found(in: patient.transcript)
    let text = found.joined(separator: "\n")
    #expect(found.isEmpty, "\(text)")
  }

  @Test func noFindingHoldsWordsThatHurtOrDecide() throws {
    let content = try ClinicalContent.shared()
    let list = try ForbiddenTexts(content).list
    for rule in content.rules.rules {
      let texts = [rule.title, rule.line, rule.text, rule.logic ?? "", rule.limits ?? ""]
      for words in list.findings where texts.contains(where: { $0.holds(words.text) }) {
        Issue.record("\(rule.id) says '\(words.text)' [\(words.because)]")
      }
    }
  }

  @Test func aForbiddenTextIsFound() throws {
    #expect("Your score is Mild.".holdsWord("mild"))
    #expect(!"mildly".holdsWord("mild"))
    #expect("A  line\nof text".holds("line of"))
  }
}
