import Foundation
import RecordStore

/// A folder of one test alone with a store in it, removed when it is no longer held.
final class StoreFolder {
  let path: String
  let store: RecordStore

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "visits-\(UUID().uuidString)").path
    store = try RecordStore.open(path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Sets the store up for a clinic; gives its administrator.
  func setUp() throws -> UnlockedPerson {
    try store.setUp(
      administrator: "Eva", passphrase: Passphrase(new: "a long passphrase of words"),
      recovery: PrivateKey().publicKey)
  }
}
