import SeededRandomness

/// A disk that remembers what was written to it and what of that was flushed.
///
/// It is stricter than a usual file system: the name of a new file is safe only after its folder was
/// flushed, and what was not flushed is kept or lost piece by piece, in no order.
public struct SimulatedDisk: Sendable {
  /// What is kept or lost as one.
  public enum Grain: Int, Sendable, CaseIterable {
    /// A block of a disk.
    case sector = 512
    /// A page of memory.
    case page = 4096
    /// All that one call wrote.
    case call = 1_073_741_824
  }

  private struct Change: Sendable {
    enum Kind: Sendable {
      case write(offset: Int, [UInt8])
      case truncate(Int)
    }

    var kind: Kind
    var began: Int
    var ended: Int
    /// The line after which it is safe.
    var flushed = Int.max
  }

  private struct NameChange: Sendable {
    enum Kind: Sendable {
      case link(String, file: Int)
      case unlink(String)
      case rename(String, to: String)
    }

    var kind: Kind
    var began: Int
    var ended: Int
    var flushed = Int.max

    func isIn(folder: String) -> Bool {
      switch kind {
      case .link(let path, _), .unlink(let path), .rename(_, let path):
        path.hasPrefix("\(folder)/") && !path.dropFirst(folder.count + 1).contains("/")
      }
    }
  }

  private let root: String
  private var files: [[Change]] = []
  private var names: [NameChange] = []
  /// The files as a program sees them.
  private var current: [String: Int] = [:]

  /// Follows the calls of a trace.
  ///
  /// - Parameters:
  ///   - trace: The calls, from before the first file was made.
  ///   - root: The folder of the disk; other files are not looked at.
  public init(_ trace: SystemCallTrace, root: String) {
    self.root = root
    for call in trace.calls where call.result.map({ $0 >= 0 }) ?? true { follow(call) }
  }

  /// The bytes of every file after the power went away.
  ///
  /// - Parameters:
  ///   - line: The line of the trace before which it went away.
  ///   - grain: What is kept or lost as one.
  ///   - generator: Decides what of the unflushed is kept.
  /// - Returns: Bytes by the path below the root.
  public func files(
    cutAt line: Int, grain: Grain, using generator: inout SeededGenerator
  ) -> [String: [UInt8]] {
    var found: [String: Int] = [:]
    for name in names where name.began < line {
      guard name.flushed < line || Bool.random(using: &generator) else { continue }
      switch name.kind {
      case .link(let path, let file): found[path] = file
      case .unlink(let path): found[path] = nil
      case .rename(let old, let new):
        if let file = found.removeValue(forKey: old) { found[new] = file }
      }
    }
    var result: [String: [UInt8]] = [:]
    for (path, file) in found.sorted(by: { $0.key < $1.key }) {
      result[path] = bytes(of: file, cutAt: line, grain: grain, using: &generator)
    }
    return result
  }

  private func bytes(
    of file: Int, cutAt line: Int, grain: Grain, using generator: inout SeededGenerator
  ) -> [UInt8] {
    var content: [UInt8] = []
    for change in files[file] where change.began < line {
      let isSafe = change.flushed < line
      switch change.kind {
      case .truncate(let size):
        guard isSafe || Bool.random(using: &generator) else { continue }
        Self.resize(&content, to: size)
      case .write(let offset, let bytes):
        var start = offset
        while start < offset + bytes.count {
          let end = min(offset + bytes.count, (start / grain.rawValue + 1) * grain.rawValue)
          if isSafe || Bool.random(using: &generator) {
            Self.put(bytes[(start - offset)..<(end - offset)], at: start, into: &content)
          }
          start = end
        }
      }
    }
    return content
  }

  private static func resize(_ content: inout [UInt8], to size: Int) {
    if content.count > size {
      content.removeLast(content.count - size)
    } else {
      content += [UInt8](repeating: 0, count: size - content.count)
    }
  }

  private static func put(_ bytes: ArraySlice<UInt8>, at offset: Int, into content: inout [UInt8]) {
    if content.count < offset + bytes.count { resize(&content, to: offset + bytes.count) }
    content.withUnsafeMutableBytes { content in
      bytes.withUnsafeBytes { bytes in
        UnsafeMutableRawBufferPointer(rebasing: content[offset..<(offset + bytes.count)])
          .copyMemory(from: bytes)
      }
    }
  }

  // MARK: - Following

  private mutating func follow(_ call: SystemCall) {
    let arguments = call.arguments
    switch call.name {
    case "openat":
      guard let path = path(arguments, 0), case .other(let flags) = arguments[2] else { return }
      let isNew = current[path] == nil
      if isNew, flags.contains("O_CREAT") { link(path, call) }
      if !isNew, flags.contains("O_TRUNC") { change(path, .truncate(0), call) }
    case "pwrite64":
      if case .bytes(let bytes) = arguments[1], case .number(let offset) = arguments[3] {
        change(file(arguments), .write(offset: offset, bytes), call)
      }
    case "write":
      // Only new files are written from their start to their end.
      if case .bytes(let bytes) = arguments[1], let path = file(arguments),
        let index = current[path]
      {
        let end = files[index].reduce(0) { end, change in
          switch change.kind {
          case .write(let offset, let bytes): max(end, offset + bytes.count)
          case .truncate(let size): size
          }
        }
        change(path, .write(offset: end, bytes), call)
      }
    case "ftruncate":
      if case .number(let size) = arguments[1] { change(file(arguments), .truncate(size), call) }
    case "fsync", "fdatasync": flush(file(arguments), call)
    case "unlink": if case .bytes(let path) = arguments[0] { unlink(text(path), call) }
    case "unlinkat": if let path = path(arguments, 0) { unlink(path, call) }
    case "link":
      if case .bytes(let old) = arguments[0], case .bytes(let new) = arguments[1],
        let file = current[text(old)]
      {
        current[text(new)] = file
        names.append(
          NameChange(kind: .link(text(new), file: file), began: call.began, ended: call.ended))
      }
    case "rename":
      if case .bytes(let old) = arguments[0], case .bytes(let new) = arguments[1] {
        rename(text(old), to: text(new), call)
      }
    case "renameat", "renameat2":
      if let old = path(arguments, 0), let new = path(arguments, 2) {
        rename(old, to: new, call)
      }
    default: precondition(!touchesDisk(call), "\(call.name) cannot be replayed")
    }
  }

  /// Whether a call that is not followed names a file of the disk; folders may be made.
  private func touchesDisk(_ call: SystemCall) -> Bool {
    if call.name == "mkdir" || call.name == "mkdirat" { return false }
    return file(call.arguments) != nil
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func file(_ arguments: [TracedArgument]) -> String? {
    guard case .file(let path) = arguments.first, path.hasPrefix(root) else { return nil }
    return path
  }

  /// The path of a folder and of a name in it.
  private func path(_ arguments: [TracedArgument], _ index: Int) -> String? {
    guard arguments.count > index + 1, case .bytes(let bytes) = arguments[index + 1] else {
      return nil
    }
    let name = text(bytes)
    if name.hasPrefix("/") { return name.hasPrefix(root) ? name : nil }
    guard case .file(let folder) = arguments[index] else { return nil }
    return folder.hasPrefix(root) || "\(folder)/\(name)".hasPrefix(root)
      ? "\(folder)/\(name)" : nil
  }

  private mutating func link(_ path: String, _ call: SystemCall) {
    current[path] = files.count
    names.append(
      NameChange(kind: .link(path, file: files.count), began: call.began, ended: call.ended))
    files.append([])
  }

  private mutating func unlink(_ path: String, _ call: SystemCall) {
    guard current.removeValue(forKey: path) != nil else { return }
    names.append(NameChange(kind: .unlink(path), began: call.began, ended: call.ended))
  }

  private mutating func rename(_ old: String, to new: String, _ call: SystemCall) {
    guard let file = current.removeValue(forKey: old) else { return }
    current[new] = file
    names.append(NameChange(kind: .rename(old, to: new), began: call.began, ended: call.ended))
  }

  private mutating func change(_ path: String?, _ kind: Change.Kind, _ call: SystemCall) {
    guard let path, let file = current[path] else { return }
    files[file].append(Change(kind: kind, began: call.began, ended: call.ended))
  }

  private mutating func flush(_ path: String?, _ call: SystemCall) {
    guard let path, call.result == 0 else { return }
    if let file = current[path] {
      for index in files[file].indices where files[file][index].ended <= call.began {
        files[file][index].flushed = min(files[file][index].flushed, call.ended)
      }
    }
    for index in names.indices where names[index].ended <= call.began {
      guard names[index].isIn(folder: path) else { continue }
      names[index].flushed = min(names[index].flushed, call.ended)
    }
  }
}
