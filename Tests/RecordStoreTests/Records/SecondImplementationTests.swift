import Foundation
import Testing

@testable import RecordStore

/// A Python that has the library for cryptography, or nothing.
private let python: String? = {
  let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let candidates: [String?] = [
    ProcessInfo.processInfo.environment["INTAKE_PYTHON"],
    package.appendingPathComponent(".venv/bin/python").path, "/usr/bin/python3",
    "/usr/local/bin/python3",
  ]
  return candidates.compactMap { $0 }.first {
    (try? run($0, ["-c", "import cryptography"], input: "").status) == 0
  }
}()

private func run(
  _ program: String, _ arguments: [String], input: String
) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  let output = Pipe()
  let standardInput = Pipe()
  process.standardOutput = output
  process.standardError = Pipe()
  process.standardInput = standardInput
  try process.run()
  try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try standardInput.fileHandleForWriting.close()
  let text = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: text, as: UTF8.self))
}

@Suite(
  "Records opened by a second implementation",
  .enabled(if: python != nil, "no Python with the library cryptography was found"))
struct SecondImplementationTests {
  private let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Interop/open_records.py").path

  private func open(_ place: TestStore, with sheet: RecoverySheet) throws -> (Int32, String) {
    try run(
      #require(python), [script, place.folder], input: sheet.lines.joined(separator: "\n"))
  }

  /// Begins a record with a key for its code that opens nothing: that key costs too much to be made a
  /// thousand times, and is not what is looked at.
  private func begin(_ number: Int, in place: TestStore) throws {
    let start = RecordStart(
      id: RecordID(), key: RecordKey(), code: .random(), wrap: ResumeWrap(salt: [], sealed: []))
    let events = (0...number % 20).map { Array("answer \($0) of \(number)".utf8) }
    let record = try place.store.begin(start, content: place.content, events: events)
    if number.isMultiple(of: 3) { try record.end(as: .finished) }
  }

  @Test("it opens a thousand records with the recovery sheet, and none without")
  func thousand() throws {
    let place = try TestStore()
    _ = try place.setUp()
    for number in 0..<1000 { try? begin(number, in: place) }
    let count = try place.store.recordCount()
    #expect(count > 990)
    let (status, output) = try open(place, with: TestStore.sheet)
    #expect(status == 0 && output.hasPrefix("\(count) opened, 0 refused"))
    let (other, nothing) = try open(place, with: RecoverySheet(of: PrivateKey()))
    #expect(other == 1 && nothing.hasPrefix("0 opened, \(count) refused"))
  }

  @Test("it finds a change as we do")
  func change() throws {
    let place = try TestStore()
    _ = try place.setUp()
    for text in ["one", "two"] { try place.begin([text]).record.end(as: .finished) }
    try place.tamper("UPDATE event SET time = time + 1 WHERE record = (SELECT min(id) FROM record)")
    let (status, output) = try open(place, with: TestStore.sheet)
    #expect(status == 1 && output.hasPrefix("1 opened, 1 refused"))
  }
}
