import Glibc

/// A file or folder that the system would not let the store use.
public struct StoreFileError: Error, Sendable, Hashable {
  /// The file or folder.
  public let path: String
  /// What could not be done with it, as in "cannot be *written*".
  public let action: String
  /// The system's number of the error.
  public let code: Int32

  init(path: String, action: String, code: Int32) {
    self.path = path
    self.action = action
    self.code = code
  }

  /// Makes an error of what the last call of the system left behind.
  init(_ path: String, _ action: String) {
    self.init(path: path, action: action, code: errno)
  }

  /// What it means for the store.
  var storeError: RecordStoreError {
    switch code {
    case ENOSPC, EDQUOT: .full(path: path)
    case EROFS, EACCES, EPERM: .readOnly(path: path)
    default: .fileFailed(self)
    }
  }
}
