import CTerminal
import Glibc

/// The machine that the program runs on.
struct SystemMachine: MachineFacts {
  /// Files of the kernel are short; nothing else is read whole.
  private static let mostBytes = 1_000_000

  func text(of path: String) -> String? {
    (try? FileSystem.bytes(of: path, atMost: Self.mostBytes))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  func names(in folder: String) -> [String]? { FileSystem.names(in: folder) }

  func access(to path: String) -> FileAccess? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return FileAccess(
      owner: status.st_uid, permissions: UInt16(status.st_mode & 0o777),
      isFolder: status.st_mode & S_IFMT == S_IFDIR, isSticky: status.st_mode & S_ISVTX != 0)
  }

  func realPath(of path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  func freeBytes(at path: String) -> Int? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
  }

  var now: Int64 { SystemClock.milliseconds() }

  var clockKeeping: ClockKeeping { process_clock_is_synchronized() ? .synchronized : .alone }

  var user: UInt32 { getuid() }
}
