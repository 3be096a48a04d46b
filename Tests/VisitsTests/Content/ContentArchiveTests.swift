import SeededRandomness
import Testing
import Visits

@testable import Library

@Suite struct ContentArchiveTests {
  static let archive = ContentArchive(
    files: ["library.json": Array("{}".utf8), "topics/a.json": [0, 255, 10], "é": []],
    questionnaire: ContentArchive.File(name: "/home/form.json", bytes: [1, 2, 3]))

  @Test func `it comes back as it was`() throws {
    #expect(try ContentArchive(Self.archive.bytes) == Self.archive)
    let empty = ContentArchive(files: [:])
    #expect(try ContentArchive(empty.bytes) == empty)
  }

  @Test func `the same files give the same bytes, in whatever order they came`() {
    let names = (0..<40).map { "file\($0)" }
    var random = SeededGenerator(seed: 1)
    let bytes = Set(
      (0..<5).map { _ in
        var files: [String: [UInt8]] = [:]
        for name in names.shuffled(using: &random) { files[name] = Array(name.utf8) }
        return ContentArchive(files: files).bytes
      })
    #expect(bytes.count == 1)
  }

  @Test func `it is written as it is written down`() {
    let archive = ContentArchive(
      files: ["b": [7], "a": []], questionnaire: ContentArchive.File(name: "q", bytes: [8, 9]))
    let zeros = [UInt8](repeating: 0, count: 7)
    #expect(
      archive.bytes == Array("intake-content 1\n".utf8)
        + [0x46] + zeros + [1] + zeros + [0] + Array("a".utf8)
        + [0x46] + zeros + [1] + zeros + [1] + Array("b".utf8) + [7]
        + [0x51] + zeros + [1] + zeros + [2] + Array("q".utf8) + [8, 9])
  }

  @Test func `what is cut short or something else is refused, whatever it is`() {
    let bytes = Self.archive.bytes
    var accepted: [Int] = []
    for count in 0..<bytes.count where (try? ContentArchive(Array(bytes[..<count]))) != nil {
      accepted.append(count)
    }
    // Between two files there is a shorter archive.
    #expect(accepted.count == Self.archive.files.count + 1)
    #expect(throws: ContentArchiveError.otherFormat) { try ContentArchive([]) }
    #expect(throws: ContentArchiveError.otherFormat) {
      try ContentArchive(Array("intake-content 2\n".utf8))
    }
    // A length that is far beyond the end.
    #expect(throws: ContentArchiveError.cutShort) {
      try ContentArchive(
        Array("intake-content 1\nF".utf8) + [UInt8](repeating: 255, count: 16))
    }
  }

  @Test func `all that the manifest names belongs to it`() throws {
    let manifest = #"""
      {"format":"intake-library","version":1,"roles":{"intake":"intake.json"},
       "crisisLines":"lines.json","files":["intake.json","topics/a.json","gone.json"]}
      """#
    let library = try Library(manifest: Array(manifest.utf8)) { _ in [] }
    let there = [
      "library.json", "intake.json", "topics/a.json", "lines.json", "approvals.json", "other.json",
    ]
    let archive = ContentArchive(of: library) { there.contains($0) ? Array($0.utf8) : nil }
    #expect(
      archive.files.keys.sorted()
        == ["approvals.json", "intake.json", "library.json", "lines.json", "topics/a.json"])
  }
}
