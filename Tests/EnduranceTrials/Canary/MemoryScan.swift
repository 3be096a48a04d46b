import Foundation

/// Looks for bytes in the memory of another process.
public struct MemoryScan {
  /// The memory that could be read, in bytes.
  public private(set) var byteCount = 0
  /// What was found, by the name it was given, with the part of the memory.
  public private(set) var hits: [String] = []

  /// Reads all memory of a process.
  ///
  /// - Parameters:
  ///   - process: The number of the process.
  ///   - needles: What must not be there, each with a name for the report.
  /// - Returns: Nothing when this process may not read it.
  public init?(of process: pid_t, for needles: [(name: String, bytes: [UInt8])]) {
    guard let maps = try? String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8) else {
      return nil
    }
    let memory = open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
    guard memory >= 0 else { return nil }
    defer { close(memory) }
    for line in maps.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      let ends = words[0].split(separator: "-").compactMap { Int($0, radix: 16) }
      guard ends.count == 2, words[1].hasPrefix("r"), words.last != "[vvar]" else { continue }
      var buffer = [UInt8](repeating: 0, count: ends[1] - ends[0])
      let count = pread(memory, &buffer, buffer.count, ends[0])
      guard count > 0 else { continue }
      byteCount += count
      let place = words.count > 5 ? String(words[5]) : "anonymous"
      buffer.withUnsafeBytes { buffer in
        let part = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        for needle in needles where ByteSearch.contains(part, needle.bytes) {
          hits.append("\(needle.name) in \(place)")
        }
      }
    }
    if byteCount == 0 { return nil }
  }
}
