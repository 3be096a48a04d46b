import Foundation
import GRDB

/// Something that is stored as its bytes.
protocol StoredBytes {
  var bytes: [UInt8] { get }
  init?(bytes: some Collection<UInt8>)
}

extension StoredBytes {
  /// The bytes as the database takes them.
  var data: Data { Data(bytes) }

  /// Takes what the database gave.
  init(stored bytes: [UInt8]) throws {
    guard let value = Self(bytes: bytes) else { throw RecordStoreError.tampered(.malformed) }
    self = value
  }
}

extension RecordID: StoredBytes {}
extension PersonID: StoredBytes {}
extension KeyID: StoredBytes {}
extension ChainHash: StoredBytes {}
extension ContentHash: StoredBytes {}
extension PublicKey: StoredBytes {}
extension DevicePublicKey: StoredBytes {}

extension Row {
  /// The hash of a column.
  func chainHash(_ column: String) throws -> ChainHash { try ChainHash(stored: bytes(column)) }
}
