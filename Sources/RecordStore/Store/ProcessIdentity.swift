import Glibc

/// A process that no other is taken for, even after its number was given again or the machine restarted.
struct ProcessIdentity: Hashable, Sendable, CustomStringConvertible {
  /// The number of the process.
  let number: Int32
  /// When it began, in the kernel's ticks since the machine started.
  let start: UInt64
  /// The identity of the machine's start.
  let boot: String

  /// This process.
  static var current: ProcessIdentity {
    ProcessIdentity(
      number: getpid(), start: startOfProcess(getpid()) ?? 0, boot: currentBoot)
  }

  /// A process that is there, by its number.
  init?(of number: Int32) {
    guard let start = Self.startOfProcess(number) else { return nil }
    self.init(number: number, start: start, boot: Self.currentBoot)
  }

  /// Reads an identity as it is stored.
  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 3, let number = Int32(parts[0]), let start = UInt64(parts[1]) else {
      return nil
    }
    self.init(number: number, start: start, boot: String(parts[2]))
  }

  init(number: Int32, start: UInt64, boot: String) {
    self.number = number
    self.start = start
    self.boot = boot
  }

  var description: String { "\(number) \(start) \(boot)" }

  /// Whether the process is still there.
  var isAlive: Bool {
    boot == Self.currentBoot && Self.startOfProcess(number) == start
  }

  private static let currentBoot =
    text(of: "/proc/sys/kernel/random/boot_id")?.split(separator: "\n").first.map(String.init)
    ?? "-"

  /// The 22nd field of the process's line, counted after the name, which may hold anything.
  private static func startOfProcess(_ number: Int32) -> UInt64? {
    guard let line = text(of: "/proc/\(number)/stat"), let end = line.lastIndex(of: ")") else {
      return nil
    }
    let fields = line[line.index(after: end)...].split(separator: " ")
    // A process that has ended and whose parent has not asked for it does nothing any more.
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
    return UInt64(fields[19])
  }

  private static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = read(descriptor, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}
