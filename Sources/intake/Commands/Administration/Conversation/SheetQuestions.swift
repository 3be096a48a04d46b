import RecordStore

/// Asks for the recovery sheet, line by line, as it stands on paper.
struct SheetQuestions {
  let terminal: StaffTerminal

  /// Asks until what was typed is a sheet; then nothing of it stays on the screen.
  func typed() throws -> RecoverySheet {
    defer { terminal.clear() }
    while true {
      let lines = try (0..<RecoverySheet.lineCount).map { try line($0) }
      do {
        return try RecoverySheet(typed: lines)
      } catch { terminal.complain("\(error)") }
    }
  }

  /// Asks for one line, counted from 0.
  private func line(_ number: Int) throws -> String {
    while true {
      let line = try terminal.ask("Line \(number + 1) of \(RecoverySheet.lineCount) >")
      do {
        try RecoverySheet.check(typed: line, line: number)
        return line
      } catch { terminal.complain("\(error)") }
    }
  }
}
