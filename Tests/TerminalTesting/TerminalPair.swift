import Glibc

/// The two ends of a new pseudo-terminal; neither is inherited by programs started later.
struct TerminalPair {
  let master: Int32
  let slave: Int32

  /// The path by which a program opens its end.
  let path: String

  // TIOCSPTLCK and TIOCGPTN of Linux, which Swift does not import.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  init(size: ScreenSize) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &locked) == 0,
      ioctl(master, Self.getNumber, &number) == 0
    else { throw PseudoTerminalError.unavailable(what: "opening /dev/ptmx", code: errno) }
    path = "/dev/pts/\(number)"
    // Held open so that the state can be read after the program has ended.
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    guard slave >= 0, ioctl(master, UInt(TIOCSWINSZ), &window) == 0 else {
      Glibc.close(master)
      throw PseudoTerminalError.unavailable(what: "opening \(path)", code: errno)
    }
  }

  func close() {
    Glibc.close(master)
    Glibc.close(slave)
  }
}
