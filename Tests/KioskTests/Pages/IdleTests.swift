import Interview
import LineEditor
import Testing

@testable import Kiosk

@Suite("A kiosk where nobody types")
struct IdleTests {
  private static let silent = LineOutcome.idle(draft: "", after: .noKey)
  private static let typed = LineOutcome.idle(draft: "x", after: .keys)

  @Test(
    "whoever is silent after the warning is away, at every page but the first",
    arguments: [
      [], ["staff"], ["staff", "ana"], ["staff"] + TestKiosk.unlock,
      ["staff"] + TestKiosk.unlock + ["1"], ["staff"] + TestKiosk.unlock + ["5"], ["resume"],
    ])
  func pages(_ lines: [String]) {
    let kiosk = TestKiosk()
    kiosk.setting.start = .staff
    _ = kiosk.run(lines.map { .line($0) } + [Self.silent, Self.silent])
    let requests = kiosk.keys.requests
    if lines.isEmpty {
      #expect(requests.map { $0.idleLimit?.afterKey } == Array(repeating: .seconds(180), count: 3))
      #expect(requests.allSatisfy { $0.idleLimit?.beforeFirstKey == .seconds(86_400) })
    } else {
      let waits = requests.dropFirst(lines.count).map { $0.idleLimit?.beforeFirstKey }
      #expect(waits == [.seconds(180), .seconds(60), .seconds(86_400)], "back on the first page")
      #expect(kiosk.output.text.contains("Are you still there?"))
    }
    #expect(kiosk.pages.last?.contains("Welcome to Test Clinic") == true)
  }

  @Test("any key extends, as often as it is pressed")
  func extends() {
    let kiosk = TestKiosk()
    let pause = [Self.silent, Self.typed]
    _ = kiosk.run([.line("staff")] + (0..<12).flatMap { _ in pause } + [.line("ana")])
    #expect(kiosk.keys.requests.last?.visibility == .hidden)
  }

  @Test("a visit is left, and the last page goes away by itself")
  func visit() {
    let kiosk = TestKiosk()
    let ending = kiosk.run(
      [.line(""), .line(""), .line("Ana"), Self.silent, Self.silent, Self.silent])
    #expect(ending == .next)
    #expect(kiosk.records.visit.outcome == .left)
    #expect(kiosk.pages.last?.contains("Nobody typed for a while") == true)
    #expect(kiosk.pages.last?.contains("Ana") == false)
    #expect(kiosk.keys.requests.last?.idleLimit == IdleLimit(.seconds(60)))
  }

  @Test("the thanks stay as long as the settings say", arguments: [20, 60])
  func thanks(_ seconds: Int) {
    let kiosk = TestKiosk()
    kiosk.setting.thanks = .seconds(seconds)
    let lines = ["", "", "Ana", "2", "0"].map { LineOutcome.line($0) }
    #expect(kiosk.run(lines + [Self.silent]) == .next)
    #expect(kiosk.records.visit.outcome == .ended(.completed))
    #expect(kiosk.keys.requests.last?.idleLimit == IdleLimit(.seconds(seconds)))
    #expect(kiosk.pages.last?.contains("Thank you.") == true)
  }

  @Test("staff who go away from their page leave the question to the person")
  func staffGone() {
    let kiosk = TestKiosk()
    _ = kiosk.run(
      [.line(""), .line(""), .line("Ana"), .line(":staff"), Self.silent, Self.silent, .line("2")])
    #expect(kiosk.pages.last?.contains("Check your answers") == true)
  }

  @Test(
    "who asks the process to end is heard at every page",
    arguments: [
      [], ["staff"], ["staff", "ana"], ["staff"] + TestKiosk.unlock, [""], ["", ""],
      ["", "", ":staff"], ["", "", ":staff"] + TestKiosk.unlock, ["", "", "Ana", "2", "0"],
    ])
  func terminated(_ lines: [String]) {
    let kiosk = TestKiosk()
    let ending = kiosk.run(lines.map { .line($0) } + [.terminated(.terminate)])
    #expect(ending == .terminated)
    let visit = kiosk.records.visit
    if lines.first?.isEmpty == true { #expect(visit.outcome != nil || visit.wasLetGo) }
  }
}
