import EnduranceTrials
import Foundation
import RecordStore
import TerminalTesting

/// Takes the power and the life away from the store, again and again, and says what was lost.
///
///     swift run -c release Endurance cuts 300
///     swift run -c release Endurance kills 1000
@main
enum Endurance {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "cuts": try cuts(number(arguments, 1) ?? 300, seed: number(arguments, 2) ?? 1)
    case "kills": try kills(number(arguments, 1) ?? 1000, seed: number(arguments, 2) ?? 1)
    case "write": try write(arguments.dropFirst())
    default:
      print("usage: Endurance cuts [COUNT [SEED]] | kills [COUNT [SEED]]")
      exit(64)
    }
  }

  private static func number(_ arguments: [String], _ index: Int) -> Int? {
    arguments.count > index ? Int(arguments[index]) : nil
  }

  // MARK: - Power cuts

  private static func cuts(_ count: Int, seed: Int) throws {
    guard PowerCutTrial.isPossible else {
      print("skipped: strace is not here, or may not trace")
      exit(1)
    }
    for flushing in [WriterLoad.Flushing.full, .normal] {
      let load = PowerCutLoad(
        program: BuiltProduct.path("Endurance"), writers: 3, records: 6, events: 40,
        flushing: flushing)
      let report = try load.cut(count, seed: seed)
      print("flushed \(flushing == .full ? "before each answer" : "now and then"): \(report)")
      let isAsExpected =
        flushing == .full
        ? report.cutsThatLost == 0 && report.damage.isEmpty : report.cutsThatLost > count / 10
      if !isAsExpected { exit(1) }
    }
  }

  /// Writes as one of several writers; `write STORE RECORDS EVENTS FLUSHING WRITERS LINE LINE LINE LINE`.
  private static func write(_ words: ArraySlice<String>) throws {
    let words = Array(words)
    guard words.count == 9, let records = Int(words[1]), let events = Int(words[2]),
      let flushing = WriterLoad.Flushing(rawValue: words[3]), let writers = Int(words[4])
    else { exit(64) }
    let others = try (1..<writers).map { _ in
      try ChildProcess(
        executable: BuiltProduct.path("Endurance"),
        arguments: ["write"] + words[..<4] + ["1"] + words[5...], environment: [:],
        configure: { _ in 0 })
    }
    try WriterLoad(
      store: words[0], records: records, events: events, flushing: flushing,
      sheet: Array(words[5...])
    ).run()
    for other in others where other.waitForEnd() != .exited(0) { exit(1) }
  }

  // MARK: - Kills

  private static func kills(_ count: Int, seed: Int) throws {
    let folder = NSTemporaryDirectory() + "endurance-\(getpid())"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let start = ContinuousClock.now
    let report = try KillTrial.run(
      KillPlan(
        program: BuiltProduct.path("intake"), folder: folder, lanes: 8, kills: count, seed: seed))
    print("\(report)\n\(ContinuousClock.now - start)")
    if !report.faults.isEmpty { exit(1) }
  }
}
