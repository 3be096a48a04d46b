import TerminalTesting
import Testing

/// Where the summary and the answers go, and what happens when they cannot.
@Suite struct OutputTests {
  private func folderWithForm() throws -> WorkFolder {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    return folder
  }

  private func interview(
    _ options: [String], in folder: WorkFolder, input: String = Forms.shortAnswers,
    after preparation: String = ""
  ) throws -> PipedProcess {
    try Program.run(
      ["interview", "form.json"] + options, in: folder, input: input, after: preparation)
  }

  @Test func aFinishedInterviewGivesTwoPrivateFiles() throws {
    let folder = try folderWithForm()
    let run = try interview(["--output", "out.txt"], in: folder)
    #expect(run.status == .exited(0))
    #expect(run.errors == "Written: out.txt, out.response.json\n")
    #expect(folder.names == ["form.json", "out.response.json", "out.txt"])
    #expect(try folder.permissions(of: "out.txt") == 0o600)
    #expect(try folder.permissions(of: "out.response.json") == 0o600)
    #expect(try folder.text(of: "out.txt").contains("\"Ana\""))
    #expect(try folder.text(of: "out.response.json").contains("\"status\": \"completed\""))
  }

  @Test(arguments: [("out.json", []), ("out", ["--format", "json"])])
  func theFormatIsThatOfTheEndingOrTheOption(_ name: String, _ options: [String]) throws {
    let folder = try folderWithForm()
    let run = try interview(["--output", name] + options, in: folder)
    #expect(run.status == .exited(0))
    #expect(try folder.text(of: name).hasPrefix("{\n"))
  }

  @Test func aFolderGetsFilesWithTheDateAndNothingPersonalInTheirNames() throws {
    let folder = try folderWithForm()
    try folder.makeFolder("out")
    for _ in 1...3 { #expect(try interview(["--output", "out"], in: folder).status == .exited(0)) }
    let names = folder.names(in: "out")
    #expect(names.count == 6)
    let expected = /referral-\d{4}-\d\d-\d\d(-[23])?\.(txt|response\.json)/
    #expect(names.allSatisfy { $0.wholeMatch(of: expected) != nil }, "\(names)")
  }

  @Test(arguments: [
    ("there.txt", "there.txt exists already. Choose another name; nothing is overwritten."),
    (
      "taken.txt",
      "taken.response.json exists already. Choose another name; nothing is overwritten."
    ),
    ("none/out.txt", "there is no folder none. Make it, or choose another."),
    ("none/", "there is no folder none. Make it, or choose another."),
    ("there.txt/out.txt", "there is no folder there.txt. Make it, or choose another."),
  ])
  func aPlaceThatCannotBeIsRefusedBeforeTheFirstQuestion(
    _ place: String, _ error: String
  ) throws {
    let folder = try folderWithForm()
    try folder.write("mine", to: "there.txt")
    try folder.write("mine", to: "taken.response.json")
    let before = folder.names
    let run = try interview(["--output", place], in: folder)
    #expect(run.errors == "Error: \(error)\n")
    #expect(run.output.isEmpty)
    #expect(run.status == .exited(1))
    #expect(folder.names == before)
    #expect(try folder.text(of: "there.txt") == "mine")
  }

  @Test(arguments: [[], ["--answers", "lines.txt"]])
  func withoutATerminalThePlaceMustBeNamed(_ options: [String]) throws {
    let folder = try folderWithForm()
    try folder.write(Forms.shortAnswers, to: "lines.txt")
    let run = try interview(options, in: folder)
    #expect(
      run.errorLines.first
        == "Error: Nobody can be asked where the summary goes. Name a file or folder with --output."
    )
    #expect(run.output.isEmpty)
    #expect(run.status == .exited(64))
  }

  /// Files may hold 1 KB, as if the disk were full: the answers fit, the summary does not.
  @Test func answersAreKeptWhenTheSummaryCannotBeWritten() throws {
    let folder = try folderWithForm()
    let run = try interview(
      ["--output", "out.txt"], in: folder, after: "ulimit -f 2;")
    #expect(run.status == .exited(1))
    #expect(run.errorLines.first?.hasPrefix("Error: out.txt cannot be written: ") == true)
    #expect(
      run.errors.hasSuffix(
        "All answers are kept in out.response.json.\nTo write the summary from them: "
          + "intake summary out.response.json --questionnaire form.json\n"))
    #expect(folder.names == ["form.json", "out.response.json"])
    let summary = try Program.run(
      ["summary", "out.response.json", "--questionnaire", "form.json"], in: folder)
    #expect(summary.output.contains("\"Ana\""))
  }

  /// No file can hold anything: the program says so, names no answer and ends by itself.
  @Test func aFullDiskIsSaid() throws {
    let folder = try folderWithForm()
    let run = try interview(["--output", "out.txt"], in: folder, after: "ulimit -f 0;")
    #expect(run.status == .exited(1))
    #expect(run.errors.contains("Error: out.response.json cannot be written: "))
    #expect(run.errors.contains("Error: the answers so far could not be kept: "))
    #expect(!run.errors.contains("Ana"))
    #expect(folder.names == ["form.json"])
  }

  @Test func answersGoElsewhereWhenTheFolderIsGone() throws {
    let folder = try folderWithForm()
    try folder.makeFolder("out")
    let terminal = try Program.start(
      ["interview", "form.json", "--output", "out/out.txt", "--plain", "--no-store"], in: folder)
    try terminal.expect("> ")
    terminal.send("Ana\r")
    try terminal.expect("pets?")
    try terminal.expect("> ")
    folder.removeFolder("out")
    terminal.process.signal(15)
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(folder.names.count == 2)
    let draft = try #require(folder.names.last { $0.hasPrefix("intake-draft-") })
    #expect(try folder.text(of: draft).contains("\"Ana\""))
  }

  @Test func aPlaceIsAskedForUntilOneCanBeUsed() throws {
    let folder = try folderWithForm()
    let terminal = try Program.start(
      ["interview", "form.json", "--plain", "--no-store"], in: folder)
    for (shown, typed) in [
      ("name?", "Ana"), ("pets?", "yes"), ("Check your answers", "0"),
      ("where should the summary be written?", "none/out.txt"),
      ("there is no folder none", "form.json"), ("form.json exists already", "out.json"),
    ] {
      try terminal.expect(shown)
      try terminal.expect("> ")
      terminal.send("\(typed)\r")
    }
    try terminal.expect("Written: out.json, out.response.json")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try folder.text(of: "out.json").hasPrefix("{"))
  }
}
