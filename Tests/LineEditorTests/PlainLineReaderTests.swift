import Glibc
import SeededRandomness
import TerminalTesting
import Testing

@testable import LineEditor

/// Lines from pipes, files and memory.
@Suite struct PlainLineReaderTests {
  static let inputs: [(bytes: [UInt8], outcomes: [String])] = [
    ([], []),
    (Array("one\ntwo\n".utf8), ["line \"one\"", "line \"two\""]),
    (Array("one\r\ntwo\r\n".utf8), ["line \"one\"", "line \"two\""]),
    (Array("no end".utf8), ["line \"no end\""]),
    (Array("no end\r".utf8), ["line \"no end\""]),
    (Array("\n\n".utf8), ["line \"\"", "line \"\""]),
    (Array("\r\n\r\n".utf8), ["line \"\"", "line \"\""]),
    (Array("a\rb\n".utf8), ["line \"a b\""]),
    (Array("a\tb\u{7}\u{1B}[31m\n".utf8), ["line \"a b[31m\""]),
    (Array("\u{FEFF}first\n".utf8), ["line \"first\""]),
    (
      Array("Müller\nRene\u{301}\n山田\n".utf8),
      [
        "line \"M{fc}ller\"", "line \"Ren{e9}\"", "line \"{5c71}{7530}\"",
      ]
    ),
    ([0x61, 0x00, 0x62, 0x0A], ["line \"ab\""]),
    ([0x4D, 0xFC, 0x6C, 0x0A], ["line \"M{fffd}l\""]),
    ([0xED, 0xA0, 0x80, 0x0A], ["line \"{fffd}{fffd}{fffd}\""]),
    (Array("123456789\nnext\n".utf8), ["cut \"12345678\"", "line \"next\""]),
    (
      Array(repeating: 0x78, count: 1 << 20) + Array("\nnext".utf8),
      [
        "cut \"xxxxxxxx\"", "line \"next\"",
      ]
    ),
  ]

  @Test(arguments: inputs)
  func pipe(_ input: (bytes: [UInt8], outcomes: [String])) throws {
    let result = try PipedProcess(
      executable: BuiltProduct.path("LineEditorProbe"), arguments: ["--maximum=8"],
      input: .bytes(input.bytes))
    #expect(result.output == Self.output(input.outcomes + ["endOfInput"]))
    #expect(result.errors.isEmpty)
    #expect(result.status == .exited(0))
  }

  @Test(arguments: inputs)
  func memory(_ input: (bytes: [UInt8], outcomes: [String])) throws {
    let reader = MemoryLineReader(bytes: input.bytes)
    let request = LineRequest(prompt: Prompt("> "), maximumLength: 8)
    for _ in input.outcomes { #expect(reader.readLine(request) != .endOfInput) }
    #expect(reader.readLine(request) == .endOfInput)
    #expect(reader.readLine(request) == .endOfInput)
    reader.close()
    #expect(reader.readLine(request) == .disconnected)
  }

  @Test func closedStandardInputIsTheEndOfTheInput() throws {
    let result = try PipedProcess(
      executable: BuiltProduct.path("LineEditorProbe"), input: .closed)
    #expect(result.output == Self.output(["endOfInput"]))
    #expect(result.status == .exited(0))
  }

  @Test func hiddenInputIsNotReadFromAPipe() throws {
    let result = try PipedProcess(
      executable: BuiltProduct.path("LineEditorProbe"), arguments: ["--hidden"],
      input: .bytes(Array("secret\n".utf8)))
    #expect(result.output == Self.output(["cannotHide"]))
  }

  /// The input is a terminal, the output a file: prompts go to standard error.
  @Test(arguments: [
    ([], "typed\r", "line \"typed\""), (["--hidden"], "hunter2\r", "line \"hunter2\""),
    (["--idle=50"], "", "idle \"\" noKey"), (["--ring-every=1"], "typed\r", "line \"typed\""),
    (["--idle=350", "--ring-every=1"], "", "idle \"\" noKey"),
  ])
  func outputToAFile(_ options: [String], _ keys: String, _ outcome: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/output"
    let terminal = try PseudoTerminal.probe(
      ["--prompt=Answer> "] + options, standardOutput: file)
    try terminal.expect("Answer> ")
    terminal.send(keys)
    try terminal.expect("Answer> ")
    terminal.process.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .exited(143))
    #expect(terminal.state == .usual)
    #expect(!terminal.text.contains("hunter"))
    let written = try TemporaryFolder.contents(of: file)
    #expect(written.contains("\u{7}") == options.contains { $0.hasPrefix("--ring") })
    let output = written.replacing("\u{7}", with: "")
    #expect(output.hasPrefix("ready\n=> \(outcome)\n"))
    #expect(output.hasSuffix("\n=> terminated terminate\n"))
  }

  @Test func controlDEndsTheInputOfATerminal() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal.probe([], standardOutput: folder.path + "/output")
    try terminal.expect("> ")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func endingSignal(_ number: Int32, _ status: Int32) throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal.probe([], standardOutput: folder.path + "/output")
    try terminal.expect("> ")
    terminal.process.signal(number)
    #expect(try terminal.waitForExit() == .exited(status))
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [Int])
  func linesAreTheSameInWhateverPiecesTheyCome(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [0x61, 0x62, 0x0D, 0x0A]
    let bytes = (0..<400).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    var splitter = LineSplitter()
    var rest = bytes[...]
    var lines: [RawLine] = []
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...9, using: &random))
      rest = rest.dropFirst(piece.count)
      splitter.add(piece)
      while let line = splitter.nextLine(keeping: 5) { lines.append(line) }
    }
    if let last = splitter.lastLine() { lines.append(last) }
    var expected = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if expected.last?.isEmpty == true { expected.removeLast() }
    #expect(lines == expected.map { RawLine(bytes: Array($0.prefix(5)), isCut: $0.count > 5) })
  }

  private static func output(_ outcomes: [String]) -> String {
    (["ready"] + outcomes.map { "=> " + $0 }).joined(separator: "\n") + "\n"
  }
}
