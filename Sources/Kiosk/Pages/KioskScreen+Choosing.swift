import Interview

extension KioskScreen {
  /// Asks for one of a few numbered answers until one of them is typed; gives its place in the list.
  ///
  /// - Parameter emptyAnswer: What Enter alone means, in words, where it means something: nil then.
  func choose(
    _ question: String, among labels: [String], emptyAnswer: String? = nil
  ) throws(VisitInterruption) -> Int? {
    let choices = labels.enumerated().map { Block.Choice(marker: "\($0 + 1)", label: $1) }
    var remarks: [Block] = []
    while true {
      let hint = emptyAnswer.map { [Block.hint($0)] } ?? []
      let line = try ask(
        KioskPage(blocks: remarks + [.question(question)] + hint + [.choices(choices)]))
      if line.isEmpty, emptyAnswer != nil { return nil }
      if let number = Int(line), labels.indices.contains(number - 1) { return number - 1 }
      remarks = [.error(KioskWording().notUnderstood)]
    }
  }

  /// Asks for one of a few things until one of them is chosen.
  func choose<Choice>(
    _ question: String, among choices: [Choice], label: (Choice) -> String
  ) throws(VisitInterruption) -> Choice {
    while true {
      if let index = try choose(question, among: choices.map(label)) { return choices[index] }
    }
  }
}
