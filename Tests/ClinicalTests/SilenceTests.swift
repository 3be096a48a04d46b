import Testing

/// Words that hurt or decide; that no screen of the cases holds them is tested with the cases.
@Suite struct SilenceTests {
  @Test func noFindingHoldsWordsThatHurtOrDecide() throws {
    let content = try ClinicalContent.shared()
    let forbidden = try ForbiddenTexts(content)
    #expect(!forbidden.scores.isEmpty && !forbidden.findings.isEmpty)
    for rule in content.rules.rules {
      let texts = [rule.title, rule.line, rule.text, rule.logic ?? "", rule.limits ?? ""]
      for words in forbidden.list.findings where texts.contains(where: { $0.holds(words.text) }) {
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
