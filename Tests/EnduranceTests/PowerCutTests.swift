import EnduranceTrials
import TerminalTesting
import Testing

/// The power goes away at any moment; the long form is `Endurance cuts`.
@Suite struct PowerCutTests {
  private func report(_ flushing: WriterLoad.Flushing) throws -> PowerCutReport {
    try PowerCutLoad(
      program: BuiltProduct.path("Endurance"), writers: 2, records: 3, events: 20,
      flushing: flushing
    ).cut(20, seed: 3)
  }

  @Test(.enabled(if: PowerCutTrial.isPossible, "strace is not here, or may not trace"))
  func nothingAcknowledgedIsLost() throws {
    let report = try report(.full)
    #expect(report.cutsThatLost == 0, "\(report)")
    #expect(report.damage.isEmpty, "\(report)")
    #expect(report.acknowledged > 0)
  }

  /// The trial sees what it is there to see.
  @Test(.enabled(if: PowerCutTrial.isPossible, "strace is not here, or may not trace"))
  func withoutFlushesSomethingIsLost() throws {
    let report = try report(.normal)
    #expect(report.cutsThatLost > 2, "\(report)")
  }
}
