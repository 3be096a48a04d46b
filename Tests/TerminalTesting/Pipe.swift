import Glibc
import Synchronization

/// Held while a pipe is opened and while a program is started, so that no program inherits the end
/// of another's pipe: its reader would wait for ever.
let descriptorLock = Mutex<Void>(())

/// A pipe whose ends are closed at the latest when it is no longer held.
final class Pipe {
  private(set) var readEnd: Int32
  private(set) var writeEnd: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    let code = descriptorLock.withLock { _ in
      let code = pipe(&ends)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return code
    }
    guard code == 0 else {
      throw PseudoTerminalError.unavailable(what: "opening a pipe", code: errno)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    closeReadEnd()
    closeWriteEnd()
  }

  func closeReadEnd() {
    if readEnd >= 0 { close(readEnd) }
    readEnd = -1
  }

  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }
}
