import Testing

@testable import Kiosk

@Suite("How long a supervisor waits after a failure")
struct RestartDelayTests {
  @Test("the first is followed at once; then twice as long each time, up to a minute")
  func doubling() {
    var delay = RestartDelay()
    let waits = (0..<12).map { _ in delay.afterFailure(lifetime: .zero) }
    let expected = [0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60].map { Duration.seconds($0) }
    #expect(waits == expected)
  }

  @Test("what ran for a minute, or ended by itself, is a new start")
  func reset() {
    var delay = RestartDelay()
    for _ in 0..<5 { _ = delay.afterFailure(lifetime: .seconds(59)) }
    #expect(delay.afterFailure(lifetime: .seconds(60)) == .zero)
    #expect(delay.afterFailure(lifetime: .zero) == .seconds(1))
    delay.reset()
    #expect(delay.afterFailure(lifetime: .zero) == .zero)
  }

  @Test("it never grows beyond its bound")
  func bounded() {
    var delay = RestartDelay()
    for _ in 0..<1000 { #expect(delay.afterFailure(lifetime: .zero) <= RestartDelay.longest) }
  }
}
