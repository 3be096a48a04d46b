import Foundation
import SeededRandomness
import Synchronization

/// Many people answer at once, and the program of each is killed again and again.
public enum KillTrial {
  /// Runs a plan.
  ///
  /// - Parameter plan: The plan; its folder is there.
  /// - Returns: What was found.
  /// - Throws: What the file system says about the questionnaire.
  public static func run(_ plan: KillPlan) throws -> KillReport {
    try plan.form.text.write(
      toFile: "\(plan.folder)/form.json", atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: "\(plan.folder)/out", withIntermediateDirectories: true)
    let report = Mutex(KillReport())
    let done = DispatchSemaphore(value: 0)
    // Each lane waits for programs nearly all of the time.
    for number in 0..<plan.lanes {
      let kills = plan.kills / plan.lanes + (number < plan.kills % plan.lanes ? 1 : 0)
      Thread {
        var lane = KillLane(plan, number: number, kills: kills)
        lane.run()
        report.withLock { $0.add(lane.report) }
        done.signal()
      }.start()
    }
    for _ in 0..<plan.lanes { done.wait() }
    return report.withLock { $0 }
  }
}
