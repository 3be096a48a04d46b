import Glibc

/// The lock that one process at a time holds while it opens the store and brings it up to date.
///
/// SQLite's own locks do not cover this: two processes that find a fresh store would both make
/// its tables.
struct StoreLock {
  private let file: Int32

  /// Waits for the lock, at most so many milliseconds.
  init(_ path: String, patience: Int = 20_000) throws(RecordStoreError) {
    file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StoreFileError(path, "opened").storeError }
    fchmod(file, 0o600)
    var waited = 0
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let error = StoreFileError(path, "locked")
        close(file)
        throw error.storeError
      }
      guard waited < patience else {
        close(file)
        throw .busy(path: path)
      }
      usleep(2000)
      waited += 2
    }
  }

  /// Lets the next process in.
  func release() { close(file) }
}
