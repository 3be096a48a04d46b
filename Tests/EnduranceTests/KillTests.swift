import EnduranceTrials
import Foundation
import TerminalTesting
import Testing

/// Interviews are killed at any moment; the long form is `Endurance kills`.
@Suite struct KillTests {
  @Test func nothingAcknowledgedIsLost() throws {
    let folder = NSTemporaryDirectory() + "kills-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var plan = KillPlan(
      program: BuiltProduct.path("intake"), folder: folder, lanes: 3, kills: 30, seed: 5)
    plan.form = TrialForm(count: 12)
    let report = try KillTrial.run(plan)
    #expect(report.faults.isEmpty, "\(report)")
    #expect(report.total == 30, "\(report)")
    #expect((report.kills[.saving] ?? 0) > 5, "\(report)")
    #expect(report.acknowledged > 10, "\(report)")
  }
}
