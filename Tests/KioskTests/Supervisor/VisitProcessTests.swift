import Glibc
import LineEditor
import Testing

@testable import Kiosk

/// Each test is a process of its own, because signals and limits are of the whole process.
@Suite("The process of a visit, as its supervisor sees it")
struct VisitProcessTests {
  /// What became of a shell script in the place of a visit.
  static func run(
    _ script: String, environment: [String: String] = ["A": "1"],
    take: @escaping (VisitMessage) -> Void = { _ in }
  ) throws -> VisitRun.Cause {
    let signals = try ProcessSetup.prepare()
    return VisitProcess(
      program: "/bin/sh", arguments: { _ in ["-c", script] }, environment: environment,
      signals: signals
    ).run(VisitStart(), take: take).cause
  }

  @Test("an ending is told from a crash")
  func endings() async {
    await #expect(processExitsWith: .success) {
      let scripts: [(String, VisitRun.Cause)] = [
        ("exit 0", .ended(.next)), ("exit 20", .ended(.kioskStopped)),
        ("exit 22", .ended(.unusable)), ("exit 1", .crashed(.status(1))),
        ("kill -SEGV $$", .crashed(.signal(11))), ("kill -KILL $$", .crashed(.signal(9))),
        ("kill -ABRT $$", .crashed(.signal(6))),
      ]
      for (script, expected) in scripts {
        let cause = try Self.run(script)
        #expect(cause == expected)
      }
    }
  }

  @Test("a program that is not there is a crash")
  func missing() async {
    await #expect(processExitsWith: .success) {
      let runner = VisitProcess(
        program: "/nowhere/program", arguments: { _ in [] }, environment: [:],
        signals: try ProcessSetup.prepare())
      #expect(runner.run(VisitStart()) { _ in }.cause == .crashed(.notStarted(ENOENT)))
    }
  }

  @Test("it gets its terminal, its pipe, its environment and nothing else")
  func inherits() async {
    await #expect(processExitsWith: .success) {
      // A descriptor that somebody forgot to close. The shell blocks signals itself while it waits for
      // a program, so that it reads its own state without one.
      _ = open("/etc/passwd", O_RDONLY)
      let script = """
        PATH=/usr/bin:/bin
        readlink /proc/$$/fd/* | grep -q passwd && exit 1
        readlink /proc/$$/fd/3 | grep -q '^pipe:' || exit 2
        [ "$(tr '\\0' '\\n' < /proc/$$/environ)" = "A=1" ] || exit 3
        while read -r name value; do
          [ "$name" != SigBlk: ] || [ "$value" = 0000000000000000 ] || exit 4
        done < /proc/$$/status
        """
      let cause = try Self.run(script)
      #expect(cause == .ended(.next), "\(cause)")
    }
  }

  @Test("messages come through before it ends, and a crash loses none that was sent")
  func messages() async {
    await #expect(processExitsWith: .success) {
      var messages: [VisitMessage] = []
      let script = "echo print large >&3; echo nonsense >&3; echo print usual >&3; kill -KILL $$"
      let cause = try Self.run(script) { messages.append($0) }
      #expect(cause == .crashed(.signal(9)))
      #expect(messages == [.print(.large), .print(.usual)])
    }
  }
}
