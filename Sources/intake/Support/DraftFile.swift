import Glibc

/// A draft that is being gone on with.
///
/// Nobody else can go on with it until this is released, so that
/// neither of two interviews writes over the other's answers.
final class DraftFile {
  /// Where it lies.
  let path: String
  /// What it holds.
  let bytes: [UInt8]
  private let descriptor: Int32

  /// Reads a draft and takes it for this program alone.
  ///
  /// - Throws: `InputError` when another program goes on with it, `FileError` when it cannot be read.
  init(_ path: String, atMost limit: Int) throws {
    self.path = path
    descriptor = try Self.openAlone(path)
    do {
      bytes = try FileSystem.bytes(from: descriptor, path: path, atMost: limit)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  private static func openAlone(_ path: String) throws -> Int32 {
    while true {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError(attempt: .reading, path: path, code: errno) }
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        close(descriptor)
        throw InputError("another interview goes on with \(path). Wait until it has ended.")
      }
      if isStillNamed(path, descriptor) { return descriptor }
      // It was replaced in between by what the other interview wrote.
      close(descriptor)
    }
  }

  private static func isStillNamed(_ path: String, _ descriptor: Int32) -> Bool {
    var opened = stat()
    var named = stat()
    guard fstat(descriptor, &opened) == 0, stat(path, &named) == 0 else { return true }
    return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
