import FHIR
import Testing

@testable import Library

@Suite struct ApprovalLedgerTests {
  private static func approval(
    _ file: String, _ digest: String, by reviewer: String, day: Int
  ) throws -> ContentApproval {
    ContentApproval(
      file: file, digest: digest, reviewer: reviewer, role: "nurse",
      date: try #require(PartialDate(year: 2026, month: 3, day: day)))
  }

  @Test func theLastReviewOfTheSameBytesCounts() throws {
    var ledger = ApprovalLedger()
    ledger.add(try Self.approval("a", "sha256:1", by: "Ana", day: 1))
    ledger.add(try Self.approval("a", "sha256:2", by: "Ben", day: 2))
    ledger.add(try Self.approval("a", "sha256:1", by: "Cid", day: 3))
    let third = try #require(PartialDate(year: 2026, month: 3, day: 3))
    #expect(ledger.review(of: "a", digest: "sha256:1") == .approved(by: "Cid", on: third))
    #expect(ledger.review(of: "a", digest: "sha256:3") == .draft)
    #expect(ledger.review(of: "b", digest: "sha256:1") == .draft)
    #expect(ledger.knows("a") && !ledger.knows("b"))
  }

  @Test func readsBackWhatItWrites() throws {
    var ledger = ApprovalLedger()
    ledger.add(
      try Self.approval("rules/\"x\".json", "sha256:0", by: "Zoë \u{201C}Z\u{201D}", day: 9))
    ledger.add(try Self.approval("a", "sha256:1", by: "Ana\\", day: 28))
    let bytes = Array(JSONWriter().text(of: ledger.json.root).utf8)
    #expect(try ApprovalLedger(bytes) == ledger)
  }

  @Test(
    arguments: [
      ("{", nil), ("{}", .notALedger), ("[1]", .notALedger),
      (#"{"format":"intake-approvals","version":1}"#, .notALedger),
      (#"{"format":"intake-approvals","version":3,"approvals":[]}"#, .notALedger),
      (#"{"format":"intake-approvals","version":1,"approvals":[3]}"#, .malformedApproval),
      (
        #"""
        {"format":"intake-approvals","version":1,"approvals":[
         {"file":"a","digest":"b","reviewer":"c","role":"d","date":"soon"}]}
        """#, .malformedApproval
      ),
    ] as [(String, LibraryError.Reason?)])
  func whatIsNoLedgerIsRefused(_ text: String, reason: LibraryError.Reason?) {
    let error = #expect(throws: LibraryError.self) { try ApprovalLedger(Array(text.utf8)) }
    if let reason { #expect(error?.reason == reason) }
    #expect(error?.file == ApprovalLedger.fileName)
  }
}
