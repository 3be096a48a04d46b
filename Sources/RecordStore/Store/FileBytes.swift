import Glibc

/// Files read and written whole.
enum FileBytes {
  /// The bytes of a file.
  ///
  /// Throws `StoreFileError` when it cannot be read, is no plain file, or is larger than allowed.
  static func read(_ path: String, limit: Int = .max) throws(StoreFileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw StoreFileError(path, "opened") }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw StoreFileError(path, "looked at") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreFileError(path: path, action: "read: it is no plain file", code: EINVAL)
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw StoreFileError(path, "read") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else {
        throw StoreFileError(path: path, action: "read: it is too large", code: EFBIG)
      }
    }
  }

  /// Writes a file whole: others see the old file or the new one, never a part, also when the
  /// power goes away.
  ///
  /// It is readable by its owner alone. Renaming is the last step, so that a stick whose file
  /// system knows no links takes it too.
  static func write(_ bytes: [UInt8], to path: String) throws(StoreFileError) {
    let temporary = "\(folder(of: path))/.\(name(of: path)).\(getpid()).partial"
    unlink(temporary)
    do {
      try create(temporary, bytes)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let error = StoreFileError(path, "renamed")
      unlink(temporary)
      throw error
    }
    try synchronize(folder(of: path))
  }

  /// Makes a file that is not there yet, readable by its owner alone whatever the mask says.
  static func create(_ path: String, _ bytes: [UInt8] = []) throws(StoreFileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StoreFileError(path, "made") }
    defer { close(file) }
    // A file system without rights refuses this; then there is nothing to set.
    fchmod(file, 0o600)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw StoreFileError(path, "written") }
      written += count
    }
    guard fsync(file) == 0 else { throw StoreFileError(path, "written out") }
  }

  /// Waits until a folder's entries, or a file, are on the disk.
  static func synchronize(_ path: String) throws(StoreFileError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw StoreFileError(path, "opened") }
    defer { close(file) }
    // Some file systems cannot flush a folder and say so by EINVAL.
    guard fsync(file) == 0 || errno == EINVAL else { throw StoreFileError(path, "written out") }
  }

  /// The folder that a path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
