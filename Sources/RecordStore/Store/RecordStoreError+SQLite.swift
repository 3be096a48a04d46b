import GRDB

extension RecordStoreError {
  /// What an error of the layers below means; no text of theirs goes further.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as RecordStoreError: self = error
    case let error as DatabaseError: self.init(database: error, path: path)
    case let error as SealingError: self = .sealing(error)
    case let error as DeviceKeyError: self = .deviceKey(error)
    case let error as StoreFileError: self = error.storeError
    case is RowDecodingError: self = .damaged(path: path)
    default: self = .unexpected(path: path, code: 0)
    }
  }

  private init(database error: DatabaseError, path: String) {
    let code = Int(error.extendedResultCode.rawValue)
    switch error.resultCode {
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self = .readOnly(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path)
    case .SQLITE_IOERR: self = .diskFailed(path: path, code: code)
    default: self = .unexpected(path: path, code: code)
    }
  }
}
