import Glibc

/// A folder of one test alone, removed with everything in it when it is no longer held.
final class WorkFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/intake-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(code: errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// A system call that failed.
  struct Failure: Error {
    let code: Int32
  }

  deinit { Self.remove(path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// The names in the folder, in order.
  var names: [String] { Self.names(in: path).sorted() }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    guard let file = fopen(path(name), "we") else { throw Failure(code: errno) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure(code: errno) }
    return path(name)
  }

  @discardableResult
  func makeFolder(_ name: String) throws -> String {
    guard mkdir(path(name), 0o700) == 0 else { throw Failure(code: errno) }
    return path(name)
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  func bytes(of name: String) throws -> [UInt8] {
    guard let file = fopen(path(name), "re") else { throw Failure(code: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Who may do what with a file, such as `0o600`.
  func permissions(of name: String) throws -> mode_t {
    var status = stat()
    guard stat(path(name), &status) == 0 else { throw Failure(code: errno) }
    return status.st_mode & 0o777
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) {
    for name in names(in: path) where unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
    rmdir(path)
  }
}

extension WorkFolder {
  /// The names in a folder of this folder, in order.
  func names(in name: String) -> [String] { Self.names(in: path(name)).sorted() }

  func remove(_ name: String) throws {
    guard unlink(path(name)) == 0 else { throw Failure(code: errno) }
  }

  func rename(_ name: String, to other: String) throws {
    guard Glibc.rename(path(name), path(other)) == 0 else { throw Failure(code: errno) }
  }

  /// Removes a folder of this folder with everything in it.
  func removeFolder(_ name: String) { Self.remove(path(name)) }
}

extension WorkFolder {
  /// Lets others than its owner look into a folder of this folder.
  func allowOthers(_ name: String) throws {
    guard chmod(path(name), 0o755) == 0 else { throw Failure(code: errno) }
  }
}
