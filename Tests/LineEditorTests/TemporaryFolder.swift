import Glibc

/// A folder for one test, removed with all it holds.
final class TemporaryFolder {
  struct Failure: Error {
    let path: String
  }

  let path: String

  init() throws {
    var template = Array("/tmp/line-editor-tests.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(path: "/tmp") }
    path = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in Self.names(in: path, startingWith: "") { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// Writes a file and gives its path.
  func write(_ name: String, _ text: String, mode: mode_t) throws -> String {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, mode)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw Failure(path: file)
    }
    return file
  }

  static func contents(of file: String) throws -> String {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: file) }
    defer { close(descriptor) }
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      contents += buffer[..<count]
    }
    return String(decoding: contents, as: UTF8.self)
  }

  /// The names of files in a folder, in order.
  static func names(in folder: String, startingWith prefix: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(prefix) && name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
