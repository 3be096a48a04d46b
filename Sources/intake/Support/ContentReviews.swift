import Crypto
import FHIR
import Library

/// Who has reviewed what lies in the folder of questionnaires, as it is now.
struct ContentReviews {
  private let source: ContentSource
  private(set) var ledger: ApprovalLedger

  /// Reads the approvals beside the questionnaires; without the file, nothing is approved.
  init(of source: ContentSource) throws {
    self.source = source
    guard source.holds(ApprovalLedger.fileName) else {
      ledger = ApprovalLedger()
      return
    }
    do {
      ledger = try ApprovalLedger(try source.bytes(of: ApprovalLedger.fileName))
    } catch { throw InputError("\(error)") }
  }

  /// Who reviewed a file, by its name in the folder; a file that cannot be read is a draft.
  func review(of file: String) -> ContentReview {
    guard let digest = try? digest(of: file) else { return .draft }
    return ledger.review(of: file, digest: digest)
  }

  /// The digest by which an approval names what was reviewed.
  func digest(of file: String) throws -> String {
    let bytes = try source.bytes(of: file)
    let hexadecimal = SHA256.hash(data: bytes).flatMap { byte in
      [byte >> 4, byte & 15].map { String($0, radix: 16) }
    }
    return "sha256:" + hexadecimal.joined()
  }

  /// Adds an approval of each file as it is now, and writes the approvals, whole or not at all.
  mutating func approve(
    _ files: [String], in folder: String, reviewer: String, role: String, on date: PartialDate
  ) throws {
    var ledger = ledger
    for file in files {
      ledger.add(
        ContentApproval(
          file: file, digest: try digest(of: file), reviewer: reviewer, role: role, date: date))
    }
    try FileSystem.writePrivately(
      Array(JSONWriter().text(of: ledger.json.root).utf8),
      to: FileSystem.path(ApprovalLedger.fileName, in: folder), existing: .isReplaced)
    self.ledger = ledger
  }
}
