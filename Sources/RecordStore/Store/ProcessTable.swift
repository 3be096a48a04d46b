import Glibc

/// Which processes live on this machine.
struct ProcessTable: Sendable {
  /// This process.
  let current: ProcessIdentity
  /// Whether a process still lives.
  let isAlive: @Sendable (ProcessIdentity) -> Bool

  /// The processes of the machine.
  static func system(bootID: String) -> ProcessTable {
    let number = getpid()
    let current = ProcessIdentity(
      number: number, started: startTime(of: number) ?? 0, bootID: bootID)
    return ProcessTable(current: current) { process in
      process.bootID == bootID && startTime(of: process.number) == process.started
    }
  }

  /// What the kernel calls this start of the machine; empty where it does not say.
  static let bootID: String = {
    let bytes = (try? FileBytes.read("/proc/sys/kernel/random/boot_id")) ?? []
    return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }()

  /// When a process started, in ticks; nil when it does not live, or has ended and is only not
  /// collected yet.
  static func startTime(of number: Int32) -> Int64? {
    guard let bytes = try? FileBytes.read("/proc/\(number)/stat") else { return nil }
    // The name stands in brackets and may hold blanks and brackets: what counts follows the last.
    guard let close = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = String(decoding: bytes[(close + 1)...], as: UTF8.self).split(separator: " ")
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
    return Int64(fields[19])
  }
}
