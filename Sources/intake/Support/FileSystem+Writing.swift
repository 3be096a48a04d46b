import Glibc

extension FileSystem {
  /// What becomes of a file that is there already.
  enum Existing {
    case isKept
    case isReplaced
  }

  /// Makes a file that grows too large an error of writing, like a full disk, instead of the
  /// program's sudden end.
  static func reportFilesThatGrowTooLarge() { signal(SIGXFSZ, SIG_IGN) }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { unlink(path) }

  /// Writes a file that only its owner can read, whole or not at all.
  ///
  /// The bytes go to a file beside it, reach the disk, and then take its name.
  static func writePrivately(
    _ bytes: [UInt8], to path: String, existing: Existing
  ) throws(FileError) {
    let temporary = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36)).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileError(attempt: .writing, path: path, code: errno) }
    if let failure = write(bytes, to: descriptor) ?? rename(temporary, to: path, existing) {
      unlink(temporary)
      throw FileError(attempt: .writing, path: path, code: failure)
    }
    flushFolder(of: path)
  }

  /// Gives a file its name; gives the number of the system's error, if there is one.
  private static func rename(
    _ temporary: String, to path: String, _ existing: Existing
  ) -> Int32? {
    switch existing {
    case .isReplaced: return Glibc.rename(temporary, path) == 0 ? nil : errno
    case .isKept:
      if renameat2(AT_FDCWD, temporary, AT_FDCWD, path, UInt32(RENAME_NOREPLACE)) == 0 {
        return nil
      }
      guard errno == EINVAL || errno == ENOSYS else { return errno }
      // Some file systems know no such renaming; a second name does the same there.
      guard link(temporary, path) == 0 else { return errno }
      unlink(temporary)
      return nil
    }
  }

  /// Writes and flushes; gives the number of the system's error, if there is one.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var failure: Int32?
    var written = 0
    while written < bytes.count, failure == nil {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        failure = errno
      }
    }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    return failure
  }

  private static func flushFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
