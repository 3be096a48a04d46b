import FHIR
import LineEditor
import RecordStore
import Testing

@testable import intake

/// Set-up as somebody goes through it, up to the moment at which everything is kept.
@Suite struct SetupConversationTests {
  private static let passphrase = "four words nobody guesses"

  /// The lines of a sheet that stand in a text, by their numbers.
  private static func lines(in text: String) -> [Int: String] {
    var lines: [Int: String] = [:]
    for match in text.matches(of: /(?m)^  (\d)\.  (\S+)$/) {
      lines[Int(match.1) ?? 0] = String(match.2)
    }
    return lines
  }

  /// What somebody types who does everything right, reading the sheet from `paper`.
  private static func diligent(
    paper: @escaping (String) -> String
  ) -> (String, String) -> LineOutcome {
    { prompt, shown in
      if prompt.hasPrefix("Your name") { return .line("Ana Example") }
      if prompt.hasPrefix("New passphrase") || prompt.hasPrefix("The same") {
        return .line(passphrase)
      }
      if let match = prompt.prefixMatch(of: /Line (\d) of 4/) {
        return .line(lines(in: paper(shown))[Int(match.1) ?? 0] ?? "")
      }
      if prompt.hasPrefix("Write it to a file") { return .line("no") }
      if prompt.contains("(yes/no)") { return .line("yes") }
      return .line("")
    }
  }

  private func setUp(_ staff: ScriptedStaff) throws -> SetupConversation.Result {
    try SetupConversation(
      terminal: staff.terminal, folder: "/srv/records", clinic: "Hillside Pain Clinic",
      today: #require(PartialDate("2026-03-27"))
    ).run()
  }

  @Test func theSheetIsTypedBackAndPassphrasesAreHidden() throws {
    let staff = ScriptedStaff(Self.diligent { $0 })
    let result = try setUp(staff)
    #expect(result.administrator == "Ana Example")
    let shown = Self.lines(in: staff.output.text).sorted { $0.key < $1.key }.map(\.value)
    let sheet = try RecoverySheet(typed: shown)
    #expect(sheet.privateKey.publicKey == result.recovery)
    #expect(staff.hiddenPrompts.count == 2)
    #expect(staff.hiddenPrompts.allSatisfy { !$0.contains("Line") })
    #expect(!staff.output.text.contains(Self.passphrase))
    #expect(staff.output.text.contains("/srv/records"))
    // Nothing of the sheet is left on the screen or above it.
    let rest = staff.output.text.split(separator: "\u{1B}[3J").last.map(String.init) ?? ""
    #expect(Self.lines(in: rest).isEmpty)
  }

  @Test func aPassphraseThatIsTooShortOrNotTheSameIsAskedAgain() throws {
    var typed = ["short", "four words nobody guesses", "four words nobody guessed"]
    let diligent = Self.diligent { $0 }
    let staff = ScriptedStaff { prompt, shown in
      let isPassphrase = prompt.hasPrefix("New passphrase") || prompt.hasPrefix("The same")
      return isPassphrase && !typed.isEmpty
        ? .line(typed.removeFirst()) : diligent(prompt, shown)
    }
    _ = try setUp(staff)
    #expect(staff.output.text.contains("at least 15 letters"))
    #expect(staff.output.text.contains("The two are not the same"))
  }

  @Test func aMistypedLineIsAskedAgainAtOnce() throws {
    var hasErred = false
    let diligent = Self.diligent { $0 }
    let staff = ScriptedStaff { prompt, shown in
      guard prompt.hasPrefix("Line 3"), !hasErred, case .line(let line) = diligent(prompt, shown)
      else { return diligent(prompt, shown) }
      hasErred = true
      return .line((line.first == "7" ? "8" : "7") + line.dropFirst())
    }
    _ = try setUp(staff)
    #expect(staff.output.text.contains("Line 3 is not right"))
    #expect(staff.prompts.count { $0.hasPrefix("Line 3") } == 2)
    #expect(staff.prompts.count { $0.hasPrefix("Line 2") } == 1)
  }

  @Test func anotherSheetIsRefused() throws {
    let other = RecoverySheet(of: PrivateKey())
    var otherLines = other.lines
    let diligent = Self.diligent { $0 }
    let staff = ScriptedStaff { prompt, shown in
      prompt.hasPrefix("Line") && !otherLines.isEmpty
        ? .line(otherLines.removeFirst()) : diligent(prompt, shown)
    }
    _ = try setUp(staff)
    #expect(staff.output.text.contains("This is another sheet"))
  }

  @Test func aSheetOnAStickIsPrivateAndRemovedInTheEnd() throws {
    let stick = try WorkFolder()
    var paper = ""
    var permissions: UInt16 = 0
    let diligent = Self.diligent { _ in paper }
    let staff = ScriptedStaff { prompt, shown in
      if prompt.hasPrefix("Write it to a file") { return .line("yes") }
      if prompt.hasPrefix("Folder of the stick") { return .line(stick.path) }
      if prompt.hasPrefix("Both copies are on paper") {
        paper = (try? stick.text(of: "intake-recovery-sheet.txt")) ?? ""
        permissions = UInt16((try? stick.permissions(of: "intake-recovery-sheet.txt")) ?? 0)
      }
      return diligent(prompt, shown)
    }
    _ = try setUp(staff)
    #expect(permissions == 0o600)
    #expect(paper.contains("Hillside Pain Clinic") && paper.contains("2026-03-27"))
    #expect(Self.lines(in: staff.output.text).isEmpty, "the screen shows none of it")
    #expect(stick.names == [])
  }

  @Test func whoStopsLeavesNoSheet() throws {
    let stick = try WorkFolder()
    let diligent = Self.diligent { $0 }
    let staff = ScriptedStaff { prompt, shown in
      if prompt.hasPrefix("Write it to a file") { return .line("yes") }
      if prompt.hasPrefix("Folder of the stick") { return .line(stick.path) }
      return prompt.hasPrefix("Line") ? .interrupted(draft: "") : diligent(prompt, shown)
    }
    #expect(throws: StaffTerminal.Interruption.stopped) { try setUp(staff) }
    #expect(stick.names == [])
  }

  @Test func withoutATerminalNothingIsAskedInTheOpen() throws {
    let diligent = Self.diligent { $0 }
    let staff = ScriptedStaff { prompt, shown in
      prompt.hasPrefix("New passphrase") ? .cannotHide : diligent(prompt, shown)
    }
    #expect(throws: StaffTerminal.Interruption.cannotHide) { try setUp(staff) }
  }
}
