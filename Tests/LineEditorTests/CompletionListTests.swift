import Testing

@testable import LineEditor

/// What TAB does with the completions there are.
@Suite struct CompletionListTests {
  @Test(
    arguments: [
      ([], "a", nil), (["aspirin"], "as", "aspirin"), (["Aspirin"], "as", "Aspirin"),
      (["aspirin"], "aspirin", nil), (["Aspirin"], "aspirin", "Aspirin"),
      (["ibuprofen 200", "ibuprofen 400"], "ib", "ibuprofen "),
      (["ibuprofen 200", "ibuprofen 400"], "ibuprofen ", nil),
      (["alpha", "beta"], "a", nil), (["Müller", "Mühle"], "M", "Mü"),
      (["safe\u{1B}[31m"], "s", "safe[31m"),
    ] as [([String], String, String?)])
  func extending(_ completions: [String], _ line: String, _ expected: String?) {
    let list = CompletionList(completions.map { Completion(text: $0) })
    #expect(list.extending(line) == expected)
  }

  @Test func aListFitsTheScreen() {
    let completions = (1...30).map { Completion(text: "item \($0)", explanation: "long words 山田") }
    for rows in [1, 5, 6, 12, 40] {
      let size = TerminalSize(columns: 15, rows: rows)
      let lines = CompletionList(completions).lines(fitting: size) { "\($0) left" }
      #expect(lines.count <= max(1, rows - 4))
      #expect(lines.allSatisfy { TextWidth.columns(of: $0) < 15 })
    }
    let size = TerminalSize(columns: 80, rows: 10)
    let lines = CompletionList(completions).lines(fitting: size) { "\($0) left" }
    #expect(lines.last == "  25 left")
    #expect(lines.first == "  item 1  long words 山田")
  }

  @Test func oneCompletionIsNoList() {
    let list = CompletionList([Completion(text: "only")])
    #expect(list.lines(fitting: .usual) { "\($0)" }.isEmpty)
  }
}
