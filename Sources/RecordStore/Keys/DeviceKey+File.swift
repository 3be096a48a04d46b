import Glibc

extension DeviceKey {
  /// Makes a new key and its file, with the rights 0600 whatever the umask is.
  ///
  /// The file is there whole or not at all: it is written beside its place (`O_EXCL`), brought to the
  /// disk, and then linked to its name. Throws ``DeviceKeyError/exists(path:)`` when the name is taken.
  public static func create(at path: String) throws(DeviceKeyError) -> DeviceKey {
    let key = DeviceKey()
    let beside = "\(path).\(randomBytes(8).hexadecimal)"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = Glibc.open(beside, flags, 0o600)
    guard file >= 0 else { throw .system(path: path, errno: errno) }
    defer {
      close(file)
      unlink(beside)
    }
    var bytes = key.fileBytes
    defer { bytes.overwrite() }
    guard fchmod(file, 0o600) == 0, Glibc.write(file, bytes, bytes.count) == bytes.count,
      fsync(file) == 0
    else { throw .system(path: path, errno: errno) }
    guard link(beside, path) == 0 else {
      throw errno == EEXIST ? .exists(path: path) : .system(path: path, errno: errno)
    }
    try syncFolder(of: path)
    return key
  }

  /// Reads the key from its file.
  ///
  /// Throws ``DeviceKeyError/wrongPermissions(path:mode:)`` when others than the owner have any right to it.
  public init(path: String) throws(DeviceKeyError) {
    // Without O_NONBLOCK a pipe that lies there would be waited for.
    let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      switch errno {
      case ENOENT: throw .missing(path: path)
      case ELOOP, ENXIO: throw .malformed(path: path)
      default: throw .system(path: path, errno: errno)
      }
    }
    defer { close(file) }
    try Self.checkRights(of: file, path: path)
    var bytes = [UInt8](repeating: 0, count: Self.fileCount + 1)
    defer { bytes.overwrite() }
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count >= 0 else { throw .system(path: path, errno: errno) }
    guard let key = DeviceKey(fileBytes: Array(bytes.prefix(count))) else {
      throw .malformed(path: path)
    }
    self = key
  }

  private static func checkRights(of file: Int32, path: String) throws(DeviceKeyError) {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .malformed(path: path) }
    guard status.st_uid == geteuid() else { throw .wrongOwner(path: path) }
    guard status.st_mode & 0o077 == 0 else {
      throw .wrongPermissions(path: path, mode: status.st_mode & 0o777)
    }
  }

  /// Brings the name of the file to the disk.
  private static func syncFolder(of path: String) throws(DeviceKeyError) {
    let end = path.lastIndex(of: "/")
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path: folder, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(path: folder, errno: errno) }
  }
}
