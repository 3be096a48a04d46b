import Foundation
import GRDB

extension [UInt8] {
  /// The bytes as the database takes them.
  var data: Data { Data(self) }
}

extension KeyID {
  var data: Data { Data(bytes) }
}

extension ChainHash {
  var data: Data { Data(bytes) }
}

extension RecordID {
  var data: Data { Data(bytes) }
}

extension Row {
  /// The whole number of a column, as no number of ours is: what is damaged must not end the program.
  func unsigned(_ column: String) -> UInt64 { UInt64(bitPattern: self[column] as Int64? ?? -1) }

  /// The bytes of a column, or nothing when it is empty.
  func bytes(_ column: String) -> [UInt8]? { (self[column] as Data?).map { Array($0) } }
}
