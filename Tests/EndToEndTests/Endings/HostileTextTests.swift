import TerminalTesting
import Testing

/// What is typed or pasted never reaches the terminal or a file as a control character.
@Suite struct HostileTextTests {
  private func visit(in folder: WorkFolder, _ options: [String] = []) throws -> Visit {
    try folder.write(Forms.short, to: "form.json")
    return try Visit(["interview", "form.json", "--output", "out.txt"] + options, in: folder)
  }

  static let hostile: [[UInt8]] = [
    // A title, a report of the cursor, a colour, a clipboard write, a device query.
    Array("\u{1B}]0;owned\u{07}".utf8), Array("\u{1B}[6n".utf8), Array("\u{1B}[31mred".utf8),
    Array("\u{1B}]52;c;bWluZQ==\u{1B}\\".utf8), Array("\u{1B}P$q\"p\u{1B}\\".utf8),
    // Control characters of seven and of eight bits, marks that turn the text around.
    [1, 5, 6, 7, 8, 0x0B, 0x0E, 0x0F, 0x10], [0xC2, 0x9B, 0x33, 0x31, 0x6D], [0x9B, 0x33, 0x6D],
    Array("\u{202E}evil\u{2066}".utf8), Array("\u{FEFF}\u{200B}".utf8),
    // Bytes that are no UTF-8: alone, cut off, too long, beyond the last character.
    [0xFF, 0xFE], [0xC3], [0xE2, 0x82], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
  ]

  private static let pasteStart = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  @Test(arguments: hostile) func pastedTextIsCleaned(_ bytes: [UInt8]) throws {
    let folder = try WorkFolder()
    let visit = try visit(in: folder)
    _ = try visit.read()
    visit.type(Self.pasteStart + Array("Be".utf8) + bytes + Array("la".utf8) + Self.pasteEnd)
    visit.send("")
    try finish(visit, in: folder, options: [])
  }

  @Test(arguments: hostile) func typedTextIsCleaned(_ bytes: [UInt8]) throws {
    let folder = try WorkFolder()
    let visit = try visit(in: folder, ["--plain"])
    _ = try visit.read()
    visit.type(bytes + Array("Bela".utf8))
    visit.send("")
    try finish(visit, in: folder, options: ["--plain"])
  }

  @Test func pipedTextIsCleaned() throws {
    for bytes in Self.hostile {
      let folder = try WorkFolder()
      try folder.write(Forms.short, to: "form.json")
      try folder.write(Array("Be".utf8) + bytes + Array("la\nyes\n0\n".utf8), to: "lines.txt")
      let run = try Program.run(
        ["interview", "form.json", "--output", "out.txt", "--answers", "lines.txt"], in: folder)
      #expect(run.status == .exited(0))
      expectClean(Array(run.output.utf8), "standard output")
      expectClean(Array(run.errors.utf8), "standard error")
      try expectCleanFiles(in: folder)
    }
  }

  /// Whatever the hostile keys did, the interview can be ended and leaves clean files.
  private func finish(_ visit: Visit, in folder: WorkFolder, options: [String]) throws {
    for _ in 1...8 {
      let shown = try visit.read()
      if shown.contains("Check your answers") { break }
      visit.send(shown.contains("Do you have pets?") ? "yes" : "Bela")
    }
    visit.send("0")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    expectClean(withoutOwnSequences(visit.terminal.rawOutput), "the terminal")
    #expect(try folder.text(of: "out.response.json").contains("la"))
    try expectCleanFiles(in: folder)
  }

  private func expectCleanFiles(in folder: WorkFolder) throws {
    for name in folder.names where name != "lines.txt" {
      expectClean(try folder.bytes(of: name), name)
    }
  }

  /// Only text, line ends and spaces; valid UTF-8 without controls or marks that hide or turn text.
  private func expectClean(_ bytes: [UInt8], _ place: String) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      Issue.record("bytes that are no UTF-8 in \(place)")
      return
    }
    let found = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n" && scalar != "\r"
      // Persian and Khmer words need the joiners and the space without width.
      case .format: !(0x200B...0x200D ~= scalar.value)
      case .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
    #expect(found.isEmpty, "\(found.map { String($0.value, radix: 16) }) in \(place)")
  }

  /// The output without the few sequences that the program itself writes.
  private func withoutOwnSequences(_ bytes: [UInt8]) -> [UInt8] {
    let own = ["[H", "[2J", "[3J", "[1m", "[0m", "[m", "[K", "[J", "[C", "[?2004h", "[?2004l"]
      .map { [0x1B] + Array($0.utf8) }
    var rest = bytes[...]
    var kept: [UInt8] = []
    while let byte = rest.first {
      if let sequence = own.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(sequence.count)
      } else {
        // libedit moves back over what it rewrites.
        if byte != 0x08 { kept.append(byte) }
        rest = rest.dropFirst()
      }
    }
    return kept
  }

  /// A megabyte without and with line breaks: one line that is too long, and no answer.
  @Test(arguments: ["a", "a\n"]) func aHugePasteIsOneLineThatIsTooLong(_ piece: String) throws {
    let folder = try WorkFolder()
    let visit = try visit(in: folder)
    _ = try visit.read()
    let huge = Array(String(repeating: piece, count: 1_048_576 / piece.utf8.count).utf8)
    visit.type(Self.pasteStart + huge + Self.pasteEnd)
    visit.send("")
    try visit.terminal.expect("Error: your answer is too long. Use 2000 letters or less.")
    #expect(visit.terminal.rawOutput.count < 50_000)
    visit.terminal.process.signal(15)
    #expect(try visit.terminal.waitForExit() == .exited(3))
    #expect(folder.names == ["form.json"])
  }

  @Test func aHugeLineInAPipeIsNoAnswer() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    let run = try Program.run(
      ["interview", "form.json", "--output", "out.txt"], in: folder,
      input: String(repeating: "a", count: 1_048_576) + "\n" + Forms.shortAnswers)
    #expect(run.status == .exited(0))
    #expect(run.output.utf8.count < 50_000)
    #expect(try folder.text(of: "out.response.json").contains("\"Ana\""))
  }
}
