import FHIR
import FormFiller
import FormGenerator
import Foundation
import Glibc
import Interview
import Library
import LineEditor
import TerminalTesting

/// The program as a person meets it: until its first prompt, and from an answer to the next
/// question.
enum InterviewBenchmarks {
  static func run(_ table: inout BenchmarkTable) throws {
    let questionnaires = FileManager.default.currentDirectoryPath + "/Questionnaires"
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "benchmark-\(getpid())", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let large = folder.appending(path: "large.json")
    try LargeForm.text().write(to: large, atomically: true, encoding: .utf8)

    try measureStart(
      "program: first prompt of the shipped intake", ["--output", folder.path],
      questionnaires, &table)
    try measureStart(
      "program: first prompt of a form of 10,000 items",
      ["interview", large.path, "--output", folder.path], questionnaires, &table)
    try measureAnswers("interview: answer of the shipped intake, processor time", &table) {
      try shippedIntake(in: questionnaires)
    }
    try measureAnswers("interview: answer of 10,000 items, processor time", &table) {
      let document = try JSONDocument(Array(LargeForm.text().utf8))
      return Questionnaire(document.root).map { Form($0) { _ in [] } }
    }
  }

  // MARK: - From start to prompt

  private static func measureStart(
    _ name: String, _ arguments: [String], _ questionnaires: String, _ table: inout BenchmarkTable
  ) throws {
    let clock = ContinuousClock()
    var times: [Duration] = []
    var peaks: [Int] = []
    for _ in 0..<21 {
      let start = clock.now
      let terminal = try PseudoTerminal(
        executable: BuiltProduct.path("intake"), arguments: arguments,
        environment: ["INTAKE_QUESTIONNAIRES": questionnaires])
      try terminal.expect("> ")
      times.append(clock.now - start)
      peaks.append(peakMemory(of: terminal.process.identifier))
      terminal.process.end()
    }
    table.note(name, times)
    table.note("\(name), peak memory", peaks.map { Double($0) / 1024 }, unit: "MB")
  }

  /// The most memory a process has used, in KB.
  private static func peakMemory(of process: pid_t) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }

  // MARK: - From answer to question

  private static func measureAnswers(
    _ name: String, _ table: inout BenchmarkTable, _ form: () throws -> Form?
  ) throws {
    guard let form = try form(), let now = PartialDateTime("2026-03-01T09:00:00Z") else { return }
    let output = MemoryOutput()
    let reader = TimedReader(lines: 400)
    let session = InterviewSession(
      Conversation(Response(to: form), setting: InterviewSetting(now: { now })), reader: reader,
      output: output,
      display: Display(
        presentation: .styled, colour: .allowed, isInteractive: true, size: { .usual }))
    _ = session.run()
    table.note(name, reader.times)
  }

  private static func shippedIntake(in folder: String) throws -> Form? {
    let library = try Library(
      manifest: [UInt8](Data(contentsOf: URL(filePath: "\(folder)/library.json")))
    ) { [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) }
    let questionnaire = try library.questionnaire(role: .intake).questionnaire
    return Form(questionnaire, terminology: Terminology(library, for: questionnaire))
  }
}

/// Types answers, and takes the processor time from one line to the next.
private final class TimedReader: LineReader {
  let isInteractive = true
  private(set) var times: [Duration] = []
  private var linesLeft: Int
  private var last: Duration?

  init(lines: Int) { linesLeft = lines }

  func readLine(_ request: LineRequest) -> LineOutcome {
    if let last { times.append(ProcessorTime.now - last) }
    guard linesLeft > 0 else { return .endOfInput }
    linesLeft -= 1
    last = ProcessorTime.now
    // "yes" opens what it can; where it is no answer, the question is left.
    return .line(times.count.isMultiple(of: 2) ? "yes" : "skip")
  }

  func close() {}
}
