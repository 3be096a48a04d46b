import Glibc
import LineEditor

/// Reads lines in a loop and prints what came of each, for tests over a pseudo-terminal.
@main
struct LineEditorProbe {
  static func main() throws {
    let signals = try ProcessSetup.prepare()
    let terminal = Terminal(environment: ProcessEnvironment.variables())
    let options = ProbeOptions(arguments: Array(CommandLine.arguments.dropFirst()))
    if options.startsChild { exit(SpawnedChild.run()) }
    let output = DescriptorOutput()
    var request = options.request
    var reader = try makeReader(options, terminal, signals)
    try? output.write("ready\n")
    while true {
      let outcome = reader.readLine(request)
      // Nobody may be there to read what came of the last line.
      try? output.write("=> \(outcome.transcript)\n")
      if let status = outcome.endingStatus {
        reader.close()
        exit(status)
      }
      if options.stopsAfterLine { raise(SIGSTOP) }
      if options.exitsWithoutClosing { exit(0) }
      request.prefill = outcome.draft
      if options.makesReaderForEachLine {
        reader.close()
        reader = try makeReader(options, terminal, signals)
      }
    }
  }

  private static func makeReader(
    _ options: ProbeOptions, _ terminal: Terminal, _ signals: ProcessSignals
  ) throws -> any LineReader {
    if let answers = options.answers { return MemoryLineReader(bytes: Array(answers.utf8)) }
    return try terminal.makeLineReader(signals: signals)
  }
}
