import Foundation
import SeededRandomness
import TerminalTesting

/// One person after another at one terminal, whose program is killed and goes on.
struct KillLane {
  private(set) var report = KillReport()
  private let plan: KillPlan
  private let number: Int
  private var killsLeft: Int
  private var generator: SeededGenerator
  /// How long it took from Enter to the next question of late, in microseconds.
  private var usualWait = 20_000.0

  /// A record as the person knows it.
  private struct TrialRecord {
    var name: String
    var code: String
    /// Answers after which the next question came.
    var acknowledged = 0
    /// Answers that were sent.
    var sent = 0
  }

  init(_ plan: KillPlan, number: Int, kills: Int) {
    self.plan = plan
    self.number = number
    killsLeft = kills
    generator = SeededGenerator(seed: plan.seed &* 1000 &+ number)
  }

  mutating func run() {
    var count = 0
    while killsLeft > 0 {
      count += 1
      do {
        try live("\(number)-\(count)")
      } catch {
        report.faults.append("interview \(number)-\(count): \(error)")
        killsLeft -= 1
      }
    }
  }

  private func answer(_ number: Int, of record: TrialRecord) -> String {
    "answer \(number) of \(record.name)"
  }

  /// The life of a record: begun, killed and gone on with several times, then ended.
  private mutating func live(_ name: String) throws {
    guard var record = try begin(name) else { return }
    report.records += 1
    for _ in 1..<plan.killsOfARecord where killsLeft > 0 && record.acknowledged < plan.form.count {
      try goOn(with: &record)
    }
    try compareInStore(record)
    try finish(record)
  }

  /// Starts an interview and kills it; nothing when that was before a code could be read.
  private mutating func begin(_ name: String) throws -> TrialRecord? {
    let visit = try TrialVisit(plan, ["interview", "\(plan.folder)/form.json"])
    if generator.happens(onceIn: 8) {
      try killWhileStarting(visit)
      return visit.code.map { TrialRecord(name: name, code: $0) }
    }
    let first = try visit.waitForQuestion(of: plan.form)
    guard first == 0, let code = visit.code else {
      throw TrialVisit.Fault(description: "no code before the first question:\n\(visit.text)")
    }
    var record = TrialRecord(name: name, code: code)
    try answerAndBeKilled(visit, &record)
    return record
  }

  /// Goes on with a record, sees that nothing acknowledged is asked again, and is killed.
  private mutating func goOn(with record: inout TrialRecord) throws {
    let visit = try TrialVisit(plan, ["resume"])
    if generator.happens(onceIn: 8) {
      if generator.happens(onceIn: 2), try visit.waitForPrompt() { visit.enter(record.code) }
      return try killWhileStarting(visit)
    }
    try open(&record, visit)
    if record.acknowledged < plan.form.count { try answerAndBeKilled(visit, &record) }
  }

  private mutating func open(_ record: inout TrialRecord, _ visit: TrialVisit) throws {
    guard try visit.waitForPrompt() else {
      throw TrialVisit.Fault(description: "resume ended by itself:\n\(visit.text)")
    }
    visit.enter(record.code)
    let next = try visit.waitForQuestion(of: plan.form)
    guard record.acknowledged...record.sent ~= next else {
      throw TrialVisit.Fault(
        description: "\(record.acknowledged) acknowledged of \(record.sent), but asks \(next)")
    }
    report.savedUnacknowledged += next - record.acknowledged
    record.acknowledged = next
    record.sent = next
  }

  // MARK: - Kills

  private mutating func killWhileStarting(_ visit: TrialVisit) throws {
    usleep(UInt32(generator.number(0...300_000)))
    try visit.kill()
    count(.starting)
  }

  private mutating func count(_ moment: KillReport.Moment) {
    report.kills[moment, default: 0] += 1
    killsLeft -= 1
  }

  private mutating func answerAndBeKilled(
    _ visit: TrialVisit, _ record: inout TrialRecord
  ) throws {
    let before = generator.number(0...4)
    for _ in 0..<before where record.acknowledged < plan.form.count - 1 {
      let start = ContinuousClock.now
      visit.enter(answer(record.acknowledged, of: record))
      record.sent += 1
      let next = try visit.waitForQuestion(of: plan.form)
      guard next == record.sent else {
        throw TrialVisit.Fault(description: "\(record.sent) answers, but asks \(next)")
      }
      let wait = (ContinuousClock.now - start) / .microseconds(1)
      usualWait = usualWait * 0.8 + wait * 0.2
      acknowledge(&record)
    }
    if generator.happens(onceIn: 5) {
      visit.type("answ")
      usleep(UInt32(generator.number(0...20_000)))
      try visit.kill()
      return count(.asking)
    }
    visit.enter(answer(record.acknowledged, of: record))
    record.sent += 1
    usleep(UInt32(generator.number(0...max(1, Int(usualWait * 1.1)))))
    try visit.kill()
    if visit.text.contains(TrialForm.question(record.sent)) {
      acknowledge(&record)
      count(.acknowledged)
    } else {
      count(.saving)
    }
  }

  private mutating func acknowledge(_ record: inout TrialRecord) {
    record.acknowledged += 1
    report.acknowledged += 1
  }

  // MARK: - Comparing

  /// Opens the record by its code, as another program would, and compares every answer.
  private mutating func compareInStore(_ record: TrialRecord) throws {
    let answers = try TrialStore.answers(in: plan.store, code: record.code)
    let expected = (0..<record.sent).map { answer($0, of: record) }
    guard answers.count >= record.acknowledged,
      answers.elementsEqual(expected.prefix(answers.count))
    else {
      throw TrialVisit.Fault(
        description: "\(record.acknowledged) acknowledged; the store holds \(answers)")
    }
    report.opened += 1
  }

  /// Goes on until the end, and compares what was handed in.
  private mutating func finish(_ record: TrialRecord) throws {
    var record = record
    let visit = try TrialVisit(plan, ["resume"])
    try open(&record, visit)
    while record.acknowledged < plan.form.count {
      visit.enter(answer(record.acknowledged, of: record))
      record.sent += 1
      _ = try visit.waitForQuestion(of: plan.form)
      acknowledge(&record)
    }
    visit.enter("0")
    if killsLeft > 0, generator.happens(onceIn: 2) {
      usleep(UInt32(generator.number(0...100_000)))
      try visit.kill()
      count(.finishing)
    } else {
      let ending = try visit.waitForExit()
      guard ending == .exited(0) else {
        throw TrialVisit.Fault(description: "it ended with \(ending):\n\(visit.text)")
      }
    }
    try compareHandedIn(record)
    report.finished += 1
  }

  /// All answers are either handed in or can still be gone on with.
  private func compareHandedIn(_ record: TrialRecord) throws {
    let expected = (0..<plan.form.count).map { answer($0, of: record) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(plan.folder)/out")) ?? []
    for name in names where name.hasSuffix(".response.json") {
      let text = try String(contentsOfFile: "\(plan.folder)/out/\(name)", encoding: .utf8)
      if expected.allSatisfy({ text.contains("\"\($0)\"") }) { return }
    }
    let answers = try TrialStore.answers(in: plan.store, code: record.code)
    guard answers == expected else {
      throw TrialVisit.Fault(description: "neither handed in nor in the store: \(record.name)")
    }
  }
}
