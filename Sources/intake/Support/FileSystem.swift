import Glibc

/// Reading and writing whole files.
enum FileSystem {
  /// What lies at a path.
  enum Kind {
    case file
    case folder
    case nothing
  }

  static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// The bytes of a file, or of standard input for `-`.
  static func bytes(of path: String) throws(FileError) -> [UInt8] {
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(attempt: .reading, path: path, code: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      bytes.reserveCapacity(Int(status.st_size) + 1)
    }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(attempt: .reading, path: path, code: errno)
      }
      bytes += buffer[..<count]
    }
  }

  /// What becomes of a file that is there already.
  enum Existing {
    case isKept
    case isReplaced
  }

  /// Writes a file that only its owner can read, whole or not at all.
  ///
  /// The bytes go to a file beside it, reach the disk, and then take its name.
  static func writePrivately(
    _ bytes: [UInt8], to path: String, existing: Existing
  ) throws(FileError) {
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileError(attempt: .writing, path: path, code: errno) }
    let failure = write(bytes, to: descriptor)
    if let failure {
      unlink(temporary)
      throw FileError(attempt: .writing, path: path, code: failure)
    }
    let isInPlace: Bool
    switch existing {
    case .isReplaced: isInPlace = rename(temporary, path) == 0
    case .isKept:
      isInPlace = link(temporary, path) == 0
    }
    let code = errno
    if !isInPlace || existing == .isKept { unlink(temporary) }
    guard isInPlace else { throw FileError(attempt: .writing, path: path, code: code) }
    flushFolder(of: path)
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

  /// The folder that a path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path of a name in a folder.
  static func path(_ name: String, in folder: String) -> String {
    if name.hasPrefix("/") { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder that holds this program, or nil when the system does not say.
  static var programFolder: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard count > 0 else { return nil }
    return folder(
      of: String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }
}
