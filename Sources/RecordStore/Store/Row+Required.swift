import Foundation
import GRDB

extension Row {
  /// The value of a column that has to be there and of this type.
  ///
  /// GRDB's own subscript ends the program when it is not, as in a damaged database.
  func required<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    let stored: DatabaseValue? = self[column]
    guard let stored, let value = Value.fromDatabaseValue(stored) else {
      throw RecordStoreError.tampered(.malformed)
    }
    return value
  }

  /// The value of a column that may be empty.
  func optional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    let stored: DatabaseValue? = self[column]
    guard let stored, !stored.isNull else { return nil }
    return try required(column)
  }

  /// The bytes of a column.
  func bytes(_ column: String) throws -> [UInt8] { try Array(required(column) as Data) }

  /// The bytes of a column that may be empty.
  func optionalBytes(_ column: String) throws -> [UInt8]? {
    try (optional(column) as Data?).map { Array($0) }
  }
}

extension Statement {
  /// The first row that the statement gives.
  func fetchRow(_ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(self, arguments: arguments)
  }
}
