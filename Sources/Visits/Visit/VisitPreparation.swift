import RecordStore

/// What takes time before a visit can begin: gathering the content, and deriving a key from a new code.
///
/// It is done on another thread, while somebody reads what is said first.
public final class VisitPreparation: Sendable {
  /// What comes of it.
  struct Outcome: Sendable {
    let content: [UInt8]
    let hash: ContentHash
    let start: RecordStart
  }

  /// The content that the answers are given to.
  let archive: ContentArchive
  private let outcome: Later<Outcome>

  /// Starts to prepare a visit with this content.
  public init(_ archive: ContentArchive) {
    self.archive = archive
    outcome = Later {
      let content = archive.bytes
      return Outcome(
        content: content, hash: ContentHash(of: content), start: try RecordStart())
    }
  }

  /// What came of it; waits for it.
  func get() throws -> Outcome { try outcome.get() }
}
