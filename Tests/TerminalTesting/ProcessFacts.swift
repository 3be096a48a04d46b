import Glibc

/// What the kernel tells about a process, by its number.
public struct ProcessFacts {
  private let folder: String

  /// The number of the process.
  public let identifier: pid_t

  /// The facts about a process, read anew whenever they are asked for.
  public init(_ identifier: pid_t) {
    self.identifier = identifier
    folder = "/proc/\(identifier)"
  }

  /// The processes that it started and that have not ended, in order.
  public var children: [pid_t] {
    let threads = Self.names(in: "\(folder)/task")
    return threads.flatMap { thread in
      Self.text(of: "\(folder)/task/\(thread)/children").split(separator: " ")
        .compactMap { pid_t($0) }
    }.sorted()
  }

  /// The letter of its state: `S` sleeping, `R` running, `T` stopped, `Z` ended; nil when it is gone.
  public var state: Character? {
    Self.text(of: "\(folder)/status").split(separator: "\n")
      .first { $0.hasPrefix("State:") }?.dropFirst(7).first
  }

  /// What each open descriptor leads to, by its number; nil when the kernel does not let us look.
  public var descriptors: [Int: String]? {
    let names = Self.names(in: "\(folder)/fd")
    guard !names.isEmpty else { return nil }
    var targets: [Int: String] = [:]
    for name in names {
      if let target = Self.target(of: "\(folder)/fd/\(name)") { targets[Int(name) ?? -1] = target }
    }
    return targets
  }

  /// Its environment, as `NAME=value`.
  public var environment: [String] {
    Self.text(of: "\(folder)/environ").split(separator: "\0").map(String.init)
  }

  /// Whether some bytes stand anywhere in its memory; nil when the kernel does not let us look.
  public func memoryContains(_ needle: [UInt8]) -> Bool? {
    let memory = open("\(folder)/mem", O_RDONLY | O_CLOEXEC)
    guard memory >= 0 else { return nil }
    defer { close(memory) }
    for line in Self.text(of: "\(folder)/maps").split(separator: "\n") {
      let fields = line.split(separator: " ")
      let ends = fields[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
      guard fields[1].hasPrefix("rw"), ends.count == 2 else { continue }
      if Self.contains(needle, from: ends[0], to: ends[1], in: memory) { return true }
    }
    return false
  }

  private static func contains(
    _ needle: [UInt8], from start: UInt, to end: UInt, in memory: Int32
  ) -> Bool {
    let size = 1 << 20
    var position = start
    while position < end {
      var bytes = [UInt8](repeating: 0, count: min(size + needle.count, Int(end - position)))
      let count = pread(memory, &bytes, bytes.count, off_t(position))
      if count > 0, bytes.withUnsafeBytes({ contains(needle, in: $0.prefix(count)) }) {
        return true
      }
      position += UInt(size)
    }
    return false
  }

  /// Only the library of C looks through so much in a short time.
  private static func contains(_ needle: [UInt8], in bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    let bytes = UnsafeRawBufferPointer(rebasing: bytes)
    guard let start = bytes.baseAddress else { return false }
    var offset = 0
    while offset + needle.count <= bytes.count {
      guard
        let found = memchr(
          start + offset, Int32(needle[0]), bytes.count - needle.count + 1 - offset)
      else { return false }
      if memcmp(found, needle, needle.count) == 0 { return true }
      offset = UnsafeRawPointer(found) - start + 1
    }
    return false
  }

  private static func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private static func target(of path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count)
    guard count >= 0 else { return nil }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
