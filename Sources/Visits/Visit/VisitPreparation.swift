import RecordStore

/// All that takes time before a visit can begin: opening the store, keeping the content, finding a code
/// and deriving a key from it.
///
/// It is done on another thread, while somebody reads what is said first.
public final class VisitPreparation: Sendable {
  /// What comes of it.
  struct Outcome: Sendable {
    let store: RecordStore
    let content: ContentHash
    let secret: RecordSecret
  }

  private let outcome: Later<Outcome>

  /// Starts to prepare.
  ///
  /// - Parameter openStore: Opens the store, or gives one that is open.
  public init(
    _ archive: ContentArchive, openStore: @escaping @Sendable () throws -> RecordStore
  ) {
    outcome = Later {
      let store = try openStore()
      return Outcome(
        store: store, content: try store.keepContent(archive.bytes),
        secret: try RecordSecret(in: store))
    }
  }

  /// What came of it; waits for it.
  func get() throws -> Outcome { try outcome.get() }
}

/// What a record is sealed with when it begins, and the code that opens it.
struct RecordSecret: Sendable {
  let id: RecordID
  let key: RecordKey
  let code: ResumeCode
  let wrap: ResumeWrap

  /// Makes a key, and seals it under a code that no other draft has.
  init(in store: RecordStore) throws {
    id = .random()
    key = .random()
    code = try store.freeCode()
    wrap = try .make(of: key, for: id, code: code)
  }
}
