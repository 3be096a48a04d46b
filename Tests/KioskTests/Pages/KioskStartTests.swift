import Kiosk
import Testing

@Suite("Who begins at a kiosk")
struct KioskStartTests {
  @Test("the words of the configuration")
  func words() {
    #expect(KioskStart.allCases.map(\.rawValue) == ["staff", "open"])
  }
}
