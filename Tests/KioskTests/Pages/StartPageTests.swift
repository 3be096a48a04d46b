import Interview
import LineEditor
import Testing

@testable import Kiosk

@Suite("The first page of a kiosk")
struct StartPageTests {
  /// Lines at an open kiosk, and whether a visit is begun by them.
  @Test(
    "Enter begins at an open kiosk, and nothing else",
    arguments: [
      ([""], true), (["begin"], true), (["hello"], false), (["resume", ""], false),
      (["staff", ""], false), ([":staff", ""], false), (["stop"], false), (["plain"], false),
      (["hello", "plain", ""], true),
    ] as [([String], Bool)])
  func openStart(_ lines: [String], _ begins: Bool) {
    let kiosk = TestKiosk()
    _ = kiosk.run(lines)
    #expect(kiosk.records.log.contains("begun") == begins)
    #expect(kiosk.keys.isUsedUp)
  }

  @Test("only staff begin where they do", arguments: [[""], ["begin"], ["start"], ["1"]])
  func staffStart(_ lines: [String]) {
    let kiosk = TestKiosk()
    kiosk.setting.start = .staff
    #expect(kiosk.run(lines) == .terminalGone)
    #expect(kiosk.records.log.isEmpty)
    #expect(kiosk.pages.allSatisfy { !$0.contains("Press Enter to begin") })
  }

  @Test("staff settle the details of a visit")
  func staffBegin() {
    let kiosk = TestKiosk()
    kiosk.setting.start = .staff
    kiosk.setting.printCanChange = true
    kiosk.setting.languages = [.english, .spanish]
    _ = kiosk.run(
      ["staff"] + TestKiosk.unlock + ["1", "", "Room 2", "A-17", "2", "2", "2", ""])
    #expect(
      kiosk.records.details == [
        VisitDetails(
          label: "Room 2", appointment: "A-17", language: .spanish, typist: .helper,
          attendance: .unattended)
      ])
    #expect(kiosk.messages == [.print(.large)])
    #expect(kiosk.pages.contains { $0.contains("type a label of at most 60 letters") })
    #expect(kiosk.pages.contains { $0.contains("will not say that staff come") })
  }

  @Test("a code that is not known is said to be so, and asked for again")
  func resume() {
    let kiosk = TestKiosk()
    _ = kiosk.run(["resume", "bad", "good", "1960", ""])
    #expect(kiosk.records.log == ["resumed"])
    #expect(kiosk.pages.contains { $0.contains("Error: This code is not known.") })
  }

  @Test("a crash is told of on the first page, and noted")
  func afterCrash() {
    let kiosk = TestKiosk()
    _ = kiosk.run([String](), after: .signal(11))
    #expect(kiosk.pages.first?.contains("had to start again") == true)
    #expect(kiosk.records.log == ["noted crashed"])
  }

  @Test("the word for the staff's page stands on the first page")
  func namesTheCommand() {
    let kiosk = TestKiosk()
    _ = kiosk.run([String]())
    #expect(kiosk.pages.first?.contains(":staff") == true)
  }

  @Test("a trial is marked on every page")
  func trial() {
    let kiosk = TestKiosk()
    kiosk.banner = KioskSetting.trialBanner
    _ = kiosk.run(["hello", "staff", "", "", "", "Ana", "2", "0", ""])
    #expect(kiosk.records.visit.outcome == .ended(.completed))
    #expect(kiosk.pages.count > 8)
    #expect(kiosk.pages.allSatisfy { $0.hasPrefix("TRIAL: not for patients\n") })
  }

  @Test("what was typed before a page was there answers nothing")
  func typeAhead() {
    let kiosk = TestKiosk()
    _ = kiosk.run(["", "", "Ana"])
    #expect(kiosk.keys.requests.allSatisfy { $0.typeAhead == .dropped })
  }

  @Test("no key ends a page: Ctrl-D, Ctrl-C, Ctrl-B, Esc, Ctrl-L")
  func keys() {
    let kiosk = TestKiosk()
    let keys: [LineOutcome] = [
      .endOfInput, .interrupted(draft: "x"), .back(draft: ""), .help(draft: ""), .redraw(draft: ""),
    ]
    let ending = kiosk.run(keys + [.line("")] + keys + [.line("")] + keys + [.line("Ana")])
    #expect(ending == .terminalGone)
    #expect(kiosk.records.log == ["begun"])
    #expect(kiosk.records.visit.outcome == .disconnected)
  }

  @Test("a kiosk whose store fails says so and takes no answer")
  func unusable() {
    let kiosk = TestKiosk()
    kiosk.records.beginFails = true
    #expect(kiosk.run(["", ""]) == .unusable)
    #expect(kiosk.pages.last?.contains("For the staff: The disk is full.") == true)
    #expect(kiosk.pages.last?.contains("Emergency: call 000.") == true)
  }
}
