import Testing

/// Words that hurt or decide; that no screen of the cases holds them is tested with the cases.
@Suite struct SilenceTests {
  @Test func noFindingHoldsWordsThatHurtOrDecide() throws {
    let content = try ClinicalContent.shared()
    let forbidden = try ForbiddenTexts.shared()
    #expect(!forbidden.scores.isEmpty && !forbidden.findings.isEmpty)
    for rule in content.rules.rules {
      let texts = [
        rule.title, rule.line, rule.text, rule.logic, rule.limits, rule.textWhenNotAnswered,
        rule.textWhenNotAsked,
      ].compactMap { $0.map(ComparedText.init) }
      for words in forbidden.list.findings where texts.contains(where: { $0.holds(words.text) }) {
        Issue.record("\(rule.id) says '\(words.text.text)' [\(words.because)]")
      }
    }
  }

  @Test func aForbiddenTextIsFound() throws {
    #expect(ComparedText("Your score is Mild.").holdsWord(ComparedText("mild")))
    #expect(ComparedText("mildly mild").holdsWord(ComparedText("mild")))
    #expect(!ComparedText("mildly").holdsWord(ComparedText("mild")))
    #expect(!ComparedText("amilde").holdsWord(ComparedText("mild")))
    #expect("In 201, not 2019".holds("201"))
    #expect(!"In 2019".holds("201"))
    #expect("A  line\nof text".holds("line of"))
  }
}
