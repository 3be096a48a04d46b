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
      // Unlike renaming, a second name is refused where there is a file already.
      guard link(temporary, path) == 0 else {
        return hasNoSecondNames(errno) ? renameUnlessUsed(temporary, to: path) : errno
      }
      unlink(temporary)
      return nil
    }
  }

  /// Whether a file system, such as that of most sticks, gives a file only one name.
  private static func hasNoSecondNames(_ code: Int32) -> Bool {
    code == EPERM || code == EOPNOTSUPP || code == ENOSYS
  }

  /// Renames onto a name that is first taken by an empty file, which must be new.
  private static func renameUnlessUsed(_ temporary: String, to path: String) -> Int32? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return errno }
    close(descriptor)
    return Glibc.rename(temporary, path) == 0 ? nil : errno
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
