import Glibc

/// Reading and writing whole files; where they lie.
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

  /// What tells a file or folder from every other that is there at the time.
  struct Identity: Equatable {
    let device: dev_t
    let number: ino_t
  }

  static func identity(of path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: status.st_dev, number: status.st_ino)
  }

  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Parameter limit: Where reading ends; a longer file gives one byte more than this.
  static func bytes(of path: String, atMost limit: Int = .max) throws(FileError) -> [UInt8] {
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(attempt: .reading, path: path, code: errno) }
    defer { close(descriptor) }
    return try bytes(from: descriptor, path: path, atMost: limit)
  }

  /// The bytes that an open file holds from where it stands.
  static func bytes(
    from descriptor: Int32, path: String, atMost limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      bytes.reserveCapacity(min(Int(status.st_size), limit) + 1)
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
      if bytes.count > limit { return Array(bytes.prefix(limit + 1)) }
    }
  }

  // MARK: - Paths

  /// The folder that a path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path of a name in a folder.
  static func path(_ name: String, in folder: String) -> String {
    if name.hasPrefix("/") || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder that holds this program, or nil when the system does not say.
  static var programFolder: String? { program.map { folder(of: $0) } }

  /// The file of this program, or nil when the system does not say.
  static var program: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
