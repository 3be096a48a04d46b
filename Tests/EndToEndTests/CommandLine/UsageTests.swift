import TerminalTesting
import Testing

/// What the program says of itself, and to a command line that is at fault.
@Suite struct UsageTests {
  @Test(arguments: [
    [], ["interview"], ["summary"], ["validate"], ["check"], ["fhirpath"], ["assemble"],
    ["setup"], ["users"], ["keys"], ["backup"], ["restore"], ["import"], ["audit"], ["delete"],
    ["reissue"], ["expire"], ["doctor"], ["users", "list"], ["users", "add"], ["users", "remove"],
    ["users", "reset"], ["users", "passphrase"], ["keys", "list"], ["keys", "rotate"],
    ["keys", "recover"], ["keys", "export"], ["keys", "device"], ["audit", "verify"],
    ["audit", "show"], ["audit", "export"],
  ])
  func helpHasAnExample(_ command: [String]) throws {
    let run = try Program.run(command + ["--help"], in: try WorkFolder())
    let example = "  intake \(command.joined(separator: " "))"
    #expect(run.output.split(separator: "\n").contains { $0.hasPrefix(example) })
    #expect(run.errors.isEmpty)
    #expect(run.status == .exited(0))
  }

  @Test(arguments: [
    ["--bogus"], ["interview", "--format", "pdf"], ["summary"], ["check", "--output", "x"],
    ["validate", "a.json", "b.json"], ["fhirpath"], ["fhirpath", "1", "2"],
    ["fhirpath", "1", "--format", "xml"], ["assemble"],
  ])
  func aCommandLineAtFaultIsUsage(_ arguments: [String]) throws {
    let run = try Program.run(arguments, in: try WorkFolder())
    #expect(run.errors.hasPrefix("Error: "))
    #expect(run.output.isEmpty)
    #expect(run.status == .exited(64))
  }

  @Test func aMisspeltCommandIsSaidToBeNoFile() throws {
    let run = try Program.run(["sumary"], in: try WorkFolder())
    #expect(
      run.errors
        == "Error: sumary cannot be read: No such file or directory. "
        + "Check the name and the folder.\n")
    #expect(run.status == .exited(1))
  }

  @Test(arguments: ["check", "interview"])
  func aMissingFolderOfQuestionnairesIsSaid(_ command: String) throws {
    let folder = try WorkFolder()
    let run = try Program.run(
      [command, "--questionnaires", "none"] + (command == "check" ? [] : ["--output", "o"]),
      in: folder)
    #expect(run.errors.hasPrefix("Error: none/library.json cannot be read: "))
    #expect(run.output.isEmpty)
    #expect(run.status == .exited(1))
  }

  @Test func theVersionIsData() throws {
    let run = try Program.run(["--version"], in: try WorkFolder())
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(run.status == .exited(0))
  }
}
