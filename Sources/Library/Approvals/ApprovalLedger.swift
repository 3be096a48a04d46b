import FHIR

/// Who has reviewed which content of a library.
///
/// An approval is for the bytes of a file as they were: whatever changes in it, it is a draft again,
/// until somebody reviews it anew or the change is taken back. Approvals are only ever added.
///
/// As a file, it is an object with `format` (`intake-approvals`), `version` (1) and `approvals`, each
/// with `file`, `digest`, `reviewer`, `role` and `date`.
public struct ApprovalLedger: Sendable, Equatable {
  /// The name of the file in the folder of a library.
  public static let fileName = "approvals.json"

  /// The approvals, the oldest first.
  public private(set) var approvals: [ContentApproval] = []

  /// Makes a ledger without approvals.
  public init() {}

  /// Reads a ledger.
  ///
  /// - Throws: `LibraryError` when the bytes are no ledger; one that is damaged approves nothing.
  public init(_ bytes: [UInt8]) throws(LibraryError) {
    let root: JSONNode
    do {
      root = try JSONDocument(bytes).root
    } catch {
      throw LibraryError(.notJSON(error.reason), file: Self.fileName, position: error.position)
    }
    guard root["format"]?.isString("intake-approvals") == true, root["version"]?.integer == 1,
      let list = root["approvals"], list.kind == .array
    else {
      throw LibraryError(.notALedger, file: Self.fileName, position: root.position)
    }
    for element in list.children {
      guard let approval = ContentApproval(element) else {
        throw LibraryError(.malformedApproval, file: Self.fileName, position: element.position)
      }
      approvals.append(approval)
    }
  }

  /// Adds an approval.
  public mutating func add(_ approval: ContentApproval) { approvals.append(approval) }

  /// Who reviewed a file with this digest last.
  public func review(of file: String, digest: String) -> ContentReview {
    guard let found = approvals.last(where: { $0.file == file && $0.digest == digest }) else {
      return .draft
    }
    return .approved(by: found.reviewer, on: found.date)
  }

  /// Whether a file was ever reviewed, in whatever state.
  public func knows(_ file: String) -> Bool { approvals.contains { $0.file == file } }

  /// The ledger as a file.
  public var json: JSONDocument {
    JSONBuilder.object { root in
      root.add("format", "intake-approvals")
      root.add("version", 1)
      root.addArray("approvals") { list in
        for approval in approvals {
          list.addObject {
            $0.add("file", approval.file)
            $0.add("digest", approval.digest)
            $0.add("reviewer", approval.reviewer)
            $0.add("role", approval.role)
            $0.add("date", approval.date.description)
          }
        }
      }
    }
  }
}
