import Testing

@testable import Kiosk

@Suite("What a visit and its supervisor tell each other")
struct VisitMessageTests {
  @Test(
    "a message is understood as it was meant",
    arguments: [
      VisitMessage.print(.large), .print(.usual),
      .alertTest(AlertTest(file: "alert-test-2026.json", device: 7, folder: .max)),
    ])
  func roundTrip(_ message: VisitMessage) {
    #expect(VisitMessage(line: message.line) == message)
    #expect(message.line.utf8.count <= VisitMessage.greatestLength)
  }

  @Test(
    "nothing else is understood",
    arguments: [
      "", "print", "print huge", "alert-test", "alert-test a.json", "alert-test a.json 1",
      "alert-test ../a 1 2", "alert-test /etc/a 1 2", "alert-test .a 1 2", "alert-test a.json 1 -2",
      "alert-test a.json 1 2 3", "run /bin/sh", "alert-test A\u{1B}.json 1 2",
    ])
  func refused(_ line: String) {
    #expect(VisitMessage(line: line) == nil)
  }

  @Test("a crash is one word", arguments: [Crash.signal(11), .status(1), .notStarted(2)])
  func crash(_ crash: Crash) {
    #expect(Crash(crash.description) == crash)
    #expect(!crash.description.contains(" "))
  }

  @Test("no other word is a crash", arguments: ["", "signal", "signal--1", "signal-x", "x-1"])
  func noCrash(_ text: String) { #expect(Crash(text) == nil) }

  @Test("lines come together from parts, and none grows without bound")
  func lines() {
    var lines = MessageLines()
    #expect(lines.add(Array("print la".utf8)) == [])
    #expect(lines.add(Array("rge\nprint usual\nx".utf8)) == ["print large", "print usual"])
    #expect(lines.add(Array(repeating: UInt8(ascii: "x"), count: 100_000)) == [])
    #expect(lines.add([0x0A]).map(\.utf8.count) == [VisitMessage.greatestLength])
    #expect(lines.add([0xFF, 0x0A]) == ["\u{FFFD}"])
  }

  @Test("an exit status is an ending or a crash, never both")
  func statuses() {
    #expect(VisitEnding.allCases.map(\.rawValue) == [0, 20, 21, 22, 23])
    for status in Int32(1)..<20 { #expect(VisitEnding(rawValue: status) == nil) }
  }
}
