import TerminalTesting
import Testing

/// Two programs that write to the same place neither lose nor spoil what the other wrote.
@Suite struct TwoProgramsTests {
  /// A visit that has answered everything and stands before the last Enter.
  private func readyVisit(
    _ name: String, options: [String], in folder: WorkFolder
  ) throws -> Visit {
    let visit = try Visit(["interview", "form.json"] + options, in: folder)
    try visit.answer("What is your name?", with: name)
    try visit.answer("Do you have pets?", with: "yes")
    _ = try visit.read()
    return visit
  }

  private func responses(in folder: WorkFolder, _ place: String = ".") throws -> [String] {
    try folder.names(in: place).filter { $0.hasSuffix(".response.json") || $0.contains("draft") }
      .map { try folder.text(of: "\(place)/\($0)") }
  }

  @Test func bothFinishIntoTheSameFolder() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    try folder.makeFolder("out")
    let names = ["Ana", "Ben", "Cem"]
    let visits = try names.map {
      try readyVisit($0, options: ["--output", "out"], in: folder)
    }
    for visit in visits { visit.send("0") }
    for visit in visits { #expect(try visit.terminal.waitForExit() == .exited(0)) }
    #expect(folder.names(in: "out").count == 6)
    let written = try responses(in: folder, "out")
    for name in names { #expect(written.filter { $0.contains("\"\(name)\"") }.count == 1) }
    // Each summary lies beside the answers it was made from.
    for name in folder.names(in: "out") where name.hasSuffix(".txt") {
      let answers = try folder.text(of: "out/\(name.dropLast(3))response.json")
      let summary = try folder.text(of: "out/\(name)")
      for person in names {
        #expect(summary.contains("\"\(person)\"") == answers.contains("\"\(person)\""))
      }
    }
  }

  @Test func theSecondIsToldThatTheFileIsThereAndNamesAnother() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    let options = ["--output", "out.txt"]
    let first = try readyVisit("Ana", options: options, in: folder)
    let second = try readyVisit("Ben", options: options, in: folder)
    first.send("0")
    #expect(try first.terminal.waitForExit() == .exited(0))
    second.send("0")
    try second.terminal.expect("out.response.json cannot be written: File exists.")
    try second.terminal.expect("> ")
    second.send("ben.txt")
    #expect(try second.terminal.waitForExit() == .exited(0))
    #expect(try folder.text(of: "out.txt").contains("\"Ana\""))
    #expect(try folder.text(of: "ben.txt").contains("\"Ben\""))
    #expect(folder.names.count == 5)
  }

  @Test func draftsOfTheSameDayGetNamesOfTheirOwn() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    let names = ["Ana", "Ben", "Cem", "Dee"]
    let visits = try names.map {
      try readyVisit($0, options: ["--output", "out.txt"], in: folder)
    }
    for visit in visits { visit.terminal.process.signal(15) }
    for visit in visits { #expect(try visit.terminal.waitForExit() == .exited(3)) }
    let drafts = try responses(in: folder)
    #expect(drafts.count == 4)
    for name in names { #expect(drafts.filter { $0.contains("\"\(name)\"") }.count == 1) }
  }

  @Test func aDraftIsGoneOnWithByOneAtATime() throws {
    let folder = try WorkFolder()
    try folder.write(Forms.short, to: "form.json")
    try folder.write(Forms.draft(), to: "draft.json")
    let arguments = ["interview", "form.json", "--from", "draft.json", "--output", "out.txt"]
    let first = try Visit(arguments, in: folder)
    _ = try first.read()
    let second = try Program.run(arguments, in: folder, input: "no\n0\n")
    #expect(second.status == .exited(1))
    #expect(
      second.errors
        == "Error: another interview goes on with draft.json. Wait until it has ended.\n")
    first.send("yes")
    _ = try first.read()
    first.terminal.process.signal(1)
    #expect(try first.terminal.waitForExit() == .exited(3))
    let third = try Program.run(arguments, in: folder, input: "0\n")
    #expect(third.status == .exited(0))
    #expect(try folder.text(of: "out.response.json").contains("\"valueBoolean\": true"))
  }
}
