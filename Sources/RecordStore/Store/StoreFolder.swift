import Glibc

/// The folder of a store, which nobody but its owner may use.
struct StoreFolder {
  let path: String

  var database: String { "\(path)/records.sqlite" }

  /// Checks a folder, and makes it where that is wanted.
  init(_ path: String, creating: StoreCreation) throws(RecordStoreError) {
    self.path = path
    // What is made below is for the owner only, whatever the rights are that others gave us.
    umask(0o077)
    var status = stat()
    guard creating == .ifMissing || stat(path, &status) == 0 else { throw .noStore(path: path) }
    if mkdir(path, 0o700) != 0, errno != EEXIST {
      throw errno == EROFS || errno == EACCES
        ? .readOnly(path: path) : .unusable(path: path, code: errno)
    }
    guard stat(path, &status) == 0 else { throw .unusable(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .unusable(path: path, code: ENOTDIR) }
    guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path: path) }
    guard !Self.isOnNetwork(status) else { throw .networkFileSystem(path: path) }
    guard creating == .ifMissing || access(database, F_OK) == 0 else {
      throw .noStore(path: path)
    }
    for file in [database, "\(database)-wal", "\(database)-shm"] where stat(file, &status) == 0 {
      guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path: file) }
    }
  }

  private static let networkKinds: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "fuse.glusterfs",
    "ncpfs", "lustre",
  ]

  /// Whether the folder lies on a file system of another machine, where the locks and the shared memory
  /// of two programs do not meet.
  private static func isOnNetwork(_ status: stat) -> Bool {
    guard let file = fopen("/proc/self/mountinfo", "re") else { return false }
    defer { fclose(file) }
    let device = "\(major(status.st_dev)):\(minor(status.st_dev))"
    var buffer = [CChar](repeating: 0, count: 8192)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } } ?? ""
      let fields = line.split(separator: " ")
      guard fields.count > 2, fields[2] == device,
        let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      return networkKinds.contains(String(fields[dash + 1]))
    }
    return false
  }

  private static func major(_ device: dev_t) -> UInt64 {
    (UInt64(device) >> 8) & 0xfff | (UInt64(device) >> 32) & ~0xfff
  }

  private static func minor(_ device: dev_t) -> UInt64 {
    UInt64(device) & 0xff | (UInt64(device) >> 12) & ~0xff
  }

  /// Does something while no other process opens or changes the shape of the store.
  ///
  /// Without it, several programs that open a new store at once get in each other's way.
  func alone<Result>(_ body: () throws -> Result) throws(RecordStoreError) -> Result {
    let lock = "\(path)/store.lock"
    let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw errno == ENOSPC
        ? .diskFull(path: path)
        : errno == EROFS || errno == EACCES
          ? .readOnly(path: path) : .unusable(path: lock, code: errno)
    }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .unusable(path: lock, code: errno) }
    }
    do {
      return try body()
    } catch { throw RecordStoreError(error, path: path) }
  }
}

/// Whether a store is made where there is none.
public enum StoreCreation: Sendable, Hashable {
  /// A new store is made.
  case ifMissing
  /// A missing store is an error.
  case never
}
