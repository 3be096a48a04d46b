import EnduranceTrials
import Foundation
import Testing

/// The canary is seen wherever it is hidden, or a search that finds nothing would say nothing.
@Suite struct CanaryTests {
  private static let text = "ZQX-CANARY"

  static let hidden: [(String, [UInt8])] =
    [
      ("plain", Array("x\(text)y".utf8)),
      ("UTF-16, little end first", [UInt8](text.data(using: .utf16LittleEndian) ?? Data())),
      ("UTF-16, big end first", [UInt8](text.data(using: .utf16BigEndian) ?? Data())),
      ("hexadecimal", Array("005a51582d43414e41525900".utf8)),
      ("hexadecimal, capital", Array("5A51582D43414E415259".utf8)),
      (
        "JSON escapes",
        Array(#"\u005a\u0051\u0058\u002d\u0043\u0041\u004e\u0041\u0052\u0059"#.utf8)
      ),
    ] + (0..<6).map { ("base64 at \($0)", base64(before: $0)) }

  private static func base64(before count: Int) -> [UInt8] {
    let text = String(repeating: "q", count: count) + text + "rest of it"
    return Array(Data(text.utf8).base64EncodedString().utf8)
  }

  @Test(arguments: hidden) func isSeen(_ place: String, _ bytes: [UInt8]) {
    #expect(!Canary(Self.text).forms(in: bytes).isEmpty, "\(place)")
  }

  @Test func isNotSeenWhereItIsNot() {
    #expect(Canary(Self.text).forms(in: Array("ZQX-CANARIES and zqx-canary".utf8)).isEmpty)
  }

  /// This process holds what it looks for.
  @Test func isSeenInMemory() throws {
    let bytes = Array("\(Self.text)-\(getpid())-in-memory".utf8)
    let scan = try #require(MemoryScan(of: getpid(), for: [("the canary", bytes)]))
    #expect(!scan.hits.isEmpty)
    #expect(scan.byteCount > 1_000_000)
  }
}
