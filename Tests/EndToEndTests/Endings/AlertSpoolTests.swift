import FHIR
import Glibc
import Interview
import Kiosk
import Testing

@testable import intake

/// Files that call staff, with a clock that the test moves.
@Suite struct AlertSpoolTests {
  /// A spool in a folder of its own.
  final class Fixture {
    let work: WorkFolder
    private var instant = ContinuousClock.now
    private var minute = 0
    private(set) lazy var spool = AlertSpool(
      folder: work.path("alerts"), station: station, instant: { self.instant },
      time: { self.time })
    private let station: AlertSpool.Station

    init(_ station: AlertSpool.Station = .init(label: "Kiosk 1", place: "Room 2")) throws {
      work = try WorkFolder()
      self.station = station
      try work.makeFolder("alerts")
    }

    private var time: PartialDateTime {
      PartialDateTime("2026-03-27T09:\(minute < 10 ? "0" : "")\(minute):00Z")
        ?? SystemClock.now()
    }

    func wait(_ seconds: Int) {
      instant += .seconds(seconds)
      minute += seconds / 60
    }

    var names: [String] { work.names(in: "alerts") }

    func member(_ name: String, of file: String) throws -> String? {
      let root = try JSONDocument(work.bytes(of: "alerts/\(file)")).root
      return root.children.first { $0.name == name }.map {
        $0.string ?? $0.integer.map(String.init) ?? "?"
      }
    }
  }

  @Test func aCallIsOneWholeFileThatSaysWhereAndNotWhy() throws {
    let fixture = try Fixture()
    #expect(fixture.spool.call() == .wentOut)
    let name = try #require(fixture.names.first)
    #expect(fixture.names.count == 1)
    #expect(name.wholeMatch(of: /alert-2026-03-27-[0-9a-z]+\.json/) != nil)
    #expect(try fixture.work.permissions(of: "alerts/\(name)") == 0o600)
    let root = try JSONDocument(fixture.work.bytes(of: "alerts/\(name)")).root
    #expect(
      root.children.map { $0.name ?? "" } == [
        "format", "version", "message", "label", "place", "raised", "written", "repetition",
      ])
    #expect(try fixture.member("message", of: name) == "needs a person now")
    #expect(try fixture.member("label", of: name) == "Kiosk 1")
    #expect(try fixture.member("place", of: name) == "Room 2")
    #expect(try fixture.member("raised", of: name) == "2026-03-27T09:00:00Z")
    #expect(try fixture.member("repetition", of: name) == "0")
  }

  @Test func itIsWrittenAnewEveryTwoMinutesUntilItIsAcknowledged() throws {
    let fixture = try Fixture()
    #expect(fixture.spool.repeatCalls() == nil, "nothing waits")
    _ = fixture.spool.call()
    let name = try #require(fixture.names.first)
    #expect(fixture.spool.repeatCalls() == .seconds(120))
    fixture.wait(119)
    #expect(fixture.spool.repeatCalls() == .seconds(1))
    #expect(try fixture.member("repetition", of: name) == "0")
    for repetition in 1...3 {
      fixture.wait(repetition == 1 ? 1 : 120)
      #expect(fixture.spool.repeatCalls() == .seconds(120))
      #expect(try fixture.member("repetition", of: name) == "\(repetition)")
    }
    #expect(try fixture.member("raised", of: name) == "2026-03-27T09:00:00Z")
    #expect(fixture.names == [name], "one file")
    #expect(fixture.spool.hasUnansweredCall)

    try fixture.work.write("", to: "alerts/\(name).acknowledged")
    #expect(!fixture.spool.hasUnansweredCall)
    fixture.wait(120)
    #expect(fixture.spool.repeatCalls() == nil)
    #expect(try fixture.member("repetition", of: name) == "3")
  }

  @Test func aFileThatStaffRemoveDoesNotComeBack() throws {
    let fixture = try Fixture()
    _ = fixture.spool.call()
    try fixture.work.remove("alerts/\(try #require(fixture.names.first))")
    #expect(!fixture.spool.hasUnansweredCall)
    fixture.wait(120)
    #expect(fixture.spool.repeatCalls() == nil)
    #expect(fixture.names.isEmpty)
  }

  /// A disk that is taken out, and put in again or another in its place.
  @Test func aFolderThatWentAwayHasAcknowledgedNothing() throws {
    let fixture = try Fixture()
    _ = fixture.spool.call()
    try fixture.work.rename("alerts", to: "elsewhere")
    fixture.wait(120)
    #expect(fixture.spool.hasUnansweredCall)
    #expect(fixture.spool.repeatCalls() == .seconds(120))
    try fixture.work.makeFolder("alerts")
    #expect(fixture.spool.hasUnansweredCall)
    fixture.wait(120)
    #expect(fixture.spool.repeatCalls() == .seconds(120))
    #expect(fixture.names.count == 1, "written again where staff look")
  }

  @Test func aCallThatCouldNotBeWrittenIsTriedAgain() throws {
    let fixture = try Fixture()
    fixture.work.removeFolder("alerts")
    #expect(fixture.spool.call() == .failed)
    #expect(!fixture.spool.hasUnansweredCall)
    fixture.wait(120)
    #expect(fixture.spool.repeatCalls() == .seconds(120))
    try fixture.work.makeFolder("alerts")
    fixture.wait(120)
    #expect(fixture.spool.repeatCalls() == .seconds(120))
    #expect(fixture.names.count == 1 && fixture.spool.hasUnansweredCall)
    // Once it is there it can be acknowledged.
    try fixture.work.remove("alerts/\(try #require(fixture.names.first))")
    fixture.wait(120)
    #expect(fixture.spool.repeatCalls() == nil)
  }

  @Test func eachCallIsAFileOfItsOwnAndRepeatedOnItsOwn() throws {
    let fixture = try Fixture()
    _ = fixture.spool.call()
    fixture.wait(60)
    _ = fixture.spool.call()
    #expect(fixture.names.count == 2)
    #expect(fixture.spool.repeatCalls() == .seconds(60))
    let names = fixture.names
    fixture.wait(60)
    #expect(fixture.spool.repeatCalls() == .seconds(60))
    let repetitions = try names.map { try fixture.member("repetition", of: $0) }
    #expect(Set(repetitions) == ["0", "1"])
  }

  @Test func aTestCallSaysThatItIsOneAndIsNotRepeated() throws {
    let fixture = try Fixture()
    let test = try #require(fixture.spool.callForTest())
    #expect(fixture.names == [test.file])
    #expect(test.file.wholeMatch(of: /alert-test-2026-03-27-[0-9a-z]+\.json/) != nil)
    #expect(AlertTest(test.description) == test)
    #expect(try fixture.member("message", of: test.file)?.hasPrefix("a test: ") == true)
    #expect(!fixture.spool.hasUnansweredCall && fixture.spool.repeatCalls() == nil)
  }

  @Test func aTestCallCountsOnItsDayOnceItIsAcknowledged() throws {
    let fixture = try Fixture()
    let test = try #require(fixture.spool.callForTest())
    #expect(!fixture.spool.isAcknowledged(test))
    try fixture.work.write("", to: "alerts/\(test.file).acknowledged")
    #expect(fixture.spool.isAcknowledged(test))
    let ofAnotherDay = AlertTest(
      file: test.file.replacing("03-27", with: "03-26"), device: test.device, folder: test.folder)
    try fixture.work.write("", to: "alerts/\(ofAnotherDay.file).acknowledged")
    #expect(!fixture.spool.isAcknowledged(ofAnotherDay))
  }

  @Test func aTestCallThatWasNeverWrittenIsNotAcknowledged() throws {
    let fixture = try Fixture()
    let test = try #require(fixture.spool.callForTest())
    // Made while the first is there, so that the file system cannot give both the same number.
    try fixture.work.makeFolder("another")
    fixture.work.removeFolder("alerts")
    #expect(!fixture.spool.isAcknowledged(test), "its folder went away")
    #expect(fixture.spool.callForTest() == nil)
    #expect(rename(fixture.work.path("another"), fixture.work.path("alerts")) == 0)
    #expect(!fixture.spool.isAcknowledged(test), "another folder")
  }

  /// What somebody typed never comes into the name of a file.
  @Test(arguments: ["../../x", "a/b", ".", "", "x.acknowledged", "naïve ☂"])
  func labelAndPlaceOnlyStandInTheFile(_ text: String) throws {
    let fixture = try Fixture(.init(label: text, place: text))
    #expect(fixture.spool.call() == .wentOut)
    let name = try #require(fixture.names.first)
    #expect(fixture.names.count == 1 && fixture.work.names == ["alerts"])
    #expect(name.utf8.allSatisfy { 0x21...0x7E ~= $0 })
    #expect(try fixture.member("label", of: name) == text)
  }

  @Test(arguments: [
    ("Room 2", true), ("Room 2/3, left", true), ("Zimmer für Gäste", true), ("", false),
    ("  ", false), ("Room\n2", false), ("Room\u{1B}[2J", false), ("\u{202E}2 mooR", false),
    ("Room\u{0}", false), (String(repeating: "x", count: 61), false),
  ])
  func aPlaceIsOneLineOfLetters(_ text: String, _ isLine: Bool) {
    #expect(AlertSettings.isLine(text) == isLine)
  }
}
