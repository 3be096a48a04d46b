import EnduranceTrials
import RecordStore
import SeededRandomness
import Testing

/// What a disk keeps is known for hand-written traces.
@Suite struct SimulatedDiskTests {
  /// Calls in the words of `strace -f -y -xx`, of which only paths and buffers are written plainly.
  private static func trace(_ lines: [String]) throws -> SystemCallTrace {
    let text = lines.map { line in
      line.replacing(/[<"]([^<>"]*)[>"]/) { match in
        let isSpecial = match.1.contains("unfinished") || match.1.contains("resumed")
        if isSpecial { return String(match.0) }
        let hexadecimal = match.1.utf8.map { "\\x" + String(Int($0) + 256, radix: 16).dropFirst() }
        return "\(match.0.first!)\(hexadecimal.joined())\(match.0.last!)"
      }
    }
    return try SystemCallTrace(Array(text.joined(separator: "\n").utf8))
  }

  private static let create = [
    #"7 openat(AT_FDCWD</>, "/d/a", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 3</d/a>"#,
    #"7 fsync(4</d>) = 0"#,
  ]

  struct Case: Sendable {
    var name: String
    var lines: [String]
    /// Everything that may be left of the file `a` at the end; nil where it may not be there.
    var outcomes: Set<String?>
  }

  static let cases: [Case] = [
    Case(
      name: "flushed is kept",
      lines: create + [
        #"7 pwrite64(3</d/a>, "one", 3, 0) = 3"#, #"7 fdatasync(3</d/a>)   = 0"#,
      ], outcomes: ["one"]),
    Case(
      name: "unflushed is kept or lost",
      lines: create + [#"7 pwrite64(3</d/a>, "one", 3, 0) = 3"#], outcomes: ["one", ""]),
    Case(
      name: "a flush that failed kept nothing",
      lines: create + [
        #"7 pwrite64(3</d/a>, "one", 3, 0) = 3"#,
        #"7 fdatasync(3</d/a>) = -1 EIO (Input/output error)"#,
      ], outcomes: ["one", ""]),
    Case(
      name: "a flush that never came back may have kept nothing",
      lines: create + [
        #"7 pwrite64(3</d/a>, "one", 3, 0) = 3"#, #"7 fdatasync(3</d/a> <unfinished ...>"#,
      ], outcomes: ["one", ""]),
    Case(
      name: "a flush does not keep what was still being written",
      lines: create + [
        #"7 pwrite64(3</d/a>, "one", 3, 0 <unfinished ...>"#, #"8 fdatasync(3</d/a>) = 0"#,
        #"7 <... pwrite64 resumed>) = 3"#,
      ], outcomes: ["one", ""]),
    Case(
      name: "a flush in two lines",
      lines: create + [
        #"7 pwrite64(3</d/a>, "one", 3, 0) = 3"#, #"7 fdatasync(3</d/a> <unfinished ...>"#,
        #"8 fsync(9</e>) = 0"#, #"7 <... fdatasync resumed>)          = 0"#,
      ], outcomes: ["one"]),
    Case(
      name: "a flush of another file keeps nothing here",
      lines: create + [
        #"7 pwrite64(3</d/a>, "one", 3, 0) = 3"#, #"7 fdatasync(3</d/b>) = 0"#,
      ], outcomes: ["one", ""]),
    Case(
      name: "what is lost leaves what was there before",
      lines: create + [
        #"7 pwrite64(3</d/a>, "one", 3, 0) = 3"#, #"7 fsync(3</d/a>) = 0"#,
        #"7 pwrite64(3</d/a>, "two", 3, 0) = 3"#,
      ], outcomes: ["one", "two"]),
    Case(
      name: "a shorter file",
      lines: create + [
        #"7 pwrite64(3</d/a>, "one", 3, 0) = 3"#, #"7 fsync(3</d/a>) = 0"#,
        #"7 ftruncate(3</d/a>, 1) = 0"#,
      ], outcomes: ["one", "o"]),
    Case(
      name: "the name of a new file is safe after its folder only",
      lines: [
        #"7 openat(AT_FDCWD</>, "/d/a", O_RDWR|O_CREAT, 0600) = 3</d/a>"#,
        #"7 write(3</d/a>, "one", 3) = 3"#, #"7 fsync(3</d/a>) = 0"#,
      ], outcomes: ["one", nil]),
    Case(
      name: "renamed, and the folder flushed",
      lines: [
        #"7 openat(4</d>, "b", O_RDWR|O_CREAT, 0600) = 3</d/b>"#,
        #"7 write(3</d/b>, "one", 3) = 3"#, #"7 fsync(3</d/b>) = 0"#,
        #"7 renameat(4</d>, "b", 4</d>, "a") = 0"#, #"7 fsync(4</d>) = 0"#,
      ], outcomes: ["one"]),
    Case(
      name: "removed, and the folder not flushed",
      lines: create + [#"7 unlink("/d/a") = 0"#], outcomes: ["", nil]),
  ]

  @Test(arguments: cases) func whatIsLeft(_ trial: Case) throws {
    let trace = try Self.trace(trial.lines)
    let disk = SimulatedDisk(trace, root: "/d")
    var generator = SeededGenerator(seed: 1)
    var seen: Set<String?> = []
    for _ in 0..<64 {
      for grain in SimulatedDisk.Grain.allCases {
        let files = disk.files(cutAt: trace.lineCount, grain: grain, using: &generator)
        seen.insert(files["/d/a"].map { String(decoding: $0, as: UTF8.self) })
      }
    }
    #expect(seen == trial.outcomes)
  }

  /// A write over two pages loses each by itself.
  @Test func pagesAreLostOneByOne() throws {
    let bytes = String(repeating: "x", count: 8192)
    let trace = try Self.trace(
      Self.create + [#"7 pwrite64(3</d/a>, "\#(bytes)", 8192, 0) = 8192"#])
    let disk = SimulatedDisk(trace, root: "/d")
    var generator = SeededGenerator(seed: 1)
    let counts = (0..<64).map { _ in
      disk.files(cutAt: trace.lineCount, grain: .page, using: &generator)["/d/a"]?
        .count { $0 == UInt8(ascii: "x") }
    }
    #expect(Set(counts) == [0, 4096, 8192])
  }

  @Test func nothingAfterTheCutIsThere() throws {
    let record = RecordID()
    let mark = Mark.appended(record, number: 0)
    let trace = try Self.trace(
      Self.create + [
        #"7 pwrite64(3</d/a>, "one", 3, 0) = 3"#, #"7 fsync(3</d/a>) = 0"#,
        #"7 write(1</dev/null>, "\#(mark.line)", 54) = 54"#,
        #"7 pwrite64(3</d/a>, "two", 3, 0) = 3"#,
      ])
    var generator = SeededGenerator(seed: 1)
    let disk = SimulatedDisk(trace, root: "/d")
    let files = disk.files(cutAt: 4, grain: .call, using: &generator)
    #expect(files == ["/d/a": Array("one".utf8)])
    #expect(Acknowledgements(in: trace, before: 4).total == 0)
    #expect(Acknowledgements(in: trace, before: 5).counts == [record: 1])
  }

  @Test func aBufferThatWasCutShortIsNotReplayed() {
    #expect(throws: SystemCallTrace.Unreadable.self) {
      try SystemCallTrace(Array(#"7 pwrite64(3<\x2f>, "\x41"..., 9, 0) = 9"#.utf8))
    }
  }
}
